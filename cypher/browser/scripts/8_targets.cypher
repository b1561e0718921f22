// 图：文件与量化目标 · Graph: documents with the targets they set
WITH '规划' AS document
MATCH (d:Document)
WHERE d.name IS NOT NULL AND d.name CONTAINS document
WITH DISTINCT d
MATCH aim = (d)-[:SETS]->(:Target)
WITH d, collect(aim) AS aims
OPTIONAL MATCH who = (d)<-[:PUBLISHED|ADOPTED|CONSIDERED]-()
RETURN aims, collect(who) AS who
LIMIT 100
