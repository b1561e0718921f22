// 两人同场的会议 · Meetings where two people took part together
// parameters.person = { type = "string", about = "姓名 · the first person's name" }
// parameters.other = { type = "string", about = "另一人姓名 · the second person's name" }
// columns = ["date", "meeting", "person", "roles", "other", "other_roles", "evidence", "quotes"]
// example.parameters = { person = "韦韬", other = "张新伟" }
// example.first = { date = "2022-04-04", meeting = "太原市疫情防控工作领导小组第108次会议", roles = ["CHAIRED"] }
MATCH (p:Person)-[r:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED]->(m:Meeting)<-[s:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED]-(o:Person)
WHERE p.name IS NOT NULL AND p.forms CONTAINS $person AND p.forms CONTAINS '|' + $person + '|'
  AND o.name IS NOT NULL AND o.forms CONTAINS $other AND o.forms CONTAINS '|' + $other + '|' AND o.key <> p.key
WITH p.key AS one, p.name AS person, o.key AS two, o.name AS other, m, r, s ORDER BY type(r), type(s)
WITH one, person, two, other, m, collect(DISTINCT type(r)) AS roles, collect(DISTINCT type(s)) AS other_roles,
     collect(DISTINCT r.evidence) AS own_proofs, collect(DISTINCT r.quotes) AS own_words,
     collect(DISTINCT s.evidence) AS proofs, collect(DISTINCT s.quotes) AS words
RETURN m.date AS date, m.name AS meeting, person, roles, other, other_roles,
       reduce(found = [], proof IN own_proofs + proofs | found + proof) AS evidence,
       reduce(said = [], word IN own_words + words | said + word) AS quotes
ORDER BY date, meeting, m.key, one, two
