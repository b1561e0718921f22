// 会议精神的传达链，直至中央 · Which meeting conveyed which, step by step up to the centre
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the conveying meeting's name" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// columns = ["start", "step", "date", "meeting", "conveyed_kind", "conveyed_date", "conveyed", "verbs", "evidence", "quotes"]
// example.parameters = { meeting = "第108次会议" }
// example.first = { step = 1, date = "2022-04-04", meeting = "太原市疫情防控工作领导小组第108次会议", conveyed_date = "2022-04-04" }
MATCH (m:Meeting)
WHERE m.name IS NOT NULL
  AND m.forms CONTAINS $meeting
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
WITH DISTINCT m
MATCH way = (m)-[:CONVEYED*1..6]->(upper)
WITH m, length(way) AS step, nodes(way)[-2] AS lower, relationships(way)[-1] AS r, upper
WITH m, lower, r, upper, min(step) AS step
RETURN m.name AS start, step, lower.date AS date, lower.name AS meeting, labels(upper)[0] AS conveyed_kind,
       upper.date AS conveyed_date, upper.name AS conveyed, r.verb AS verbs, r.evidence AS evidence, r.quotes AS quotes
ORDER BY m.date, start, m.key, step, meeting, lower.key, conveyed, upper.key
