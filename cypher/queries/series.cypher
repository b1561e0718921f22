// 一个机构的历次会议及其空缺 · A body's meetings as a series, with the gaps
// parameters.body = { type = "string", about = "机构或会议系列名称的一部分 · part of the body's or series' name" }
// columns = ["series", "ordinal", "date", "meeting", "previous", "missing", "days_since", "chairs", "evidence", "quotes"]
// example.parameters = { body = "太原市疫情防控工作领导小组" }
// example.first = { ordinal = 108, date = "2022-04-04", chairs = ["韦韬"] }
MATCH (m:Meeting)
WHERE m.name IS NOT NULL
  AND (m.series CONTAINS $body OR EXISTS { MATCH (m)-[:HELD_BY]->(h:Body) WHERE h.name CONTAINS $body })
WITH DISTINCT m
OPTIONAL MATCH (a:Article)-[r:REPORTS]->(m)
WITH m, r ORDER BY r.evidence[0]
WITH m, collect(r.evidence) AS proofs, collect(r.quotes) AS words
OPTIONAL MATCH (p:Person)-[:CHAIRED]->(m)
WITH m, proofs, words, p.name AS chair ORDER BY chair
WITH m, proofs, words, collect(chair) AS chairs
ORDER BY m.series, m.date, m.ordinal, m.key
WITH coalesce(m.series, '') AS series,
     collect({ordinal: m.ordinal, date: m.date, name: m.name, chairs: chairs, proofs: proofs, words: words}) AS held
UNWIND range(0, size(held) - 1) AS i
WITH series, i, held[i] AS this, CASE WHEN i > 0 THEN held[i - 1] END AS before
WITH series, i, this, before,
     CASE WHEN this.date =~ '\\d{4}-\\d\\d-\\d\\d' AND before.date =~ '\\d{4}-\\d\\d-\\d\\d'
       THEN duration.inDays(date(before.date), date(this.date)).days END AS days_since
RETURN series, this.ordinal AS ordinal, this.date AS date, this.name AS meeting, before.name AS previous,
       this.ordinal - before.ordinal - 1 AS missing, days_since, this.chairs AS chairs,
       reduce(found = [], one IN this.proofs | found + one) AS evidence,
       reduce(said = [], one IN this.words | said + one) AS quotes
ORDER BY series, i
