-- What Prisma's schema cannot say: rules that must never break, the search row,
-- and the notice that public content has changed.

-- Rules ---------------------------------------------------------------------

ALTER TABLE originals
  ADD CONSTRAINT originals_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT originals_sha256_true CHECK (sha256 = encode(sha256(bytes), 'hex')),
  ADD CONSTRAINT originals_length_true CHECK (byte_length = octet_length(bytes));

ALTER TABLE outlets
  ADD CONSTRAINT outlets_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT outlets_name_given CHECK (btrim(name) <> '');

ALTER TABLE articles
  ADD CONSTRAINT articles_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT articles_version_counts CHECK (version >= 1),
  -- A public article, or one that was public, has a headline, a day and an address.
  ADD CONSTRAINT articles_public_complete CHECK (
    status = 'draft' OR (
      published_on IS NOT NULL AND slug IS NOT NULL AND released_at IS NOT NULL
      AND headline IS NOT NULL AND btrim(headline) <> ''
    )
  ),
  ADD CONSTRAINT articles_withdrawn_says_when CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL));

ALTER TABLE field_spans
  ADD CONSTRAINT field_spans_whole CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
  ADD CONSTRAINT field_spans_forward CHECK (starts_at >= 0 AND ends_at > starts_at),
  ADD CONSTRAINT field_spans_confidence CHECK (confidence BETWEEN 0 AND 1);

ALTER TABLE mentions
  ADD CONSTRAINT mentions_forward CHECK (starts_at >= 0 AND ends_at > starts_at);

ALTER TABLE revisions ADD CONSTRAINT revisions_count CHECK (number >= 1);

ALTER TABLE topics
  ADD CONSTRAINT topics_id_form CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT topics_not_own_parent CHECK (broader_id <> id),
  ADD CONSTRAINT topics_not_merged_into_self CHECK (merged_into_id <> id);

ALTER TABLE article_topics
  ADD CONSTRAINT article_topics_confidence CHECK (confidence BETWEEN 0 AND 1);

ALTER TABLE actors
  ADD CONSTRAINT actors_id_form CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT actors_not_merged_into_self CHECK (merged_into_id <> id);

ALTER TABLE offices ADD CONSTRAINT offices_forward CHECK (held_to >= held_from);

ALTER TABLE events
  ADD CONSTRAINT events_id_form CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT events_forward CHECK (ends_on >= starts_on),
  ADD CONSTRAINT events_place_whole CHECK ((latitude IS NULL) = (longitude IS NULL)),
  ADD CONSTRAINT events_place_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);

ALTER TABLE event_relations ADD CONSTRAINT event_relations_not_self CHECK (event_id <> related_id);

ALTER TABLE users
  ADD CONSTRAINT users_email_lower CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT users_password_argon2id CHECK (password_hash LIKE '$argon2id$%');

ALTER TABLE user_tokens
  ADD CONSTRAINT user_tokens_hash_form CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT user_tokens_whose CHECK ((purpose = 'setup') = (user_id IS NULL));

ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_hash_form CHECK (token_hash ~ '^[0-9a-f]{64}$');

CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- An original is what everything else is evidence of; an audit entry is what was done.
CREATE TRIGGER originals_unchanged BEFORE UPDATE ON originals
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE OR DELETE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION forbid_change();

-- Search --------------------------------------------------------------------

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION archive_english (COPY = english);
ALTER TEXT SEARCH CONFIGURATION archive_english
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

CREATE INDEX article_search_terms ON article_search USING gin (terms) WITH (fastupdate = off);

-- A row exists exactly for what the public may see, so that no query can leak a draft.
-- Only full text is searched by its body; of the others, only what is shown.
CREATE FUNCTION refresh_article_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> 'published' OR NEW.deleted_at IS NOT NULL THEN
    DELETE FROM article_search WHERE article_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO article_search (article_id, published_on, outlet_id, terms)
  VALUES (
    NEW.id, NEW.published_on, NEW.outlet_id,
    setweight(to_tsvector('archive_english', NEW.headline), 'A')
      || setweight(to_tsvector('archive_english', coalesce(NEW.summary, '')), 'B')
      || setweight(to_tsvector('archive_english',
           CASE WHEN NEW.rights = 'full_text' THEN NEW.body ELSE '' END), 'C')
  )
  ON CONFLICT (article_id) DO UPDATE SET
    published_on = excluded.published_on, outlet_id = excluded.outlet_id, terms = excluded.terms;
  RETURN NULL;
END $$;

CREATE TRIGGER articles_search
  AFTER INSERT OR UPDATE OF status, deleted_at, headline, summary, body, rights, published_on, outlet_id
  ON articles FOR EACH ROW EXECUTE FUNCTION refresh_article_search();

-- Notice --------------------------------------------------------------------

-- Every server keeps finished pages in memory and drops them at this notice, whoever wrote.
CREATE FUNCTION notify_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('archive_content_changed', '');
  RETURN NULL;
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'outlets', 'articles', 'bylines', 'media_credits', 'article_sources', 'article_topics',
    'article_addresses', 'topics', 'actors', 'actor_aliases', 'offices', 'mentions', 'events',
    'event_participants', 'event_sources', 'event_topics', 'event_articles', 'event_relations'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
         FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed()',
      name || '_changed', name);
  END LOOP;
END $$;
