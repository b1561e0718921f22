// 一项措施最早在哪次会议上由谁提出 · At which meeting a measure was first raised, and by whom
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["wording", "date", "meeting", "chairs", "speaker", "verb", "words", "conveyed_from", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { wording = "as asked", date = "2022-04-04", chairs = ["韦韬"] }
CALL () {
  MATCH (d:Directive)
  WHERE d.key IS NOT NULL AND d.text CONTAINS $measure
  WITH DISTINCT d
  MATCH ()-[r:ISSUED]->(d)
  RETURN d.key AS key, 'as asked' AS wording, r.evidence AS evidence, r.quotes AS quotes
  UNION ALL
  MATCH (x:Measure)
  WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
  WITH DISTINCT x
  MATCH (x)-[:VARIANT_OF*0..2]-(form:Measure)
  WITH DISTINCT form
  MATCH (d:Directive)-[r:CALLS_FOR]->(form)
  WHERE NOT d.text CONTAINS $measure
  RETURN d.key AS key, 'another wording' AS wording, r.evidence AS evidence, r.quotes AS quotes
}
WITH wording, key, collect({evidence: evidence, quotes: quotes}) AS proofs
MATCH (d:Directive {key: key})
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
WITH wording, key, m.date AS date, proofs
WITH wording, min(date) AS first, collect({key: key, date: date, ask: proofs[0]}) AS demands
UNWIND [demand IN demands WHERE first IS NULL OR demand.date = first] AS demand
MATCH (d:Directive {key: demand.key})
OPTIONAL MATCH (s)-[i:ISSUED]->(d)
WITH wording, demand, d, s.name AS name, i.verb AS verbs ORDER BY name
WITH wording, demand, d, collect({name: name, verbs: verbs}) AS speakers
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
OPTIONAL MATCH (d)-[:GIVEN_AT]->(:Meeting)-[:CONVEYED]->(origin)
WITH wording, demand, d, speakers, m, origin.name AS origin ORDER BY origin
WITH wording, demand, d, speakers, m, collect(origin) AS conveyed_from
OPTIONAL MATCH (d)-[:GIVEN_AT]->(:Meeting)<-[:CHAIRED]-(p:Person)
WITH wording, demand, d, speakers, m, conveyed_from, p.name AS chair ORDER BY chair
WITH wording, demand, d, speakers[0] AS speaker, m, conveyed_from, collect(chair) AS chairs,
     split(demand.ask.evidence[0], '#char=') AS place
// of two meetings on one day, the one that conveyed another came later
ORDER BY size(conveyed_from) > 0, m.name, place[0], toInteger(split(place[1], ',')[0]), d.key
WITH wording, collect({date: m.date, meeting: m.name, chairs: chairs, speaker: speaker.name,
                       verb: coalesce(d.verb, speaker.verbs[0]), words: d.text, conveyed_from: conveyed_from,
                       ask: demand.ask}) AS found
RETURN wording, found[0].date AS date, found[0].meeting AS meeting, found[0].chairs AS chairs,
       found[0].speaker AS speaker, found[0].verb AS verb, found[0].words AS words,
       found[0].conveyed_from AS conveyed_from, found[0].ask.evidence AS evidence, found[0].ask.quotes AS quotes
ORDER BY wording DESC
