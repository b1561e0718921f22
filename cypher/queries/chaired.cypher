// 谁主持了会议 · Who chaired which meeting
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.ordinal = { type = "integer", default = 0, about = "第几次，0 为任意 · number in the series, 0 for any" }
// parameters.person = { type = "string", default = "", about = "主持人姓名 · the chair's name" }
// parameters.body = { type = "string", default = "", about = "主办机构或会议系列的一部分 · part of the body's or series' name" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// columns = ["date", "meeting", "chair", "as_posts", "verbs", "bodies", "evidence", "quotes"]
// example.parameters = { meeting = "第119次会议" }
// example.first = { date = "2022-05-25", chair = "张韬" }
MATCH (p:Person)-[r:CHAIRED]->(m:Meeting)
WHERE m.name IS NOT NULL AND m.forms CONTAINS $meeting
  AND ($ordinal = 0 OR m.ordinal = $ordinal)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
  AND p.forms CONTAINS $person AND ($person = '' OR p.forms CONTAINS '|' + $person + '|')
  AND ($body = '' OR m.series CONTAINS $body OR EXISTS { MATCH (m)-[:HELD_BY]->(h:Body) WHERE h.name CONTAINS $body })
OPTIONAL MATCH (m)-[:HELD_BY]->(b:Body)
WITH m, r, p.name AS chair, p.key AS chair_key, b.name AS body ORDER BY body
WITH m, r, chair, chair_key, collect(body) AS bodies
RETURN m.date AS date, m.name AS meeting, chair, coalesce(r.as_posts, []) AS as_posts, r.verb AS verbs,
       bodies, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, meeting, m.key, chair, chair_key
