-- The words of the archive, among which a search looks for what a misspelt word may have meant
-- (docs/decisions/0035). Counted as segments are made; what was withdrawn since is still counted, so
-- whoever offers a word looks first whether a public article holds it.

CREATE TABLE search_words (
  -- As the index stores it: without its ending.
  term text COLLATE "C" NOT NULL,
  articles int NOT NULL,
  -- What is left of it without one or two of its letters (lib/search/index/word-keys.ts); none yet
  -- for words that are new, or in one article only.
  keys int[] NOT NULL DEFAULT '{}',
  CONSTRAINT search_words_pkey PRIMARY KEY (term)
) WITH (fillfactor = 90);
-- Read within milliseconds whatever was just added: no list of what is still to be sorted in.
CREATE INDEX search_words_keys_idx ON search_words USING gin (keys) WITH (fastupdate = off);
CREATE INDEX search_words_unkeyed ON search_words (term) WHERE keys = '{}' AND articles >= 2;

INSERT INTO search_words (term, articles)
SELECT term, sum(articles) FROM search_postings
WHERE char_length(term) BETWEEN 3 AND 20 AND term !~ '[0-9[:punct:][:space:]]'
GROUP BY term;

CREATE OR REPLACE FUNCTION forget_search_index() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The lock of lib/search/mutations-index.ts: what is being made of the old rows is waited for.
  PERFORM pg_advisory_xact_lock(7219403);
  DELETE FROM search_pending;
  DELETE FROM search_segments;
  DELETE FROM search_words;
  DELETE FROM search_gone;
  UPDATE search_state SET epoch = gen_random_uuid();
  RETURN NULL;
END $$;
