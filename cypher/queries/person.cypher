// 一个人的履历：职务、会议、讲话 · A person's record: posts, meetings, words
// parameters.person = { type = "string", about = "姓名 · the person's name" }
// columns = ["date", "last_date", "fact", "what", "context", "as_posts", "evidence", "quotes"]
// example.parameters = { person = "张韬" }
// example.first = { fact = "CHAIRED", date = "2022-05-25" }
MATCH (p:Person)
WHERE p.name IS NOT NULL AND p.forms CONTAINS $person AND p.forms CONTAINS '|' + $person + '|'
WITH DISTINCT p
MATCH (p)-[r:HOLDS|CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT|ISSUED]->(x)
OPTIONAL MATCH (x)-[:GIVEN_AT]->(g:Meeting)
OPTIONAL MATCH (x)-[:OF|HELD_BY]->(b:Body)
WITH r, x, g, b ORDER BY g.date, b.name
WITH r, x, collect(g.date)[0] AS given, collect(DISTINCT g.name) + collect(DISTINCT b.name) AS places
WITH r, x, places, coalesce(x.date, given, r.first_seen) AS date
RETURN date, coalesce(r.last_seen, date) AS last_date, type(r) AS fact, coalesce(x.text, x.name) AS what,
       places AS context, coalesce(r.as_posts, []) AS as_posts, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, fact, what, x.key
