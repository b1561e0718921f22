// 图：一次会议 · Graph: a meeting with its people, demands and measures
WITH '第119次会议' AS meeting
MATCH (m:Meeting)
WHERE m.name IS NOT NULL AND (m.name CONTAINS meeting OR any(alias IN m.aliases WHERE alias CONTAINS meeting))
WITH DISTINCT m
OPTIONAL MATCH there = (m)<-[:CHAIRED|ATTENDED|SPOKE_AT|REPORTED_AT]-(:Person)
WITH m, collect(there) AS people
OPTIONAL MATCH word = (m)<-[:GIVEN_AT]-(:Directive)-[:CALLS_FOR]->(:Measure)
WITH m, people, collect(word) AS words
OPTIONAL MATCH paper = (m)-[:CONVEYED|ADOPTED|CONSIDERED|HELD_BY]->()
RETURN m, people, words, collect(paper) AS papers
LIMIT 100
