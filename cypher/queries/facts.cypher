// 一个节点的事实：与谁、以何关系 · The facts of a node: with whom or what, by which relationship
// parameters.key = { type = "string", about = "节点的 key，如 person/林武 · the node's key, such as person/林武" }
// parameters.facts = { type = "list", default = [], about = "只要这些关系类型，空为全部 · these relationship types only, empty for all" }
// columns = ["fact", "direction", "label", "key", "name", "date", "last_date", "verbs", "as_posts", "listed", "list_complete", "score", "reasons", "evidence", "quotes"]
// example.parameters = { key = "person/韦韬", facts = ["CHAIRED"] }
// example.first = { fact = "CHAIRED", direction = "out", label = "Meeting", date = "2022-04-04" }
CALL () {
  MATCH (n:Person {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Post {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Body {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Meeting {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Directive {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Measure {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Document {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Target {key: $key}) RETURN n
  UNION ALL
  MATCH (n:Article {key: $key}) RETURN n
}
MATCH (n)-[r:HOLDS|OF|PART_OF|HELD_BY|CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT|CONVEYED|ADOPTED|CONSIDERED|ISSUED|GIVEN_AT|CALLS_FOR|HAS_PART|VARIANT_OF|CITES|PUBLISHED|SETS|REPORTS]-(x)
WHERE size($facts) = 0 OR type(r) IN $facts
WITH r, x, type(r) AS fact, CASE WHEN startNode(r).key = $key THEN 'out' ELSE 'in' END AS direction
RETURN fact, direction, labels(x)[0] AS label, x.key AS key, coalesce(x.text, x.name) AS name,
       coalesce(x.date, x.deadline, r.first_seen) AS date, r.last_seen AS last_date,
       coalesce(r.verb, r.titles, []) AS verbs, coalesce(r.as_posts, []) AS as_posts, r.order AS listed,
       r.list_complete AS list_complete, r.score AS score, coalesce(r.reason, []) AS reasons,
       coalesce(r.evidence, []) AS evidence, coalesce(r.quotes, []) AS quotes
ORDER BY fact, direction, date, listed, name, key
