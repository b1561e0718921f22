// 图：一个机构的历次会议 · Graph: a body's meetings, their chairs and measures
WITH '太原市疫情防控工作领导小组' AS body
MATCH (b:Body)
WHERE b.name IS NOT NULL AND b.name CONTAINS body
WITH DISTINCT b
MATCH held = (b)<-[:HELD_BY]-(m:Meeting)
OPTIONAL MATCH chair = (m)<-[:CHAIRED]-(:Person)
WITH held, m, collect(chair) AS chairs
OPTIONAL MATCH measure = (m)<-[:GIVEN_AT]-(:Directive)-[:CALLS_FOR]->(:Measure)
RETURN held, chairs, collect(measure) AS measures
LIMIT 100
