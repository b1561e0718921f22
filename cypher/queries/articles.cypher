// 有哪些报道 · Which articles there are, latest first
// parameters.headline = { type = "string", default = "", about = "标题的一部分 · part of the headline" }
// parameters.path = { type = "string", default = "", about = "来源：文件名或记录号 · the source: name of a file or id of a record" }
// parameters.since = { type = "date", default = "", about = "起始日期 · first day, month or year" }
// parameters.until = { type = "date", default = "", about = "截止日期，含 · last day, month or year" }
// parameters.limit = { type = "integer", default = 100, about = "最多几篇 · how many at most" }
// columns = ["date", "article", "article_key", "source", "reporters", "path", "evidence", "quotes"]
// example.parameters = { headline = "举行工作会谈" }
// example.first = { date = "2022-05-26", path = "004_106f38b497a622a6.txt" }
MATCH (a:Article)
WHERE a.path IS NOT NULL AND a.headline CONTAINS $headline AND ($path = '' OR a.path = $path)
  AND ($since = '' OR a.date >= $since)
  AND ($until = '' OR a.date <= $until + '~')
WITH DISTINCT a
ORDER BY coalesce(a.date, '') DESC, a.key
LIMIT $limit
OPTIONAL MATCH (a)-[r:MENTIONS]->()
WITH a, r ORDER BY r.evidence[0]
WITH a, collect(r.evidence[0])[..1] AS evidence, collect(r.quotes[0])[..1] AS quotes
RETURN a.date AS date, coalesce(a.headline, a.name) AS article, a.key AS article_key, a.source AS source,
       coalesce(a.reporters, []) AS reporters, a.path AS path, evidence, quotes
ORDER BY coalesce(date, '') DESC, a.key
