// Bodies that took over from others
// store: neo4j
CALL db.createRelationshipType('SUCCEEDS');
CALL db.createProperty('since');
