// What questions enter the graph by: names, dates, ordinals, series; and the source an article came from (for loading)
CREATE INDEX person_name IF NOT EXISTS FOR (n:Person) ON (n.name);
CREATE INDEX post_name IF NOT EXISTS FOR (n:Post) ON (n.name);
CREATE INDEX post_role IF NOT EXISTS FOR (n:Post) ON (n.role);
CREATE INDEX body_name IF NOT EXISTS FOR (n:Body) ON (n.name);
CREATE INDEX meeting_name IF NOT EXISTS FOR (n:Meeting) ON (n.name);
CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date);
CREATE INDEX meeting_ordinal IF NOT EXISTS FOR (n:Meeting) ON (n.ordinal);
CREATE INDEX meeting_series IF NOT EXISTS FOR (n:Meeting) ON (n.series);
CREATE INDEX measure_name IF NOT EXISTS FOR (n:Measure) ON (n.name);
CREATE INDEX document_name IF NOT EXISTS FOR (n:Document) ON (n.name);
CREATE INDEX target_deadline IF NOT EXISTS FOR (n:Target) ON (n.deadline);
CREATE INDEX article_date IF NOT EXISTS FOR (n:Article) ON (n.date);
CREATE INDEX article_path IF NOT EXISTS FOR (n:Article) ON (n.path);
