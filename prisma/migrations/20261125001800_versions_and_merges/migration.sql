-- An article may have several originals: the one it was made from and later versions of its page.
-- A reprint merged into it keeps its own row and its own originals, so that it can be parted again.

-- Later versions ------------------------------------------------------------

CREATE TYPE "reading_state" AS ENUM ('taken', 'unchanged', 'proposed', 'set_aside', 'kept');

CREATE TABLE "article_originals" (
    "original_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "state" "reading_state" NOT NULL,
    "fields" JSONB,
    "places" JSONB,
    "warnings" JSONB,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    -- An original belongs to one article.
    CONSTRAINT "article_originals_pkey" PRIMARY KEY ("original_id")
);
CREATE INDEX "article_originals_article_id_idx" ON "article_originals"("article_id");
ALTER TABLE "article_originals" ADD CONSTRAINT "article_originals_original_id_fkey"
  FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_originals" ADD CONSTRAINT "article_originals_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "article_originals" ADD CONSTRAINT "article_originals_decided_by_id_fkey"
  FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE article_originals
  -- What waits for a person holds what that person is asked about.
  ADD CONSTRAINT article_originals_proposed_reads CHECK (
    state <> 'proposed' OR (fields IS NOT NULL AND places IS NOT NULL AND warnings IS NOT NULL)
  ),
  ADD CONSTRAINT article_originals_set_aside_says_when CHECK (state <> 'set_aside' OR decided_at IS NOT NULL);
-- A newer version takes the place of the one that waits: an editor is asked once.
CREATE UNIQUE INDEX article_originals_one_proposed ON article_originals (article_id) WHERE state = 'proposed';

INSERT INTO article_originals (original_id, article_id, state, added_at)
SELECT original_id, id, 'taken', created_at FROM articles;

-- The original that an article is made from is one of its originals, whoever stores it.
CREATE FUNCTION add_article_originals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO article_originals (original_id, article_id, state)
  SELECT original_id, id, 'taken' FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER articles_originals_added AFTER INSERT ON articles
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_article_originals();

-- What `original_id` says, that the fields' spans point into it, can only be said of one of them.
CREATE FUNCTION require_own_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM article_originals WHERE original_id = NEW.original_id AND article_id = NEW.id
  ) THEN
    RAISE EXCEPTION 'the original is not one of this article''s' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER articles_original_own BEFORE UPDATE OF original_id ON articles
  FOR EACH ROW WHEN (OLD.original_id <> NEW.original_id) EXECUTE FUNCTION require_own_original();

-- A row never goes to another article, nor does the reading that a person is asked about change.
CREATE FUNCTION keep_article_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.original_id, NEW.article_id) <> (OLD.original_id, OLD.article_id)
    OR (OLD.fields IS NOT NULL AND NEW.fields IS DISTINCT FROM OLD.fields) THEN
    RAISE EXCEPTION 'an original stays with its article, as it was read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER article_originals_kept BEFORE UPDATE ON article_originals
  FOR EACH ROW EXECUTE FUNCTION keep_article_original();

ALTER TABLE "revisions" ADD COLUMN "original_id" UUID;
ALTER TABLE "revisions" ADD COLUMN "as_read" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_original_id_fkey"
  FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "revisions_original_id_idx" ON "revisions"("original_id");
UPDATE revisions SET original_id = articles.original_id, as_read = number = 1
FROM articles WHERE articles.id = article_id;
ALTER TABLE revisions ADD CONSTRAINT revisions_as_read_of_what CHECK (NOT as_read OR original_id IS NOT NULL);

-- The page -----------------------------------------------------------------

-- The address of the article's page in the form in which all its spellings are one
-- (lib/text/page-address.ts); null where the address names no page of its own.
ALTER TABLE "articles" ADD COLUMN "page_address" TEXT;
CREATE INDEX "articles_page_address_idx" ON "articles"("page_address");
-- Addresses with a query are taken up when their article is next saved.
UPDATE articles SET page_address = lower(part[1]) || part[2]
FROM (
  SELECT id AS of_id, regexp_match(
    source_url, '^https?://(?:www\.)?([^/?#:]+)(?::(?:80|443))?(/[^?#]*?[^/?#])/*(?:#.*)?$', 'i'
  ) AS part FROM articles
) AS parted
WHERE parted.of_id = articles.id AND part IS NOT NULL AND part[2] ~ '[0-9-]';

-- Merged articles -----------------------------------------------------------

ALTER TABLE "articles" ADD COLUMN "merged_into_id" UUID;
ALTER TABLE "articles" ADD COLUMN "merged_as" "pair_kind";
ALTER TABLE "articles" ADD CONSTRAINT "articles_merged_into_id_fkey"
  FOREIGN KEY ("merged_into_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "articles_merged_into_id_idx" ON "articles"("merged_into_id");

ALTER TABLE articles
  ADD CONSTRAINT articles_not_merged_into_self CHECK (merged_into_id <> id),
  -- Merged away, it is a draft again: whatever asks for what is public cannot show it.
  ADD CONSTRAINT articles_merged_not_public CHECK (
    merged_into_id IS NULL OR (status = 'draft' AND deleted_at IS NULL)
  ),
  ADD CONSTRAINT articles_merged_says_as_what CHECK (
    (merged_into_id IS NULL) = (merged_as IS NULL) AND merged_as IS DISTINCT FROM 'same_event'
  );

-- One step from any merged article to the one that stands for it.
CREATE FUNCTION forbid_merge_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM articles WHERE id = NEW.merged_into_id AND merged_into_id IS NOT NULL)
    OR EXISTS (SELECT FROM articles WHERE merged_into_id = NEW.id) THEN
    RAISE EXCEPTION 'what an article is merged into is itself not merged' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
-- At the end of a transaction: a merge first moves on what was merged before.
CREATE CONSTRAINT TRIGGER articles_merge_not_chained AFTER UPDATE OF merged_into_id ON articles
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION forbid_merge_chain();
