// 一项措施最早在哪次会议上由谁提出 · At which meeting a measure was first raised, and by whom
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["wording", "date", "meeting", "chairs", "speaker", "verb", "words", "conveyed_from", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { wording = "as asked", date = "2022-04-04", chairs = ["韦韬"] }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND (x.name = $measure OR $measure IN x.aliases)
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(form:Measure)
OPTIONAL MATCH (whole:Measure)-[:HAS_PART]->(x)
WITH collect(DISTINCT form.key) AS forms, collect(DISTINCT whole.key) AS wholes
UNWIND forms + wholes AS key
WITH DISTINCT key, key IN forms AS itself
MATCH (form:Measure {key: key})
MATCH (d:Directive)-[c:CALLS_FOR]->(form)
// a larger measure counts only where its words hold the ones asked for
WHERE itself OR d.text CONTAINS $measure
WITH d, form, c, itself ORDER BY itself DESC, form.name
WITH d, collect(form.name)[0] AS named, collect(c.evidence)[0] AS evidence, collect(c.quotes)[0] AS quotes
OPTIONAL MATCH (s)-[i:ISSUED]->(d)
WITH d, named, evidence, quotes, s, i ORDER BY s.name
WITH d, named, evidence, quotes, collect({name: s.name, verb: i.verb})[0] AS speaker
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
OPTIONAL MATCH (m)-[:CONVEYED]->(origin)
WITH d, named, evidence, quotes, speaker, m, origin.name AS conveyed ORDER BY conveyed
WITH d, named, evidence, quotes, speaker, m, collect(conveyed) AS conveyed_from
OPTIONAL MATCH (p:Person)-[:CHAIRED]->(m)
WITH d, named, evidence, quotes, speaker, m, conveyed_from, p.name AS chair ORDER BY chair
WITH d, named, evidence, quotes, speaker, m, conveyed_from, collect(chair) AS chairs,
     split(evidence[0], '#char=') AS place
// of two meetings on one day, the one that conveyed another came later
ORDER BY m.date, size(conveyed_from) > 0, m.name, place[0], toInteger(split(place[1], ',')[0])
WITH CASE WHEN d.text CONTAINS $measure THEN 'as asked' ELSE 'another wording' END AS wording,
     collect({date: m.date, meeting: m.name, chairs: chairs, speaker: speaker.name, verb: coalesce(d.verb, speaker.verb[0]),
       words: d.text, conveyed_from: conveyed_from, evidence: evidence, quotes: quotes})[0] AS first
RETURN wording, first.date AS date, first.meeting AS meeting, first.chairs AS chairs, first.speaker AS speaker,
       first.verb AS verb, first.words AS words, first.conveyed_from AS conveyed_from, first.evidence AS evidence,
       first.quotes AS quotes
ORDER BY wording DESC
