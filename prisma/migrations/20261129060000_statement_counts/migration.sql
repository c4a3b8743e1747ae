-- How many statements readers see in an article, and how many of them are of a source that it does not
-- name: a search adds them up over all that it finds.
ALTER TABLE article_search
  ADD COLUMN statements smallint NOT NULL DEFAULT 0,
  ADD COLUMN unnamed smallint NOT NULL DEFAULT 0;

CREATE FUNCTION count_statements(articles uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE article_search SET statements = counted.statements, unnamed = counted.unnamed
  FROM (
    SELECT article, least(count(statements.id), 32767)::smallint AS statements,
      least(count(statements.id) FILTER (WHERE is_anonymous), 32767)::smallint AS unnamed
    FROM unnest(articles) article
    LEFT JOIN statements ON article_id = article AND is_public
    GROUP BY article
  ) counted
  WHERE article_id = article
    AND (article_search.statements, article_search.unnamed)
      IS DISTINCT FROM (counted.statements, counted.unnamed)
$$;

CREATE FUNCTION recount_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_statements(ARRAY(SELECT DISTINCT article_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER statements_counted_added AFTER INSERT ON statements REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION recount_statements();
CREATE FUNCTION recount_changed_statements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_statements(ARRAY(
    SELECT DISTINCT unnest(ARRAY[changed.article_id, before.article_id])
    FROM changed JOIN before USING (id)
    WHERE (changed.is_public, changed.is_anonymous, changed.article_id)
      IS DISTINCT FROM (before.is_public, before.is_anonymous, before.article_id)));
  RETURN NULL;
END $$;
CREATE TRIGGER statements_counted_updated AFTER UPDATE ON statements
  REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION recount_changed_statements();
CREATE TRIGGER statements_counted_removed AFTER DELETE ON statements REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION recount_statements();

-- An article that comes back has its statements already.
CREATE FUNCTION count_new_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_statements(ARRAY[NEW.article_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER article_search_counted AFTER INSERT ON article_search
  FOR EACH ROW EXECUTE FUNCTION count_new_row();

SELECT count_statements(ARRAY(SELECT DISTINCT article_id FROM statements WHERE is_public));

CREATE OR REPLACE FUNCTION search_row(item article_search) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT int4send(item.doc) || uuid_send(item.article_id)
    || int4send(item.published_on - date '1970-01-01')
    || float8send((extract(epoch FROM item.released_at) * 1000)::float8)
    || int4send(item.outlet_number) || int4send(item.text_length)
    || int2send(item.title_end) || int2send(item.summary_end)
    || int2send(item.statements) || int2send(item.unnamed)
    || int4send(octet_length(item.language)) || convert_to(item.language, 'UTF8')
    || array_send(item.topic_numbers) || array_send(item.actor_numbers)
$$;
