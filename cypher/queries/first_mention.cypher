// 一项措施何时首次见报 · First mention of a measure
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// parameters.limit = { type = "integer", default = 1, about = "最多几条 · how many of the earliest" }
// columns = ["date", "article", "source", "measure", "meetings", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { measure = "落地核酸+点对点转运+精准赋码" }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(form:Measure)
WITH DISTINCT form
MATCH (a:Article)-[r:MENTIONS]->(form)
OPTIONAL MATCH (a)-[:REPORTS]->(m:Meeting)
WITH a, r, form, m ORDER BY m.date, m.name
WITH a, r, form, collect(m.name) AS meetings
RETURN a.date AS date, a.name AS article, a.source AS source, form.name AS measure, meetings,
       r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, a.key, measure, form.key
LIMIT $limit
