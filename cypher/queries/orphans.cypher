// 只被提及、没有任何事实的节点 · Orphans: named in an article, but no fact hangs on them
// parameters.name = { type = "string", default = "", about = "名称的一部分 · part of the name" }
// columns = ["label", "name", "mentions", "evidence", "quotes"]
// example.parameters = { name = "金莹" }
// example.first = { label = "Person", name = "金莹" }
CALL () {
  MATCH (n:Person)
  WHERE n.name IS NOT NULL AND n.forms CONTAINS $name AND n.name CONTAINS $name
    AND NOT EXISTS { (n)-[:HOLDS|CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT|ISSUED]->() }
  RETURN 'Person' AS label, n
  UNION ALL
  MATCH (n:Body)
  WHERE n.name IS NOT NULL AND n.forms CONTAINS $name AND n.name CONTAINS $name
    AND NOT EXISTS { (n)-[:OF|PART_OF|HELD_BY|ISSUED|PUBLISHED]-() }
  RETURN 'Body' AS label, n
  UNION ALL
  MATCH (n:Meeting)
  WHERE n.name IS NOT NULL AND n.forms CONTAINS $name AND n.name CONTAINS $name
    AND NOT EXISTS {
      (n)-[:CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT|HELD_BY|CONVEYED|ADOPTED|CONSIDERED|ISSUED|GIVEN_AT|REPORTS]-() }
  RETURN 'Meeting' AS label, n
  UNION ALL
  MATCH (n:Measure)
  WHERE n.name IS NOT NULL AND n.forms CONTAINS $name AND n.name CONTAINS $name
    AND NOT EXISTS { (n)-[:CALLS_FOR|HAS_PART|VARIANT_OF]-() }
  RETURN 'Measure' AS label, n
  UNION ALL
  MATCH (n:Document)
  WHERE n.name IS NOT NULL AND n.forms CONTAINS $name AND n.name CONTAINS $name
    AND NOT EXISTS { (n)-[:ADOPTED|CONSIDERED|CONVEYED|CITES|PUBLISHED|SETS]-() }
  RETURN 'Document' AS label, n
}
OPTIONAL MATCH (:Article)-[r:MENTIONS]->(n)
WITH label, n, r ORDER BY r.evidence[0]
WITH label, n, collect(r.evidence) AS proofs, collect(r.quotes) AS words
WITH label, n, reduce(found = [], one IN proofs | found + one) AS evidence,
     reduce(said = [], one IN words | said + one) AS quotes
RETURN label, n.name AS name, size(evidence) AS mentions, evidence, quotes
ORDER BY label, mentions DESC, name, n.key
