-- Who said what, when, at its place in an article (docs/decisions/0022).

-- Tables --------------------------------------------------------------------

CREATE TYPE "statement_kind" AS ENUM ('direct', 'mixed', 'indirect');

CREATE TABLE "statements" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "statement_kind" NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'suggested',
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "passage" TEXT NOT NULL,
    "passage_at" INTEGER NOT NULL,
    "speaker_id" TEXT,
    "speaker_text" TEXT,
    "is_anonymous" BOOLEAN NOT NULL DEFAULT false,
    "venue" TEXT,
    "said_on" TEXT,
    "day" DATE,
    "confidence" REAL NOT NULL,
    "group_id" UUID NOT NULL,
    "keys" INTEGER[],
    "terms" tsvector,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "source_publisher" TEXT,
    "source_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "statements_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "statement_topics" (
    "statement_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'suggested',
    "confidence" REAL NOT NULL,

    CONSTRAINT "statement_topics_pkey" PRIMARY KEY ("statement_id","topic_id")
);

CREATE INDEX "statements_article_id_starts_at_idx" ON "statements"("article_id", "starts_at");

CREATE INDEX "statements_is_public_day_id_idx" ON "statements"("is_public", "day" DESC, "id");

CREATE INDEX "statements_speaker_id_day_idx" ON "statements"("speaker_id", "day" DESC);

CREATE INDEX "statements_group_id_idx" ON "statements"("group_id");

CREATE INDEX "statements_keys_idx" ON "statements" USING GIN ("keys");

CREATE INDEX "statements_terms_idx" ON "statements" USING GIN ("terms");

CREATE INDEX "statements_status_confidence_id_idx" ON "statements"("status", "confidence", "id");

CREATE INDEX "statement_topics_topic_id_statement_id_idx" ON "statement_topics"("topic_id", "statement_id");

ALTER TABLE "statements" ADD CONSTRAINT "statements_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "statements" ADD CONSTRAINT "statements_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "actors"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "statements" ADD CONSTRAINT "statements_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "statement_topics" ADD CONSTRAINT "statement_topics_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statements"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "statement_topics" ADD CONSTRAINT "statement_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE statements
  ADD CONSTRAINT statements_place CHECK (0 <= starts_at AND starts_at < ends_at),
  ADD CONSTRAINT statements_passage CHECK (0 <= passage_at AND passage_at <= starts_at),
  ADD CONSTRAINT statements_words CHECK (words <> ''),
  ADD CONSTRAINT statements_confidence CHECK (confidence BETWEEN 0 AND 1),
  -- A name that the archive knows is linked; a source that may not be named is nobody it knows.
  ADD CONSTRAINT statements_anonymous CHECK (NOT is_anonymous OR speaker_id IS NULL),
  ADD CONSTRAINT statements_decided CHECK ((decided_at IS NULL) = (status = 'suggested'));

ALTER TABLE statement_topics
  ADD CONSTRAINT statement_topics_confidence CHECK (confidence BETWEEN 0 AND 1);

-- What readers may see, and what a search reads -----------------------------

CREATE FUNCTION are_statements_public(article articles) RETURNS boolean IMMUTABLE
  RETURN article.status = 'published' AND article.deleted_at IS NULL AND article.rights = 'full_text';

CREATE FUNCTION refresh_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.terms := to_tsvector('archive_english', NEW.words);
  NEW.is_public := NEW.status <> 'rejected'
    AND (SELECT are_statements_public(articles) FROM articles WHERE id = NEW.article_id);
  RETURN NEW;
END $$;

CREATE TRIGGER statements_refreshed
  BEFORE INSERT OR UPDATE OF words, status, article_id ON statements
  FOR EACH ROW EXECUTE FUNCTION refresh_statement();

CREATE FUNCTION refresh_statements_of_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE statements SET is_public = status <> 'rejected' AND are_statements_public(NEW)
  WHERE article_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER articles_statements
  AFTER UPDATE OF status, deleted_at, rights ON articles FOR EACH ROW
  WHEN (are_statements_public(OLD) <> are_statements_public(NEW))
  EXECUTE FUNCTION refresh_statements_of_article();

-- Notice --------------------------------------------------------------------

CREATE TRIGGER statements_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON statements
  FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed();
CREATE TRIGGER statement_topics_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON statement_topics
  FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed();
