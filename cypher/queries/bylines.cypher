// 记者写了哪些报道 · Which articles a reporter wrote
// parameters.person = { type = "string", about = "记者姓名 · the reporter's name" }
// columns = ["published", "article", "source", "reporters", "meetings", "evidence", "quotes"]
// example.parameters = { person = "梁涛" }
// example.first = { published = "2022-04-06" }
MATCH (p:Person)
WHERE p.name IS NOT NULL AND p.forms CONTAINS $person AND p.forms CONTAINS '|' + $person + '|'
WITH DISTINCT p
MATCH (a:Article)-[r:MENTIONS]->(p)
WHERE any(name IN a.reporters WHERE name = p.name OR name IN p.aliases)
OPTIONAL MATCH (a)-[:REPORTS]->(m:Meeting)
WITH a, r, m.name AS meeting ORDER BY m.date, meeting
WITH a, r, collect(meeting) AS meetings
RETURN a.date AS published, a.name AS article, a.source AS source, a.reporters AS reporters, meetings,
       r.evidence AS evidence, r.quotes AS quotes
ORDER BY published, article, a.key
