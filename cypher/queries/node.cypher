// 一个节点：名称、属性、见报情况 · A node: names, properties, when it was in the news
// parameters.key = { type = "string", about = "节点的 key，如 person/林武 · the node's key, such as person/林武" }
// columns = ["label", "key", "name", "aliases", "role", "kind", "level", "region", "series", "ordinal", "date", "format", "venue", "source", "reporters", "path", "reports", "first_report", "last_report", "evidence", "quotes"]
// example.parameters = { key = "person/韦韬" }
// example.first = { label = "Person", name = "韦韬", first_report = "2022-04-06" }
CALL () {
  MATCH (n:Person {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Post {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Body {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Meeting {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Measure {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Document {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Article {key: $key}) RETURN n
}
WITH n, labels(n)[0] AS label, n.key AS key, n.name AS name, n.aliases AS aliases, n.role AS role, n.kind AS kind,
     n.level AS level, n.region AS region, n.series AS series, n.ordinal AS ordinal, n.date AS date,
     n.format AS format, n.venue AS venue, n.source AS source, n.reporters AS reporters, n.path AS path
OPTIONAL MATCH (n)-[r:MENTIONS]-(x)
// an article's own mentions prove it; of all else the first report's
WITH label, key, name, aliases, role, kind, level, region, series, ordinal, date, format, venue, source, reporters,
     path, r.evidence[0] AS place, r.quotes[0] AS words, CASE label WHEN 'Article' THEN date ELSE x.date END AS day
ORDER BY day, place
WITH label, key, name, aliases, role, kind, level, region, series, ordinal, date, format, venue, source, reporters,
     path, count(place) AS times, min(day) AS first_report, max(day) AS last_report,
     collect(place)[..1] AS evidence, collect(words)[..1] AS quotes
RETURN label, key, name, coalesce(aliases, []) AS aliases, role, kind, level, region, series, ordinal, date, format,
       venue, source, reporters, path, CASE label WHEN 'Article' THEN 1 ELSE times END AS reports, first_report,
       last_report, evidence, quotes
ORDER BY key
