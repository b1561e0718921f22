// 谁向谁提出了什么要求 · Who demanded what of whom
// parameters.speaker = { type = "string", default = "", about = "提出者：人、机构或会议名称的一部分 · part of the speaker's name" }
// parameters.addressee = { type = "string", default = "", about = "被要求者的一部分 · part of who is told to" }
// parameters.words = { type = "string", default = "", about = "要求中的字句 · words of the demand" }
// parameters.meeting = { type = "string", default = "", about = "会议名称的一部分 · part of the meeting's name" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// parameters.addressees = { type = "list", default = ["各级", "各地", "各部门", "部门", "单位", "干部", "党委", "政府", "党组织", "企业", "集团", "全市", "全省", "全国", "全党", "同志", "机关", "各市", "各县", "各区", "各省"], about = "“要”字之前算作被要求者的用词 · words before 要 that tell an addressee" }
// columns = ["date", "meeting", "speaker", "speaker_kind", "verb", "addressee", "words", "measures", "evidence", "quotes"]
// example.parameters = { speaker = "蓝佛安", addressee = "全省" }
// example.first = { speaker = "蓝佛安", verb = "指出", date = "2022-04-04" }
MATCH (s:Person|Body|Meeting)-[i:ISSUED]->(d:Directive)
WHERE s.name IS NOT NULL AND s.name CONTAINS $speaker AND d.text CONTAINS $words
  AND ($meeting = '' OR EXISTS { MATCH (d)-[:GIVEN_AT]->(at:Meeting) WHERE at.forms CONTAINS $meeting })
OPTIONAL MATCH (d)-[:GIVEN_AT]->(m:Meeting)
WITH d, m, i, s.name AS speaker, labels(s)[0] AS speaker_kind
WHERE ($meeting = '' OR m.forms CONTAINS $meeting)
  AND ($since = '' OR m.date >= $since)
  AND ($until = '' OR m.date <= $until + '~')
WITH d, m, i, speaker, speaker_kind, split(d.text, '要')[0] AS head
WITH d, m, i, speaker, speaker_kind, head,
     CASE WHEN head ENDS WITH '都' OR head ENDS WITH '均' THEN substring(head, 0, size(head) - 1) ELSE head END AS told
WITH d, m, i, speaker, speaker_kind,
     CASE WHEN size(told) < 30 AND head <> d.text AND NOT any(mark IN ['，', ',', '“', '。'] WHERE told CONTAINS mark)
       AND any(word IN $addressees WHERE told CONTAINS word) THEN told ELSE '' END AS addressee
WHERE addressee CONTAINS $addressee
OPTIONAL MATCH (d)-[:CALLS_FOR]->(w:Measure)
WITH d, m, i, speaker, speaker_kind, addressee, w ORDER BY w.name
WITH d, m, i, speaker, speaker_kind, addressee, collect(w.name) AS measures, split(i.evidence[0], '#char=') AS place
RETURN m.date AS date, m.name AS meeting, speaker, speaker_kind,
       coalesce(d.verb, i.verb[0]) AS verb, addressee, d.text AS words, measures,
       i.evidence AS evidence, i.quotes AS quotes
ORDER BY date, meeting, place[0], toInteger(split(place[1], ',')[0]), speaker, d.key
