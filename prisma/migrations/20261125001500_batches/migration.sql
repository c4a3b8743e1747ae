-- Imports that go on in the background (docs/decisions/0016). What pg-boss keeps stands in a schema of
-- its own, which it makes itself.

-- Tables --------------------------------------------------------------------

CREATE TYPE "batch_state" AS ENUM (
  'receiving', 'queued', 'running', 'paused', 'cancelled', 'done', 'undoing', 'undone'
);
CREATE TYPE "batch_outcome" AS ENUM (
  'imported', 'known', 'near_duplicate', 'needs_review', 'failed', 'waiting'
);

CREATE TABLE "batches" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "batch_state" NOT NULL DEFAULT 'receiving',
    "problem" TEXT,
    "received_via" "received_via" NOT NULL,
    "captured_on" DATE,
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "undo_edited" BOOLEAN NOT NULL DEFAULT false,
    "total" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "agent" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "stretch_began_at" TIMESTAMPTZ(3),
    "stretch_began_with" INTEGER NOT NULL DEFAULT 0,
    "lease_token" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "lease_session" TEXT,

    CONSTRAINT "batches_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "batches_created_at_id_idx" ON "batches"("created_at" DESC, "id");
CREATE INDEX "batches_state_idx" ON "batches"("state");
ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_id_fkey"
  FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "batch_sources" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT,
    "byte_length" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "batch_sources_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "batch_sources_batch_id_position_key" ON "batch_sources"("batch_id", "position");
ALTER TABLE "batch_sources" ADD CONSTRAINT "batch_sources_batch_id_fkey"
  FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "batch_chunks" (
    "source_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "batch_chunks_pkey" PRIMARY KEY ("source_id","position")
);
ALTER TABLE "batch_chunks" ADD CONSTRAINT "batch_chunks_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "batch_sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "batch_items" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "outcome" "batch_outcome" NOT NULL,
    "article_id" UUID,
    "headline" TEXT,
    "message" TEXT,
    "sha256" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_items_pkey" PRIMARY KEY ("batch_id","position")
);
CREATE INDEX "batch_items_batch_id_outcome_position_idx" ON "batch_items"("batch_id", "outcome", "position");
CREATE INDEX "batch_items_batch_id_sha256_idx" ON "batch_items"("batch_id", "sha256");
CREATE INDEX "batch_items_article_id_idx" ON "batch_items"("article_id");
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_batch_id_fkey"
  FOREIGN KEY ("batch_id") REFERENCES "batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "batch_items" ADD CONSTRAINT "batch_items_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

-- Most of what is sent in is packed already.
ALTER TABLE batch_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

ALTER TABLE batches
  ADD CONSTRAINT batches_position CHECK (position >= 0 AND (total IS NULL OR position <= total)),
  -- A holder says until when, and in which session of the database it lives.
  ADD CONSTRAINT batches_lease_whole CHECK (num_nulls(lease_token, lease_until, lease_session) IN (0, 3));

ALTER TABLE batch_items
  ADD CONSTRAINT batch_items_position CHECK (position >= 1),
  ADD CONSTRAINT batch_items_failed_says_why CHECK (outcome <> 'failed' OR message IS NOT NULL),
  -- What made no article has none to take back.
  ADD CONSTRAINT batch_items_undone_was_made
    CHECK (undone_at IS NULL OR outcome IN ('imported', 'near_duplicate', 'needs_review'));
