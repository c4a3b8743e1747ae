-- "Never twice": what finds an article again by one that resembles it, and what people decided
-- about pairs.

-- Tables --------------------------------------------------------------------

CREATE TYPE "pair_kind" AS ENUM ('same_text', 'update', 'same_event');

CREATE TABLE "article_fingerprints" (
    "article_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "shingles" INTEGER NOT NULL,
    "keys" INTEGER[],
    "terms" INTEGER[],
    "term_counts" SMALLINT[],

    CONSTRAINT "article_fingerprints_pkey" PRIMARY KEY ("article_id")
);
CREATE UNIQUE INDEX "article_fingerprints_number_key" ON "article_fingerprints"("number");
ALTER TABLE "article_fingerprints" ADD CONSTRAINT "article_fingerprints_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "fingerprint_keys" (
    "key" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "fingerprint_keys_pkey" PRIMARY KEY ("key","number")
);

CREATE TABLE "article_pairs" (
    "id" UUID NOT NULL,
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "kind" "pair_kind" NOT NULL,
    "score" REAL NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'suggested',
    "decision" "pair_kind",
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_pairs_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "article_pairs_first_id_second_id_key" ON "article_pairs"("first_id", "second_id");
CREATE INDEX "article_pairs_second_id_idx" ON "article_pairs"("second_id");
-- The review queue: what is open, by kind, the most doubtful first.
CREATE INDEX "article_pairs_status_kind_score_id_idx" ON "article_pairs"("status", "kind", "score", "id");
ALTER TABLE "article_pairs" ADD CONSTRAINT "article_pairs_first_id_fkey"
  FOREIGN KEY ("first_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_pairs" ADD CONSTRAINT "article_pairs_second_id_fkey"
  FOREIGN KEY ("second_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_pairs" ADD CONSTRAINT "article_pairs_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE article_fingerprints
  ADD CONSTRAINT article_fingerprints_shingles CHECK (shingles >= 0),
  -- What a search looks up for an article, and a comparison goes through, is bounded.
  ADD CONSTRAINT article_fingerprints_bounded CHECK (cardinality(keys) <= 64 AND cardinality(terms) <= 200),
  ADD CONSTRAINT article_fingerprints_terms_counted CHECK (cardinality(terms) = cardinality(term_counts));

ALTER TABLE article_pairs
  -- Also says that an article is no pair with itself.
  ADD CONSTRAINT article_pairs_ordered CHECK (first_id < second_id),
  ADD CONSTRAINT article_pairs_score CHECK (score BETWEEN 0 AND 1),
  ADD CONSTRAINT article_pairs_decided_says_when CHECK ((status = 'suggested') = (decided_at IS NULL)),
  ADD CONSTRAINT article_pairs_confirmed_says_what CHECK ((status = 'confirmed') = (decision IS NOT NULL));

-- Keys ----------------------------------------------------------------------

-- Written and taken away with the fingerprint they are of, in one statement each. A foreign key
-- would check each of some fifty rows for every article, and need an index of its own.
CREATE FUNCTION add_fingerprint_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fingerprint_keys (key, number)
  SELECT DISTINCT each, NEW.number FROM unnest(NEW.keys) AS each;
  RETURN NULL;
END $$;

CREATE FUNCTION remove_fingerprint_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM fingerprint_keys WHERE number = OLD.number AND key = ANY (OLD.keys);
  RETURN NULL;
END $$;

CREATE TRIGGER article_fingerprints_added AFTER INSERT ON article_fingerprints
  FOR EACH ROW EXECUTE FUNCTION add_fingerprint_keys();
CREATE TRIGGER article_fingerprints_removed AFTER DELETE ON article_fingerprints
  FOR EACH ROW EXECUTE FUNCTION remove_fingerprint_keys();
-- A text that changed gets another fingerprint.
CREATE TRIGGER article_fingerprints_unchanged BEFORE UPDATE ON article_fingerprints
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
