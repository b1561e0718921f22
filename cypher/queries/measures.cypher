// 有哪些措施 · Which measures there are: names, parts, how often demanded
// parameters.measure = { type = "string", default = "", about = "名称或别名的一部分 · part of the name or an alias" }
// parameters.limit = { type = "integer", default = 100, about = "最多几条 · how many at most" }
// columns = ["measure", "aliases", "kind", "parts", "variants", "demands", "evidence", "quotes"]
// example.parameters = { measure = "点对点转运+" }
// example.first = { measure = "落地核酸+点对点转运+精准赋码", demands = 2 }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure
WITH DISTINCT x
OPTIONAL MATCH (d:Directive)-[c:CALLS_FOR]->(x)
WITH x, c ORDER BY c.evidence[0]
WITH x, collect(c.evidence[0]) AS proofs, collect(c.quotes[0]) AS words
ORDER BY size(proofs) DESC, x.name, x.key
LIMIT $limit
OPTIONAL MATCH (x)-[:HAS_PART]->(part:Measure)
WITH x, proofs, words, part ORDER BY part.name
WITH x, proofs, words, collect(part.name) AS parts
OPTIONAL MATCH (x)-[:VARIANT_OF]-(other:Measure)
WITH x, proofs, words, parts, other ORDER BY other.name
WITH x, proofs, words, parts, collect(other.name) AS variants
RETURN x.name AS measure, coalesce(x.aliases, []) AS aliases, x.kind AS kind, parts, variants,
       size(proofs) AS demands, proofs AS evidence, words AS quotes
ORDER BY demands DESC, measure, x.key
