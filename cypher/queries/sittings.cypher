// 开过哪些会，何时何地以何形式 · Which meetings were held, when, where, in which form
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.ordinal = { type = "integer", default = 0, about = "第几次，0 为任意 · number in the series, 0 for any" }
// parameters.body = { type = "string", default = "", about = "主办机构或会议系列的一部分 · part of the body's or series' name" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// columns = ["date", "meeting", "ordinal", "format", "venue", "bodies", "reports", "evidence", "quotes"]
// example.parameters = { meeting = "第119次会议" }
// example.first = { date = "2022-05-25", ordinal = 119, bodies = ["太原市疫情防控工作领导小组"], reports = 1 }
MATCH (a:Article)-[r:REPORTS]->(m:Meeting)
WHERE m.name IS NOT NULL AND m.forms CONTAINS $meeting
  AND ($ordinal = 0 OR m.ordinal = $ordinal)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
  AND ($body = '' OR m.series CONTAINS $body OR EXISTS { MATCH (m)-[:HELD_BY]->(h:Body) WHERE h.name CONTAINS $body })
WITH m, a, r ORDER BY r.evidence[0]
WITH m, count(a) AS reports, collect(r.evidence) AS proofs, collect(r.quotes) AS words
OPTIONAL MATCH (m)-[:HELD_BY]->(b:Body)
WITH m, reports, proofs, words, b.name AS body ORDER BY body
WITH m, reports, proofs, words, collect(body) AS bodies
RETURN m.date AS date, m.name AS meeting, m.ordinal AS ordinal, m.format AS format, m.venue AS venue, bodies, reports,
       reduce(found = [], one IN proofs | found + one) AS evidence,
       reduce(said = [], one IN words | said + one) AS quotes
ORDER BY date, meeting, m.key
