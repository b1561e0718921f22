// 两次会议之间措施的增减 · What changed between two meetings: measures new, dropped, kept and their words
// parameters.earlier = { type = "string", about = "前一次会议名称的一部分 · part of the earlier meeting's name" }
// parameters.later = { type = "string", about = "后一次会议名称的一部分 · part of the later meeting's name" }
// parameters.series = { type = "string", default = "", about = "会议系列名称的一部分 · part of the series' name" }
// columns = ["change", "measure", "earlier_words", "later_words", "evidence", "quotes"]
// example.parameters = { earlier = "第108次会议", later = "第119次会议" }
// example.first = { change = "dropped", measure = "三区" }
MATCH (m:Meeting)
WHERE m.name IS NOT NULL AND ($series = '' OR m.series CONTAINS $series)
  AND (m.forms CONTAINS $earlier OR m.forms CONTAINS $later)
  AND NOT (m.forms CONTAINS $earlier AND m.forms CONTAINS $later)
WITH m, m.forms CONTAINS $earlier AS before, m.forms CONTAINS $later AS after
MATCH (d:Directive)-[:GIVEN_AT]->(m)
MATCH (d)-[c:CALLS_FOR]->(x:Measure)
WITH x, before, after, d, c ORDER BY m.date, c.evidence[0], d.key
WITH x, collect(CASE WHEN before THEN d.text END) AS earlier_words,
     collect(CASE WHEN after THEN d.text END) AS later_words,
     collect(c.evidence) AS proofs, collect(c.quotes) AS words
RETURN CASE WHEN size(later_words) = 0 THEN 'dropped' WHEN size(earlier_words) = 0 THEN 'new' ELSE 'kept' END AS change,
       x.name AS measure, earlier_words, later_words,
       reduce(found = [], one IN proofs | found + one) AS evidence,
       reduce(said = [], one IN words | said + one) AS quotes
ORDER BY change, measure, x.key
