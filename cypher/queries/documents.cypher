// 审议、通过、公布的文件 · Documents adopted, considered or published
// parameters.document = { type = "string", default = "", about = "文件标题的一部分 · part of the title" }
// parameters.who = { type = "string", default = "", about = "会议或机构名称的一部分 · part of the meeting's or body's name" }
// parameters.action = { type = "string", default = "", choices = ["ADOPTED", "CONSIDERED", "PUBLISHED"], about = "ADOPTED、CONSIDERED 或 PUBLISHED，空为任意 · one of these, empty for any" }
// parameters.since = { type = "date", default = "", about = "会议的起始日期 · first day, month or year of the meeting" }
// parameters.until = { type = "date", default = "", about = "会议的截止日期，含 · last day, month or year of the meeting" }
// columns = ["date", "document", "kind", "action", "who", "verbs", "evidence", "quotes"]
// example.parameters = { document = "教育事业发展规划" }
// example.first = { document = "山西省“十四五”教育事业发展规划", action = "PUBLISHED" }
MATCH (d:Document)
WHERE d.name IS NOT NULL
  AND d.forms CONTAINS $document
WITH DISTINCT d
MATCH (w)-[r:ADOPTED|CONSIDERED|PUBLISHED]->(d)
WHERE ($action = '' OR type(r) = $action)
  AND ($since = '' OR w.date >= $since)
  AND ($until = '' OR w.date <= $until + '~')
  AND w.forms CONTAINS $who
RETURN w.date AS date, d.name AS document, d.kind AS kind, type(r) AS action, w.name AS who, r.verb AS verbs,
       r.evidence AS evidence, r.quotes AS quotes
ORDER BY date, document, d.key, action, who, w.key
