// 图：会议精神的传达链 · Graph: which meeting conveyed which, up to the centre
WITH '第108次会议' AS meeting
MATCH (m:Meeting)
WHERE m.name IS NOT NULL AND (m.name CONTAINS meeting OR any(alias IN m.aliases WHERE alias CONTAINS meeting))
WITH DISTINCT m
MATCH way = (m)-[:CONVEYED*1..6]->()
RETURN way
LIMIT 100
