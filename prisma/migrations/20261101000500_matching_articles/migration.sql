-- The planner does not know that testing a stored tsvector means fetching it from elsewhere, and
-- would scan the whole table for a common word: 40 times slower (docs/decisions/0005). The setting
-- holds within this function alone, so that a search need not open a transaction for it.
--
-- `place` is where the row lies, good within the statement that asks: the quickest way back to it.
CREATE FUNCTION matching_articles(query tsquery)
RETURNS TABLE (place tid, article_id uuid, published_on date, outlet_id uuid)
LANGUAGE sql STABLE SET enable_seqscan = off
BEGIN ATOMIC
  SELECT ctid, article_id, published_on, outlet_id FROM article_search WHERE terms @@ query;
END;
