// 一项措施的来龙去脉 · The trace of a measure: every demand for it or for a part of it alone, in time
// parameters.measure = { type = "string", about = "措施名称或别名 · the measure's name or alias" }
// columns = ["date", "published", "meeting", "chairs", "speaker", "speaker_kind", "verb", "words", "relation", "measures", "wordings", "conveyed_from", "evidence", "quotes"]
// example.parameters = { measure = "落地核酸+点对点转运+精准赋码" }
// example.first = { date = "2022-04-04" }
MATCH (x:Measure)
WHERE x.name IS NOT NULL AND x.forms CONTAINS $measure AND x.forms CONTAINS '|' + $measure + '|'
WITH DISTINCT x
MATCH (x)-[:VARIANT_OF*0..2]-(whole:Measure)
OPTIONAL MATCH (whole)-[:HAS_PART]->(:Measure)-[:VARIANT_OF*0..2]-(part:Measure)
WITH collect(DISTINCT whole.key) AS wholes, collect(DISTINCT part.key) AS parts, collect(DISTINCT x.key) AS asked
UNWIND wholes + parts AS key
WITH DISTINCT key, CASE WHEN key IN asked THEN 1 WHEN key IN wholes THEN 2 ELSE 3 END AS rank
MATCH (form:Measure {key: key})
MATCH (d:Directive)-[c:CALLS_FOR]->(form)
// a demand for the whole is not also listed as one for its parts
WITH d, form, c, rank ORDER BY rank, form.name
WITH d, min(rank) AS rank,
     collect({rank: rank, key: form.key, name: form.name, forms: [form.name] + coalesce(form.aliases, []),
              evidence: c.evidence, quotes: c.quotes}) AS asks
WITH d, rank, [ask IN asks WHERE ask.rank = rank] AS asks
UNWIND asks AS ask
MATCH (named:Measure {key: ask.key})
OPTIONAL MATCH (named)<-[:MENTIONS]-(a:Article)
WHERE a.path = split(ask.evidence[0], '#')[0]
WITH d, rank, asks, min(a.date) AS published
OPTIONAL MATCH (s)-[i:ISSUED]->(d)
WITH d, rank, asks, published, s.name AS speaker, labels(s)[0] AS kind, i.verb AS verbs ORDER BY speaker
WITH d, rank, asks, published, collect({name: speaker, kind: kind, verbs: verbs}) AS speakers
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
OPTIONAL MATCH (d)-[:GIVEN_AT]->(:Meeting)-[:CONVEYED]->(origin)
WITH d, rank, asks, published, speakers, m, origin.name AS origin ORDER BY origin
WITH d, rank, asks, published, speakers, m, collect(origin) AS conveyed_from
OPTIONAL MATCH (d)-[:GIVEN_AT]->(:Meeting)<-[:CHAIRED]-(p:Person)
WITH d, rank, asks, published, speakers, m, conveyed_from, p.name AS chair ORDER BY chair
WITH d, rank, asks, published, speakers[0] AS speaker, m, conveyed_from, collect(chair) AS chairs,
     split(asks[0].evidence[0], '#char=') AS place
RETURN m.date AS date, published, m.name AS meeting, chairs, speaker.name AS speaker, speaker.kind AS speaker_kind,
       coalesce(d.verb, speaker.verbs[0]) AS verb, d.text AS words,
       CASE rank WHEN 1 THEN 'whole' WHEN 2 THEN 'variant' ELSE 'part' END AS relation,
       [ask IN asks | ask.name] AS measures,
       reduce(found = [], ask IN asks | found + [form IN ask.forms WHERE d.text CONTAINS form]) AS wordings,
       conveyed_from, asks[0].evidence AS evidence, asks[0].quotes AS quotes
// of two meetings on one day, the one that conveyed another came later
ORDER BY coalesce(date, published), size(conveyed_from) > 0, meeting, rank,
         place[0], toInteger(split(place[1], ',')[0]), d.key
