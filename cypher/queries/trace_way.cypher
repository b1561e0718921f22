// 一项措施的传递路径 · The way of a measure: which meeting that demands it conveyed which meeting
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["date", "meeting", "conveyed_date", "conveyed", "conveyed_demands", "verbs", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { meeting = "太原市疫情防控工作领导小组第108次会议", date = "2022-04-04", conveyed_date = "2022-04-04" }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(whole:Measure)
OPTIONAL MATCH (whole)-[:HAS_PART]->(:Measure)-[:VARIANT_OF*0..2]-(part:Measure)
WITH collect(DISTINCT whole.key) + collect(DISTINCT part.key) AS keys
UNWIND keys AS key
MATCH (form:Measure {key: key})
MATCH (d:Directive)-[:CALLS_FOR]->(form)
MATCH (d)-[:GIVEN_AT]->(asking:Meeting)
WITH keys, collect(DISTINCT asking.key) AS asking_keys
UNWIND asking_keys AS asking_key
MATCH (asking:Meeting {key: asking_key})
MATCH (asking)-[:CONVEYED*0..4]->(m:Meeting)
WITH DISTINCT keys, m
MATCH (m)-[r:CONVEYED]->(origin)
OPTIONAL MATCH (origin)<-[:GIVEN_AT]-(:Directive)-[:CALLS_FOR]->(form:Measure)
WHERE form.key IN keys
WITH m, r, origin, form.name AS demanded
ORDER BY demanded
WITH m, r, origin, collect(DISTINCT demanded) AS demands
RETURN m.date AS date, m.name AS meeting, origin.date AS conveyed_date, origin.name AS conveyed,
       demands AS conveyed_demands, r.verb AS verbs, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date DESC, meeting, m.key, conveyed_date DESC, conveyed, origin.key
