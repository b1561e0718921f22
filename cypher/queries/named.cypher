// 按名称查找节点及其 key · Nodes by a part of their name, with the key that other queries ask for
// parameters.name = { type = "string", about = "名称或别名的一部分 · part of the name or an alias" }
// parameters.label = { type = "string", default = "", choices = ["Person", "Post", "Body", "Meeting", "Measure", "Document"], about = "只要这一类，空为全部 · this kind only, empty for all" }
// parameters.limit = { type = "integer", default = 20, about = "最多几个 · how many at most" }
// columns = ["label", "key", "name", "aliases", "date", "reports", "evidence", "quotes"]
// example.parameters = { name = "韦韬", label = "Person" }
// example.first = { label = "Person", name = "韦韬" }
CALL () {
  MATCH (n:Person)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Person')
    AND n.forms CONTAINS $name
  RETURN 'Person' AS label, n
  UNION ALL
  MATCH (n:Post)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Post')
    AND n.name CONTAINS $name
  RETURN 'Post' AS label, n
  UNION ALL
  MATCH (n:Body)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Body')
    AND n.forms CONTAINS $name
  RETURN 'Body' AS label, n
  UNION ALL
  MATCH (n:Meeting)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Meeting')
    AND n.forms CONTAINS $name
  RETURN 'Meeting' AS label, n
  UNION ALL
  MATCH (n:Measure)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Measure')
    AND n.forms CONTAINS $name
  RETURN 'Measure' AS label, n
  UNION ALL
  MATCH (n:Document)
  WHERE n.name IS NOT NULL AND ($label = '' OR $label = 'Document')
    AND n.forms CONTAINS $name
  RETURN 'Document' AS label, n
}
WITH label, n, CASE n.name WHEN $name THEN 0 ELSE 1 END AS rank
ORDER BY rank, size(n.name), n.name, n.key
LIMIT $limit
OPTIONAL MATCH (:Article)-[r:MENTIONS]->(n)
WITH label, n.key AS key, n.name AS name, n.aliases AS aliases, n.date AS date, rank, r ORDER BY r.evidence[0]
WITH label, key, name, aliases, date, rank, count(r) AS reports, collect(r.evidence[0])[..1] AS evidence,
     collect(r.quotes[0])[..1] AS quotes
RETURN label, key, name, coalesce(aliases, []) AS aliases, date, reports, evidence, quotes
ORDER BY rank, size(name), name, key
