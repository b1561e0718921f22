// 一次会议的全貌 · A meeting on one page
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.ordinal = { type = "integer", default = 0, about = "第几次，0 为任意 · number in the series, 0 for any" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// parameters.fact = { type = "string", default = "", choices = ["CHAIRED", "SPOKE_AT", "REPORTED_AT", "ATTENDED", "HELD_BY", "CONVEYED", "CONVEYED_BY", "ADOPTED", "CONSIDERED", "GIVEN_AT", "REPORTS"], about = "只要这一类事实，空为全部 · this kind of fact only, empty for all" }
// columns = ["date", "meeting", "fact", "what", "who", "as_posts", "measures", "evidence", "quotes"]
// example.parameters = { meeting = "第108次会议" }
// example.first = { date = "2022-04-04", fact = "CHAIRED", what = "韦韬" }
MATCH (m:Meeting)
WHERE m.name IS NOT NULL
  AND m.forms CONTAINS $meeting
  AND ($ordinal = 0 OR m.ordinal = $ordinal)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
WITH DISTINCT m
MATCH (m)-[r:CHAIRED|SPOKE_AT|REPORTED_AT|ATTENDED|HELD_BY|CONVEYED|ADOPTED|CONSIDERED|GIVEN_AT|REPORTS]-(x)
OPTIONAL MATCH (s)-[:ISSUED]->(x)
OPTIONAL MATCH (x)-[:CALLS_FOR]->(w:Measure)
WITH m, r, x, s, w ORDER BY s.name, w.name
WITH m, r, x, collect(DISTINCT s.name) AS who, collect(DISTINCT w.name) AS measures
WITH m, r, x, who, measures,
     CASE WHEN type(r) = 'CONVEYED' AND startNode(r).key <> m.key THEN 'CONVEYED_BY' ELSE type(r) END AS fact
WITH m, r, x, who, measures, fact,
     CASE fact WHEN 'CHAIRED' THEN 1 WHEN 'SPOKE_AT' THEN 2 WHEN 'REPORTED_AT' THEN 3 WHEN 'ATTENDED' THEN 4
       WHEN 'HELD_BY' THEN 5 WHEN 'CONVEYED' THEN 6 WHEN 'CONVEYED_BY' THEN 7 WHEN 'ADOPTED' THEN 8
       WHEN 'CONSIDERED' THEN 9 WHEN 'GIVEN_AT' THEN 10 ELSE 11 END AS rank,
     split(r.evidence[0], '#char=') AS place
WHERE $fact = '' OR fact = $fact
RETURN m.date AS date, m.name AS meeting, fact, coalesce(x.text, x.name) AS what, who,
       coalesce(r.as_posts, []) AS as_posts, measures, r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, meeting, m.key, rank, r.order, place[0], toInteger(split(place[1], ',')[0]), what, x.key
