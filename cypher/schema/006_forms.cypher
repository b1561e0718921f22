// Every printed form of a name in one text (|林武|林书记|): answers CONTAINS on any of them. The embedded store needs none
// store: neo4j
CREATE TEXT INDEX person_forms IF NOT EXISTS FOR (n:Person) ON (n.forms);
CREATE TEXT INDEX body_forms IF NOT EXISTS FOR (n:Body) ON (n.forms);
CREATE TEXT INDEX meeting_forms IF NOT EXISTS FOR (n:Meeting) ON (n.forms);
CREATE TEXT INDEX measure_forms IF NOT EXISTS FOR (n:Measure) ON (n.forms);
CREATE TEXT INDEX document_forms IF NOT EXISTS FOR (n:Document) ON (n.forms);
CREATE TEXT INDEX meeting_series_text IF NOT EXISTS FOR (n:Meeting) ON (n.series);
CREATE TEXT INDEX directive_text IF NOT EXISTS FOR (n:Directive) ON (n.text);
