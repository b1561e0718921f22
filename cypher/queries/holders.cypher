// 任职：一个人任何职，一个职务或机构由谁任 · Who holds which posts: of a person, a post or a body
// parameters.key = { type = "string", about = "节点的 key，如 person/林武 · the node's key, such as person/林武" }
// columns = ["person", "person_key", "post", "post_key", "printed", "bodies", "body_keys", "first_seen", "last_seen", "evidence", "quotes"]
// example.parameters = { key = "post/太原市委书记" }
// example.first = { person = "韦韬", post = "太原市委书记" }
CALL () {
  MATCH (p:Person {key: $key}) MATCH (p)-[r:HOLDS]->(o:Post) RETURN p.key AS person_key, r, o
  UNION ALL
  MATCH (o:Post {key: $key}) MATCH (o)<-[r:HOLDS]-(p:Person) RETURN p.key AS person_key, r, o
  UNION ALL
  MATCH (n:Body {key: $key}) MATCH (n)<-[:OF]-(o:Post) MATCH (o)<-[r:HOLDS]-(p:Person)
  RETURN p.key AS person_key, r, o
}
WITH r, o, startNode(r).name AS person, person_key
OPTIONAL MATCH (o)-[:OF]->(b:Body)
WITH r, o, person, person_key, b.name AS body, b.key AS body_key ORDER BY body, body_key
WITH r, o, person, person_key, collect(body) AS bodies, collect(body_key) AS body_keys
RETURN person, person_key, o.name AS post, o.key AS post_key, r.titles AS printed, bodies, body_keys,
       r.first_seen AS first_seen, r.last_seen AS last_seen, r.evidence AS evidence, r.quotes AS quotes
ORDER BY first_seen, last_seen, person, person_key, post, post_key
