// 谁代谁主持会议 · Who stood in for whom: not the series' usual chair, or asked to chair (受…委托)
// parameters.series = { type = "string", default = "", about = "会议系列名称的一部分 · part of the series' name" }
// parameters.person = { type = "string", default = "", about = "代为主持者姓名 · the stand-in's name" }
// parameters.instead_of = { type = "string", default = "", about = "被代者姓名 · the name of whom they stood in for" }
// columns = ["date", "meeting", "chair", "instead_of", "reason", "chair_times", "usual_times", "usual_present_as", "evidence", "quotes"]
// example.parameters = { series = "太原市疫情防控工作领导小组" }
// example.first = { date = "2022-05-25", chair = "张韬", instead_of = "韦韬", reason = "usual chair differs" }
CALL () {
  MATCH (m:Meeting)
  WHERE m.name IS NOT NULL AND m.series CONTAINS $series
  WITH DISTINCT m
  MATCH (p:Person)-[:CHAIRED]->(m)
  WITH m.series AS series, p, collect(m.key) AS sat, min(m.date) AS since
  // the usual chair has the chair most often; of equals, the one seen in it first
  ORDER BY series, size(sat) DESC, since, p.name
  WITH series, collect({key: p.key, name: p.name, sat: sat}) AS chairs
  UNWIND chairs AS other
  WITH chairs[0] AS usual, other
  WHERE other.key <> usual.key
  UNWIND other.sat AS key
  WITH usual, other, key
  WHERE NOT key IN usual.sat
  MATCH (m:Meeting {key: key})
  MATCH (p:Person {key: other.key})
  MATCH (p)-[r:CHAIRED]->(m)
  OPTIONAL MATCH (u:Person {key: usual.key})-[seen:ATTENDED|SPOKE_AT|REPORTED_AT]->(m)
  WITH m, p, r, usual, other, seen ORDER BY type(seen)
  WITH m, p, r, usual, other, collect(type(seen)) AS present
  RETURN m.date AS date, m.name AS meeting, p.name AS chair, usual.name AS instead_of,
         'usual chair differs' AS reason, size(other.sat) AS chair_times, size(usual.sat) AS usual_times,
         present AS usual_present_as, r.evidence AS evidence, r.quotes AS quotes
  UNION ALL
  MATCH (m:Meeting)
  WHERE m.name IS NOT NULL AND ($series = '' OR m.series CONTAINS $series)
  WITH DISTINCT m
  MATCH (p:Person)-[r:CHAIRED]->(m)
  WHERE any(quote IN r.quotes WHERE quote CONTAINS '委托')
  MATCH (a:Article)-[:REPORTS]->(m)
  MATCH (a)-[:MENTIONS]->(u:Person)
  WHERE u.key <> p.key
    AND any(quote IN r.quotes WHERE quote CONTAINS '委托' AND split(quote, '委托')[0] ENDS WITH u.name)
  WITH DISTINCT m, p, r, u
  RETURN m.date AS date, m.name AS meeting, p.name AS chair, u.name AS instead_of, 'asked to chair' AS reason,
         NULL AS chair_times, NULL AS usual_times, [] AS usual_present_as, r.evidence AS evidence, r.quotes AS quotes
}
WITH date, meeting, chair, instead_of, reason, chair_times, usual_times, usual_present_as, evidence, quotes
WHERE ($person = '' OR chair = $person) AND ($instead_of = '' OR instead_of = $instead_of)
RETURN date, meeting, chair, instead_of, reason, chair_times, usual_times, usual_present_as, evidence, quotes
ORDER BY date, meeting, chair, reason, instead_of, evidence[0]
