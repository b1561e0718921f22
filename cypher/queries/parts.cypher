// 一项措施由哪些部分组成，又作何说 · The parts of a measure and their other wordings
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["measure", "part", "wording", "kind", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { measure = "落地核酸+点对点转运+精准赋码", part = "点对点转运" }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(whole:Measure)
WITH DISTINCT whole
MATCH (whole)-[r:HAS_PART]->(piece:Measure)
MATCH (piece)-[:VARIANT_OF*0..2]-(form:Measure)
WITH DISTINCT whole, r, piece, form
RETURN whole.name AS measure, piece.name AS part, form.name AS wording, form.kind AS kind,
       r.evidence AS evidence, r.quotes AS quotes
ORDER BY part, piece.key, measure, wording, form.key
