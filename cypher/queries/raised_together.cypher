// 与某措施一同提出的措施 · Measures raised together with one: at the same meetings, in the same demand
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["measure", "meetings", "same_demand", "where_raised", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { same_demand = true }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (d:Directive)-[:CALLS_FOR]->(x)
MATCH (d)-[:GIVEN_AT]->(m:Meeting)
WITH x, m, collect(DISTINCT d.key) AS own
MATCH (e:Directive)-[:GIVEN_AT]->(m)
MATCH (e)-[c:CALLS_FOR]->(y:Measure)
WHERE y.key <> x.key
WITH y, m, c, e.key IN own AS beside ORDER BY m.date, m.key, c.evidence[0], e.key
WITH y, collect(DISTINCT m.name) AS places, max(beside) AS beside,
     collect(c.evidence) AS proofs, collect(c.quotes) AS words
RETURN y.name AS measure, size(places) AS meetings, beside AS same_demand, places AS where_raised,
       reduce(found = [], one IN proofs | found + one) AS evidence,
       reduce(said = [], one IN words | said + one) AS quotes
ORDER BY same_demand DESC, meetings DESC, measure, y.key
