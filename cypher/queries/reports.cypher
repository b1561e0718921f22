// 哪些报道写了会议，记者是谁 · Which articles report a meeting, and by whom
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.ordinal = { type = "integer", default = 0, about = "第几次，0 为任意 · number in the series, 0 for any" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// columns = ["date", "meeting", "published", "article", "source", "reporters", "evidence", "quotes"]
// example.parameters = { meeting = "第119次会议" }
// example.first = { date = "2022-05-25", published = "2022-05-26" }
MATCH (m:Meeting)
WHERE m.name IS NOT NULL
  AND m.forms CONTAINS $meeting
  AND ($ordinal = 0 OR m.ordinal = $ordinal)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
WITH DISTINCT m
MATCH (a:Article)-[r:REPORTS]->(m)
RETURN m.date AS date, m.name AS meeting, a.date AS published, a.name AS article, a.source AS source,
       coalesce(a.reporters, []) AS reporters, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, meeting, m.key, published, article, a.key
