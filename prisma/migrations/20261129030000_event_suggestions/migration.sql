-- Happenings that the archive finds in its articles, for an editor to accept, link, merge, split or reject.

CREATE TYPE "event_suggestion_state" AS ENUM ('open', 'accepted', 'linked', 'merged', 'rejected');

CREATE TABLE "event_suggestions" (
    "id" UUID NOT NULL,
    "state" "event_suggestion_state" NOT NULL DEFAULT 'open',
    "kind" "event_kind" NOT NULL DEFAULT 'other',
    "date" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "title_article_id" UUID,
    "place_name" TEXT,
    "outlets" INTEGER NOT NULL DEFAULT 0,
    "proposed_event_id" TEXT,
    "event_id" TEXT,
    "merged_into_id" UUID,
    "split_from_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "added_by_decision" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_suggestions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "event_suggestions_forward" CHECK (ends_on >= starts_on),
    CONSTRAINT "event_suggestions_merged_somewhere" CHECK ((state = 'merged') = (merged_into_id IS NOT NULL)),
    CONSTRAINT "event_suggestions_not_into_itself" CHECK (merged_into_id <> id)
);

CREATE TABLE "event_suggestion_articles" (
    "suggestion_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "merged_from_id" UUID,

    CONSTRAINT "event_suggestion_articles_pkey" PRIMARY KEY ("suggestion_id","article_id")
);

CREATE TABLE "event_suggestion_evidence" (
    "suggestion_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "words_hash" INTEGER NOT NULL,
    "tells_day" BOOLEAN NOT NULL,

    CONSTRAINT "event_suggestion_evidence_pkey" PRIMARY KEY ("suggestion_id","article_id","starts_at"),
    CONSTRAINT "event_suggestion_evidence_forward" CHECK (starts_at >= 0 AND ends_at > starts_at)
);

CREATE TABLE "event_suggestion_participants" (
    "suggestion_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "role" TEXT,

    CONSTRAINT "event_suggestion_participants_pkey" PRIMARY KEY ("suggestion_id","position")
);

-- Which articles were looked at, as what they were then: their number in the search's index.
CREATE TABLE "grouped_articles" (
    "article_id" UUID NOT NULL,
    "doc" INTEGER NOT NULL,

    CONSTRAINT "grouped_articles_pkey" PRIMARY KEY ("article_id")
);

-- One row: up to which number all were looked at, so that what is new is seen without looking at each.
CREATE TABLE "grouping_progress" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "doc" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "grouping_progress_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "grouping_progress_one" CHECK (id = 1)
);
INSERT INTO grouping_progress DEFAULT VALUES;

CREATE INDEX "event_suggestions_state_starts_on_id_idx" ON "event_suggestions"("state", "starts_on" DESC, "id");
CREATE INDEX "event_suggestions_title_article_id_idx" ON "event_suggestions"("title_article_id");
CREATE INDEX "event_suggestions_proposed_event_id_idx" ON "event_suggestions"("proposed_event_id");
CREATE INDEX "event_suggestions_event_id_idx" ON "event_suggestions"("event_id");
CREATE INDEX "event_suggestions_merged_into_id_idx" ON "event_suggestions"("merged_into_id");
CREATE INDEX "event_suggestions_split_from_id_idx" ON "event_suggestions"("split_from_id");
CREATE INDEX "event_suggestion_articles_article_id_idx" ON "event_suggestion_articles"("article_id");
CREATE INDEX "event_suggestion_participants_actor_id_idx" ON "event_suggestion_participants"("actor_id");

ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_title_article_id_fkey" FOREIGN KEY ("title_article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_proposed_event_id_fkey" FOREIGN KEY ("proposed_event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "event_suggestions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "event_suggestions"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_suggestions" ADD CONSTRAINT "event_suggestions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "event_suggestion_articles" ADD CONSTRAINT "event_suggestion_articles_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "event_suggestions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_suggestion_articles" ADD CONSTRAINT "event_suggestion_articles_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_suggestion_evidence" ADD CONSTRAINT "event_suggestion_evidence_suggestion_id_article_id_fkey" FOREIGN KEY ("suggestion_id", "article_id") REFERENCES "event_suggestion_articles"("suggestion_id", "article_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_suggestion_participants" ADD CONSTRAINT "event_suggestion_participants_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "event_suggestions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_suggestion_participants" ADD CONSTRAINT "event_suggestion_participants_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grouped_articles" ADD CONSTRAINT "grouped_articles_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
