// 两人同场的会议 · Meetings where two people took part together
// parameters.person = { type = "string", about = "姓名 · the first person's name" }
// parameters.other = { type = "string", about = "另一人姓名 · the second person's name" }
// columns = ["date", "meeting", "person", "roles", "other", "other_roles", "evidence", "quotes"]
// example.parameters = { person = "韦韬", other = "张新伟" }
// example.first = { date = "2022-04-04", meeting = "太原市疫情防控工作领导小组第108次会议", roles = ["CHAIRED"] }
MATCH (p:Person)
WHERE p.name IS NOT NULL AND p.forms CONTAINS '|' + $person + '|'
WITH DISTINCT p
MATCH (p)-[r:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED]->(m:Meeting)
WITH p, m, r ORDER BY type(r)
WITH p, m, collect(type(r)) AS roles, collect(r.evidence) AS own_proofs, collect(r.quotes) AS own_words
MATCH (o:Person)-[s:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED]->(m)
WHERE o.forms CONTAINS '|' + $other + '|' AND o.key <> p.key
WITH p, m, roles, own_proofs, own_words, o, s ORDER BY type(s)
WITH p, m, roles, o, own_proofs, own_words, collect(type(s)) AS other_roles,
     collect(s.evidence) AS proofs, collect(s.quotes) AS words
RETURN m.date AS date, m.name AS meeting, p.name AS person, roles, o.name AS other, other_roles,
       reduce(found = [], one IN own_proofs + proofs | found + one) AS evidence,
       reduce(said = [], one IN own_words + words | said + one) AS quotes
ORDER BY date, meeting, m.key, p.key, o.key
