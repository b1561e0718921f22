// Chinese full text: names in every printed form, and words of demands. The embedded store answers these by CONTAINS
// store: neo4j
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (n:Person|Post|Body|Meeting|Measure|Document) ON EACH [n.name, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX words IF NOT EXISTS
FOR (n:Directive|Target|Article) ON EACH [n.text, n.headline]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
