// 一个节点上的讲话与要求 · The demands around a node: made by it, at it, for it, or citing it
// parameters.key = { type = "string", about = "节点的 key，如 person/林武 · the node's key, such as person/林武" }
// columns = ["date", "meeting", "meeting_key", "speaker", "speaker_key", "speaker_kind", "verb", "item", "words", "measures", "measure_keys", "evidence", "quotes"]
// example.parameters = { key = "person/林武" }
// example.first = { date = "2022-04-04", speaker = "林武", speaker_kind = "Person" }
CALL () {
  MATCH (n:Person {key: $key}) MATCH (n)-[:ISSUED]->(d:Directive) RETURN d
  UNION ALL
  MATCH (n:Body {key: $key}) MATCH (n)-[:ISSUED]->(d:Directive) RETURN d
  UNION ALL
  MATCH (n:Meeting {key: $key}) MATCH (n)-[:ISSUED]->(d:Directive) RETURN d
  UNION ALL
  MATCH (n:Meeting {key: $key}) MATCH (n)<-[:GIVEN_AT]-(d:Directive) RETURN d
  UNION ALL
  MATCH (n:Measure {key: $key}) MATCH (n)<-[:CALLS_FOR]-(d:Directive) RETURN d
  UNION ALL
  MATCH (n:Document {key: $key}) MATCH (n)<-[:CITES]-(d:Directive) RETURN d
}
WITH DISTINCT d
MATCH (s)-[i:ISSUED]->(d)
WITH d, i, s.name AS speaker, s.key AS speaker_key, labels(s)[0] AS speaker_kind
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
WITH d, i, speaker, speaker_key, speaker_kind, m.date AS date, m.name AS meeting, m.key AS meeting_key
OPTIONAL MATCH (d)-[:CALLS_FOR]->(w:Measure)
WITH d, i, speaker, speaker_key, speaker_kind, date, meeting, meeting_key, w.name AS measure, w.key AS measure_key
ORDER BY measure, measure_key
WITH d, i, speaker, speaker_key, speaker_kind, date, meeting, meeting_key, collect(measure) AS measures,
     collect(measure_key) AS measure_keys, split(i.evidence[0], '#char=') AS place
RETURN date, meeting, meeting_key, speaker, speaker_key, speaker_kind, coalesce(d.verb, i.verb[0]) AS verb,
       d.item AS item, d.text AS words, measures, measure_keys, i.evidence AS evidence, i.quotes AS quotes
ORDER BY date, meeting, place[0], toInteger(split(place[1], ',')[0]), speaker, d.key
