// 存疑的事实，供人工核对 · Doubtful facts, for the curator
// parameters.kind = { type = "string", default = "", choices = ["meeting without a date", "meeting without a chair", "meeting with two chairs", "weak variant", "two holders at one time"], about = "存疑类别，空为全部 · kind of doubt, empty for all" }
// parameters.score = { type = "integer", default = 80, about = "相似度低于百分之几算存疑 · likeness below this per cent is doubtful" }
// parameters.limit = { type = "integer", default = 100, about = "最多几条 · how many at most" }
// columns = ["kind", "name", "other", "date", "detail", "evidence", "quotes"]
// example.parameters = { kind = "meeting without a chair" }
// example.first = { kind = "meeting without a chair" }
CALL () {
  WITH 1 AS asked WHERE $kind IN ['', 'meeting without a date']
  MATCH (m:Meeting)
  WHERE m.name IS NOT NULL AND m.date IS NULL
    AND EXISTS { (m)<-[:REPORTS]-() }
  WITH m.key AS key, m.name AS name ORDER BY name, key LIMIT $limit
  MATCH (m:Meeting {key: key})
  MATCH (:Article)-[r:REPORTS]->(m)
  RETURN 'meeting without a date' AS kind, name, NULL AS other, NULL AS date, '' AS detail, key,
         r.evidence AS evidence, r.quotes AS quotes
  UNION ALL
  WITH 1 AS asked WHERE $kind IN ['', 'meeting without a chair']
  MATCH (m:Meeting)
  WHERE m.name IS NOT NULL AND NOT EXISTS { (m)<-[:CHAIRED]-() }
    AND EXISTS { (m)<-[:REPORTS]-() }
  WITH m.key AS key, m.name AS name, m.date AS date ORDER BY date, name, key LIMIT $limit
  MATCH (m:Meeting {key: key})
  MATCH (:Article)-[r:REPORTS]->(m)
  RETURN 'meeting without a chair' AS kind, name, NULL AS other, date, '' AS detail, key,
         r.evidence AS evidence, r.quotes AS quotes
  UNION ALL
  WITH 1 AS asked WHERE $kind IN ['', 'meeting with two chairs']
  MATCH (p:Person)-[r:CHAIRED]->(m:Meeting)<-[s:CHAIRED]-(q:Person)
  WHERE m.name IS NOT NULL AND p.key < q.key
  RETURN 'meeting with two chairs' AS kind, m.name AS name, NULL AS other, m.date AS date,
         p.name + '、' + q.name AS detail, m.key AS key, r.evidence + s.evidence AS evidence, r.quotes + s.quotes AS quotes
  UNION ALL
  WITH 1 AS asked WHERE $kind IN ['', 'weak variant']
  MATCH (x:Measure)
  WHERE x.name IS NOT NULL
  WITH DISTINCT x
  MATCH (x)-[r:VARIANT_OF]->(y:Measure)
  WHERE r.score * 100 < $score
  RETURN 'weak variant' AS kind, x.name AS name, y.name AS other, NULL AS date,
         toString(r.score) AS detail, x.key AS key, coalesce(r.evidence, []) AS evidence, coalesce(r.quotes, []) AS quotes
  UNION ALL
  WITH 1 AS asked WHERE $kind IN ['', 'two holders at one time']
  MATCH (p:Person)-[r:HOLDS]->(o:Post)<-[s:HOLDS]-(q:Person)
  WHERE o.name ENDS WITH '书记' AND NOT o.name ENDS WITH '副书记'
    AND p.key < q.key AND r.first_seen <= s.last_seen AND s.first_seen <= r.last_seen
  WITH r, s, r.first_seen AS date, p.name AS name, q.name AS other, o.name AS detail, o.key AS key
  ORDER BY date, name, other, detail, key LIMIT $limit
  // an office holder is told of in thousands of places: a few prove it
  RETURN 'two holders at one time' AS kind, name, other, date, detail, key,
         r.evidence[..5] + s.evidence[..5] AS evidence, r.quotes[..5] + s.quotes[..5] AS quotes
}
RETURN kind, name, other, date, detail, evidence, quotes
ORDER BY kind, date, name, other, detail, key, evidence[0], evidence[-1]
LIMIT $limit
