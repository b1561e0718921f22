// 图：谁主持了会议 · Graph: who chaired which meetings of a period
WITH '2022-01-01' AS since, '2022-12-31' AS until
MATCH (m:Meeting)
WHERE m.date >= since AND m.date <= until
WITH DISTINCT m
MATCH chair = (:Person)-[:CHAIRED]->(m)
OPTIONAL MATCH held = (m)-[:HELD_BY]->(:Body)
RETURN chair, collect(held) AS held
LIMIT 100
