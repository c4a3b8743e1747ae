-- What is new in a saved search is told by what its last look could see, and a search that nobody
-- opens ends (docs/decisions/0028).

-- The transaction that released an article, or released it again: how a look is told of what was
-- committed after it. Those that are there already were released before any snapshot that is kept.
ALTER TABLE articles ADD COLUMN released_in xid8 NOT NULL DEFAULT '0';
ALTER TABLE articles ALTER COLUMN released_in SET DEFAULT pg_current_xact_id();
CREATE INDEX articles_released_in_idx ON articles (released_in);

CREATE FUNCTION note_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.released_in := pg_current_xact_id();
  RETURN NEW;
END $$;

CREATE TRIGGER articles_release BEFORE UPDATE OF released_at ON articles FOR EACH ROW
  WHEN (OLD.released_at IS DISTINCT FROM NEW.released_at) EXECUTE FUNCTION note_release();

-- A mark without a snapshot is told by its moment.
ALTER TABLE saved_searches
  ADD COLUMN seen_snapshot TEXT,
  ADD COLUMN opened_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  DROP COLUMN seen_ids,
  ADD CONSTRAINT saved_searches_seen_snapshot_length CHECK (length(seen_snapshot) <= 20000);
CREATE INDEX saved_searches_opened_at_idx ON saved_searches (opened_at);

ALTER TABLE search_alerts ADD COLUMN sent_snapshot TEXT, DROP COLUMN sent_ids;
