// Part of a headline is answered by an index. The embedded store needs none
// store: neo4j
CREATE TEXT INDEX article_headline IF NOT EXISTS FOR (n:Article) ON (n.headline);
