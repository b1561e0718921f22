// 图：措施的来龙去脉 · Graph: the trace of a measure
WITH '落地核酸+点对点转运+精准赋码' AS measure
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND (x.name = measure OR measure IN x.aliases)
WITH DISTINCT x
MATCH known = (x)-[:VARIANT_OF*0..2]-(:Measure)-[:HAS_PART*0..1]->(:Measure)-[:VARIANT_OF*0..2]-(form:Measure)
WITH collect(known) AS forms, collect(DISTINCT form) AS wanted
UNWIND wanted AS form
MATCH demand = (form)<-[:CALLS_FOR]-(d:Directive)-[:GIVEN_AT]->(m:Meeting)
WITH forms, demand, d, m
OPTIONAL MATCH speech = (:Person)-[:ISSUED]->(d)
WITH forms, demand, m, collect(speech) AS speeches
OPTIONAL MATCH chair = (:Person)-[:CHAIRED]->(m)
WITH forms, demand, m, speeches, collect(chair) AS chairs
OPTIONAL MATCH way = (m)-[:CONVEYED*1..4]->()
RETURN forms, demand, speeches, chairs, collect(way) AS ways
