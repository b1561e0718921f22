// 谁任何职 · Who holds which post, on a date
// parameters.person = { type = "string", default = "", about = "姓名 · the person's name" }
// parameters.post = { type = "string", default = "", about = "职务名称的一部分 · part of the post's name" }
// parameters.body = { type = "string", default = "", about = "机构名称的一部分 · part of the body's name" }
// parameters.date = { type = "date", default = "", about = "在哪一天，空为任意 · on which day, empty for any" }
// parameters.until = { type = "date", default = "", about = "date 起的一段时间的末日 · last day of a period that begins with date" }
// columns = ["person", "post", "printed", "bodies", "first_seen", "last_seen", "on_date", "evidence", "quotes"]
// example.parameters = { person = "魏民" }
// example.first = { person = "魏民", printed = ["市人大常委会主任"] }
MATCH (p:Person)-[r:HOLDS]->(o:Post)
WHERE p.name IS NOT NULL AND o.name IS NOT NULL AND (o.name CONTAINS $post OR o.role CONTAINS $post)
  AND p.forms CONTAINS $person AND ($person = '' OR p.forms CONTAINS '|' + $person + '|')
  AND ($date = '' OR r.first_seen <= CASE $until WHEN '' THEN $date ELSE $until END + '~')
  AND ($body = '' OR EXISTS { MATCH (o)-[:OF]->(h:Body) WHERE h.name CONTAINS $body })
OPTIONAL MATCH (o)-[:OF]->(b:Body)
WITH r, o, p.name AS person, p.key AS person_key, b.name AS body ORDER BY body
WITH r, o, person, person_key, collect(body) AS bodies
// an end that nobody printed is unknown: after the last evidence the answer is "not seen since", never "no longer"
RETURN person, o.name AS post, r.titles AS printed, bodies, r.first_seen AS first_seen,
       r.last_seen AS last_seen,
       CASE WHEN $date = '' THEN '' WHEN r.last_seen >= $date THEN 'seen' ELSE 'not seen since' END AS on_date,
       r.evidence AS evidence, r.quotes AS quotes
ORDER BY on_date DESC, person, person_key, first_seen, post, o.key
