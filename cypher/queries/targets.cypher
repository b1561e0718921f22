// 量化目标与期限 · Targets with their deadlines
// parameters.object = { type = "string", default = "", about = "目标对象的一部分 · part of what is counted" }
// parameters.until = { type = "date", default = "", about = "期限不晚于 · deadline no later than" }
// parameters.words = { type = "string", default = "", about = "原文字句 · words of the clause" }
// columns = ["deadline", "object", "quantity", "comparator", "value", "unit", "text", "setter", "setter_kind", "issuers", "evidence", "quotes"]
// example.parameters = { object = "公办幼儿园" }
// example.first = { object = "公办幼儿园", quantity = "500所", value = 500.0 }
MATCH (t:Target)
WHERE t.key IS NOT NULL
  AND ($object = '' OR t.object CONTAINS $object)
  AND ($words = '' OR t.text CONTAINS $words)
  AND ($until = '' OR t.deadline <= $until + '~')
WITH DISTINCT t
MATCH (s)-[r:SETS]->(t)
OPTIONAL MATCH (w)-[:ISSUED|PUBLISHED|ADOPTED]->(s)
WITH t, s, r, w ORDER BY w.name
WITH t, s, r, collect(DISTINCT w.name) AS issuers, split(r.evidence[0], '#char=') AS place
RETURN t.deadline AS deadline, t.object AS object, t.quantity AS quantity, t.comparator AS comparator,
       t.value AS value, t.unit AS unit, t.text AS text, coalesce(s.text, s.name) AS setter,
       labels(s)[0] AS setter_kind, issuers, r.evidence AS evidence, r.quotes AS quotes
ORDER BY deadline, place[0], toInteger(split(place[1], ',')[0]), quantity, object, t.key, s.key
