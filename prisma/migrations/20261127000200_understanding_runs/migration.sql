-- Definitions in full, and the archive understood anew by them (docs/decisions/0023).

ALTER TABLE "topics"
  ADD COLUMN "exceptions" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "hits_needed" SMALLINT NOT NULL DEFAULT 2;

ALTER TABLE topics ADD CONSTRAINT topics_hits_needed CHECK (hits_needed BETWEEN 1 AND 20);

CREATE TYPE "understanding_state" AS ENUM ('queued', 'running', 'paused', 'cancelled', 'superseded', 'done');

CREATE TABLE "understanding_runs" (
    "id" UUID NOT NULL,
    "state" "understanding_state" NOT NULL DEFAULT 'queued',
    "problem" TEXT,
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "proposal" JSONB,
    "definitions" TEXT,
    "total" INTEGER NOT NULL DEFAULT 0,
    "position" UUID,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "topics_gained" INTEGER NOT NULL DEFAULT 0,
    "topics_lost" INTEGER NOT NULL DEFAULT 0,
    "mentions_gained" INTEGER NOT NULL DEFAULT 0,
    "mentions_lost" INTEGER NOT NULL DEFAULT 0,
    "statements_gained" INTEGER NOT NULL DEFAULT 0,
    "statements_lost" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "agent" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "stretch_began_at" TIMESTAMPTZ(3),
    "stretch_began_with" INTEGER NOT NULL DEFAULT 0,
    "lease_token" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "lease_session" TEXT,

    CONSTRAINT "understanding_runs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "understanding_changes" (
    "run_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "day" DATE,
    "details" JSONB NOT NULL,

    CONSTRAINT "understanding_changes_pkey" PRIMARY KEY ("run_id","article_id")
);

CREATE INDEX "understanding_runs_created_at_id_idx" ON "understanding_runs"("created_at" DESC, "id");

CREATE INDEX "understanding_changes_run_id_day_article_id_idx" ON "understanding_changes"("run_id", "day" DESC, "article_id");

CREATE INDEX "understanding_changes_article_id_idx" ON "understanding_changes"("article_id");

ALTER TABLE "understanding_runs" ADD CONSTRAINT "understanding_runs_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "understanding_changes" ADD CONSTRAINT "understanding_changes_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "understanding_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "understanding_changes" ADD CONSTRAINT "understanding_changes_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two at once would undo each other's work.
CREATE UNIQUE INDEX understanding_runs_open ON understanding_runs ((true))
  WHERE state IN ('queued', 'running', 'paused');

ALTER TABLE understanding_runs
  ADD CONSTRAINT understanding_runs_proposal CHECK (proposal IS NULL OR is_dry_run),
  ADD CONSTRAINT understanding_runs_ended CHECK
    ((finished_at IS NULL) = (state IN ('queued', 'running', 'paused')));
