// 历次会议：一个机构的，一次会议所在系列的，或最近的 · Meetings, latest first: of a body, of a meeting's series, or of all
// parameters.key = { type = "string", default = "", about = "机构或会议的 key，空为全部 · key of a body or a meeting, empty for all" }
// parameters.limit = { type = "integer", default = 1000, about = "最多几次 · how many at most" }
// columns = ["date", "ordinal", "meeting", "meeting_key", "series", "chairs", "chair_keys", "demands", "evidence", "quotes"]
// example.parameters = { key = "body/太原市疫情防控工作领导小组" }
// example.first = { date = "2022-05-25", ordinal = 119, chairs = ["张韬"] }
CALL () {
  MATCH (n:Body {key: $key}) MATCH (n)<-[:HELD_BY]-(m:Meeting) RETURN m
  UNION ALL
  MATCH (n:Meeting {key: $key}) MATCH (m:Meeting) WHERE m.series = n.series RETURN m
  UNION ALL
  MATCH (m:Meeting) WHERE m.name IS NOT NULL AND $key = '' RETURN m
}
WITH DISTINCT m
ORDER BY coalesce(m.date, '') DESC, m.ordinal DESC, m.key
LIMIT $limit
OPTIONAL MATCH (:Article)-[r:REPORTS]->(m)
WITH m, r ORDER BY r.evidence[0]
WITH m, collect(r.evidence) AS proofs, collect(r.quotes) AS words
OPTIONAL MATCH (p:Person)-[:CHAIRED]->(m)
WITH m, proofs, words, p.name AS chair, p.key AS chair_key ORDER BY chair, chair_key
WITH m, proofs, words, collect(chair) AS chairs, collect(chair_key) AS chair_keys
OPTIONAL MATCH (d:Directive)-[:GIVEN_AT]->(m)
WITH m, proofs, words, chairs, chair_keys, count(d) AS demands
RETURN m.date AS date, m.ordinal AS ordinal, m.name AS meeting, m.key AS meeting_key, m.series AS series, chairs,
       chair_keys, demands, reduce(found = [], one IN proofs | found + one) AS evidence,
       reduce(said = [], one IN words | said + one) AS quotes
ORDER BY coalesce(date, '') DESC, ordinal DESC, m.key
