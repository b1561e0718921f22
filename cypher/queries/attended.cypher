// 谁参加了会议，以何身份 · Who took part in a meeting, in which role and as what
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.ordinal = { type = "integer", default = 0, about = "第几次，0 为任意 · number in the series, 0 for any" }
// parameters.person = { type = "string", default = "", about = "姓名 · the person's name" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// parameters.role = { type = "string", default = "", choices = ["CHAIRED", "SPOKE_AT", "REPORTED_AT", "ATTENDED"], about = "CHAIRED、SPOKE_AT、REPORTED_AT 或 ATTENDED，空为任意 · one of these, empty for any" }
// columns = ["date", "meeting", "person", "role", "as_posts", "verbs", "listed", "list_complete", "evidence", "quotes"]
// example.parameters = { meeting = "第119次会议" }
// example.first = { date = "2022-05-25", person = "张韬", role = "CHAIRED" }
MATCH (p:Person)-[r:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED]->(m:Meeting)
WHERE m.name IS NOT NULL AND m.forms CONTAINS $meeting
  AND ($ordinal = 0 OR m.ordinal = $ordinal)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
  AND p.forms CONTAINS $person AND ($person = '' OR p.forms CONTAINS '|' + $person + '|')
  AND ($role = '' OR type(r) = $role)
WITH m, p, r, CASE type(r) WHEN 'CHAIRED' THEN 1 WHEN 'SPOKE_AT' THEN 2 WHEN 'REPORTED_AT' THEN 3 ELSE 4 END AS rank
RETURN m.date AS date, m.name AS meeting, p.name AS person, type(r) AS role, coalesce(r.as_posts, []) AS as_posts,
       r.verb AS verbs, r.order AS listed, r.list_complete AS list_complete, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, meeting, m.key, rank, listed, person, p.key
