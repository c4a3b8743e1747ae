-- The index of the search (docs/decisions/0032): posting lists, read and joined by lib/search/index,
-- in place of a GIN index, which can neither count nor rank fast enough.

-- Small numbers for what articles are counted by ----------------------------

ALTER TABLE topics ADD COLUMN number SERIAL NOT NULL;
ALTER TABLE actors ADD COLUMN number SERIAL NOT NULL;
ALTER TABLE outlets ADD COLUMN number SERIAL NOT NULL;
CREATE UNIQUE INDEX topics_number_key ON topics (number);
CREATE UNIQUE INDEX actors_number_key ON actors (number);
CREATE UNIQUE INDEX outlets_number_key ON outlets (number);

-- Where the index stands ----------------------------------------------------

-- One row. `epoch` changes where all that was read of the index is to be forgotten.
CREATE TABLE search_state (
  id int NOT NULL DEFAULT 1 CHECK (id = 1),
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT search_state_pkey PRIMARY KEY (id)
);
INSERT INTO search_state DEFAULT VALUES;

-- Never changed: articles come in new segments, and segments are joined to larger ones.
CREATE TABLE search_segments (
  id SERIAL NOT NULL,
  articles int NOT NULL,
  -- The numbers of its articles, some of which may stand for none any more.
  docs int[] NOT NULL,
  CONSTRAINT search_segments_pkey PRIMARY KEY (id)
);

-- The articles of a segment that hold a term; the bytes are those of lib/search/index/postings.ts.
CREATE TABLE search_postings (
  term text COLLATE "C" NOT NULL,
  segment_id int NOT NULL,
  articles int NOT NULL,
  docs bytea NOT NULL,
  places bytea NOT NULL,
  CONSTRAINT search_postings_pkey PRIMARY KEY (term, segment_id),
  CONSTRAINT search_postings_segment_id_fkey FOREIGN KEY (segment_id)
    REFERENCES search_segments (id) ON DELETE CASCADE ON UPDATE CASCADE
);
-- Dense already; compressing would only take time.
ALTER TABLE search_postings
  ALTER COLUMN docs SET STORAGE EXTERNAL, ALTER COLUMN places SET STORAGE EXTERNAL;
CREATE INDEX search_postings_segment_id_idx ON search_postings (segment_id);

-- Articles in no segment yet: every process that searches holds these in memory.
CREATE TABLE search_pending (doc int NOT NULL, CONSTRAINT search_pending_pkey PRIMARY KEY (doc));

-- Numbers that stand for no article any more; kept until every process has heard of it.
CREATE TABLE search_gone (
  doc int NOT NULL,
  gone_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  gone_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT search_gone_pkey PRIMARY KEY (doc)
);
CREATE INDEX search_gone_gone_in_idx ON search_gone (gone_in);

-- The search row ------------------------------------------------------------

DROP FUNCTION matching_articles;
DROP INDEX article_search_terms;
-- Of no table, so that emptying one never gives a number a second time.
CREATE SEQUENCE article_search_doc AS int;

ALTER TABLE article_search
  -- The article's number in posting lists: another one whenever its words change.
  ADD COLUMN doc int NOT NULL DEFAULT nextval('article_search_doc'),
  -- The transaction that wrote the row, by which a process tells what it has not seen yet.
  ADD COLUMN changed_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  ADD COLUMN released_at timestamptz(3) NOT NULL DEFAULT 'epoch',
  ADD COLUMN language text NOT NULL DEFAULT 'en',
  ADD COLUMN outlet_number int NOT NULL DEFAULT -1,
  ADD COLUMN text_length int NOT NULL DEFAULT 0,
  -- The last places of headline and summary among those of the terms.
  ADD COLUMN title_end smallint NOT NULL DEFAULT 0,
  ADD COLUMN summary_end smallint NOT NULL DEFAULT 0,
  ADD COLUMN topic_numbers int[] NOT NULL DEFAULT '{}',
  ADD COLUMN actor_numbers int[] NOT NULL DEFAULT '{}';

CREATE FUNCTION topic_numbers_of(article uuid) RETURNS int[] STABLE
BEGIN ATOMIC
  SELECT coalesce(array_agg(number ORDER BY number), '{}')
  FROM article_topics JOIN topics ON topics.id = topic_id
  WHERE article_id = article AND status <> 'rejected';
END;

CREATE FUNCTION actor_numbers_of(article uuid) RETURNS int[] STABLE
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT number ORDER BY number), '{}')
  FROM mentions JOIN actors ON actors.id = actor_id
  WHERE article_id = article AND status <> 'rejected';
END;

-- The place of the last term; stop words after it have none.
CREATE FUNCTION last_place(terms tsvector) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(max(place), 0) FROM unnest(terms) stored (term, places, parts), unnest(places) place
$$;

-- Words that `article_terms` adds beside the running text stand at its end, and are not counted.
CREATE FUNCTION end_of(given text) RETURNS int IMMUTABLE
  RETURN last_place(to_tsvector('archive_english', archive_text(given)));

CREATE OR REPLACE FUNCTION refresh_article_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  summary text := coalesce(NEW.summary, '');
  visible text := CASE WHEN NEW.rights = 'full_text' THEN NEW.body ELSE '' END;
  title_end int;
BEGIN
  IF NEW.status <> 'published' OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM article_search WHERE article_id = NEW.id;
    RETURN NULL;
  END IF;
  title_end := end_of(NEW.headline);
  INSERT INTO article_search (
    article_id, published_on, outlet_id, terms, released_at, language, outlet_number, text_length,
    title_end, summary_end, topic_numbers, actor_numbers)
  VALUES (
    NEW.id, NEW.published_on, NEW.outlet_id, article_terms(NEW.headline, summary, visible),
    coalesce(NEW.released_at, 'epoch'), NEW.language,
    coalesce((SELECT number FROM outlets WHERE id = NEW.outlet_id), -1),
    length(NEW.headline) + length(summary) + length(visible),
    title_end, title_end + end_of(summary), topic_numbers_of(NEW.id), actor_numbers_of(NEW.id)
  )
  ON CONFLICT (article_id) DO UPDATE SET
    published_on = excluded.published_on, outlet_id = excluded.outlet_id, terms = excluded.terms,
    released_at = excluded.released_at, language = excluded.language,
    outlet_number = excluded.outlet_number, text_length = excluded.text_length,
    title_end = excluded.title_end, summary_end = excluded.summary_end;
  RETURN NULL;
END $$;

DROP TRIGGER articles_search ON articles;
CREATE TRIGGER articles_search
  AFTER INSERT OR UPDATE OF status, deleted_at, headline, summary, body, rights, published_on,
    outlet_id, released_at, language
  ON articles FOR EACH ROW EXECUTE FUNCTION refresh_article_search();

CREATE OR REPLACE FUNCTION refresh_search_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_search
  SET topic_numbers = topic_numbers_of(article_id), actor_numbers = actor_numbers_of(article_id)
  WHERE article_id IN (SELECT article_id FROM changed);
  RETURN NULL;
END $$;

-- Rows that are there already, before they are watched.
UPDATE article_search SET
  released_at = coalesce(articles.released_at, 'epoch'),
  language = articles.language,
  outlet_number = coalesce((SELECT number FROM outlets WHERE id = articles.outlet_id), -1),
  text_length = length(headline) + length(coalesce(summary, ''))
    + CASE WHEN rights = 'full_text' THEN length(body) ELSE 0 END,
  title_end = end_of(headline),
  summary_end = end_of(headline) + end_of(coalesce(summary, '')),
  topic_numbers = topic_numbers_of(articles.id),
  actor_numbers = actor_numbers_of(articles.id)
FROM articles WHERE articles.id = article_id;
INSERT INTO search_pending SELECT doc FROM article_search;

ALTER TABLE article_search DROP COLUMN topic_ids, DROP COLUMN actor_ids;
DROP FUNCTION topic_ids_of;
DROP FUNCTION actor_ids_of;
CREATE UNIQUE INDEX article_search_doc_key ON article_search (doc);
CREATE INDEX article_search_changed_in_idx ON article_search (changed_in);

-- A row as lib/search/index/article-row.ts reads it.
CREATE FUNCTION search_row(item article_search) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT int4send(item.doc) || uuid_send(item.article_id)
    || int4send(item.published_on - date '1970-01-01')
    || float8send((extract(epoch FROM item.released_at) * 1000)::float8)
    || int4send(item.outlet_number) || int4send(item.text_length)
    || int2send(item.title_end) || int2send(item.summary_end)
    || int4send(octet_length(item.language)) || convert_to(item.language, 'UTF8')
    || array_send(item.topic_numbers) || array_send(item.actor_numbers)
$$;

-- Which numbers the index has to learn, and which to forget -----------------

CREATE FUNCTION renumber_search_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_in := pg_current_xact_id();
  IF NEW.terms IS DISTINCT FROM OLD.terms THEN
    NEW.doc := nextval('article_search_doc');
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER article_search_renumbered
  BEFORE UPDATE ON article_search FOR EACH ROW EXECUTE FUNCTION renumber_search_row();

CREATE FUNCTION track_search_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_pending WHERE doc = OLD.doc;
    INSERT INTO search_gone (doc) VALUES (OLD.doc);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_pending (doc) VALUES (NEW.doc);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER article_search_tracked
  AFTER INSERT OR DELETE ON article_search FOR EACH ROW EXECUTE FUNCTION track_search_row();
CREATE TRIGGER article_search_tracked_again
  AFTER UPDATE ON article_search FOR EACH ROW WHEN (OLD.doc <> NEW.doc)
  EXECUTE FUNCTION track_search_row();

CREATE FUNCTION forget_search_index() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The lock of lib/search/mutations-index.ts: what is being made of the old rows is waited for.
  PERFORM pg_advisory_xact_lock(7219403);
  DELETE FROM search_pending;
  DELETE FROM search_segments;
  DELETE FROM search_gone;
  UPDATE search_state SET epoch = gen_random_uuid();
  RETURN NULL;
END $$;

CREATE TRIGGER article_search_emptied
  AFTER TRUNCATE ON article_search FOR EACH STATEMENT EXECUTE FUNCTION forget_search_index();

-- What searches remember of spellings is forgotten when one changes.
CREATE TRIGGER spellings_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON spellings
  FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed();
