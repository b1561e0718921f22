// 图：与某措施一同提出的措施 · Graph: measures raised at the same meetings
WITH '落地核酸+点对点转运+精准赋码' AS measure
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND (x.name = measure OR measure IN x.aliases)
WITH DISTINCT x
MATCH own = (x)<-[:CALLS_FOR]-(:Directive)-[:GIVEN_AT]->(m:Meeting)
WITH m, collect(own) AS own
MATCH beside = (m)<-[:GIVEN_AT]-(:Directive)-[:CALLS_FOR]->(:Measure)
RETURN own, collect(beside) AS beside
LIMIT 100
