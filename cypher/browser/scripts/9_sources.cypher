// 图：哪些报道提到它 · Graph: which articles mention a measure, and which meetings they report
WITH '落地核酸+点对点转运+精准赋码' AS measure
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND (x.name = measure OR measure IN x.aliases)
WITH DISTINCT x
MATCH mention = (a:Article)-[:MENTIONS]->(x)
OPTIONAL MATCH report = (a)-[:REPORTS]->(:Meeting)
RETURN mention, collect(report) AS reports
LIMIT 100
