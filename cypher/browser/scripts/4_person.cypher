// 图：一个人的职务、会议与讲话 · Graph: a person's posts, meetings and words
WITH '韦韬' AS person
MATCH (p:Person)
WHERE p.name IS NOT NULL AND (p.name = person OR person IN p.aliases)
WITH DISTINCT p
OPTIONAL MATCH post = (p)-[:HOLDS]->(:Post)-[:OF*0..1]->()
WITH p, collect(post) AS posts
OPTIONAL MATCH there = (p)-[:CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT]->(:Meeting)
WITH p, posts, collect(there) AS meetings
OPTIONAL MATCH word = (p)-[:ISSUED]->(:Directive)
RETURN p, posts, meetings, collect(word) AS words
