// 哪些报道提到一个节点，或一篇报道提到什么 · Which articles mention a node, or what an article mentions
// parameters.key = { type = "string", about = "节点的 key，如 person/林武 · the node's key, such as person/林武" }
// parameters.most = { type = "integer", default = 3, about = "每行最多几处原文 · how many places of each at most" }
// columns = ["label", "key", "name", "date", "source", "times", "evidence", "quotes"]
// example.parameters = { key = "person/韦韬" }
// example.first = { label = "Article", date = "2022-05-26" }
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
MATCH (n)-[r:MENTIONS]-(x)
WITH x, r, labels(x)[0] AS label, size(r.evidence) AS times
RETURN label, x.key AS key, x.name AS name, x.date AS date, x.source AS source, times,
       r.evidence[..$most] AS evidence, r.quotes[..$most] AS quotes
ORDER BY label, date DESC, times DESC, key
