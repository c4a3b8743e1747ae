-- Feeds that are followed (docs/decisions/0020).

-- Tables --------------------------------------------------------------------

CREATE TYPE "feed_entry_outcome" AS ENUM ('stored', 'known', 'failed');

CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "outlet_id" UUID,
    "interval_minutes" INTEGER NOT NULL DEFAULT 60,
    "fetches_full_text" BOOLEAN NOT NULL DEFAULT false,
    "rights" "rights",
    "publishes_itself" BOOLEAN,
    "etag" TEXT,
    "last_modified" TEXT,
    "last_polled_at" TIMESTAMPTZ(3),
    "next_poll_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "paused_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "lease_token" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "lease_session" TEXT,

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "feeds_address_key" ON "feeds"("address");
CREATE INDEX "feeds_next_poll_at_idx" ON "feeds"("next_poll_at");
CREATE INDEX "feeds_outlet_id_idx" ON "feeds"("outlet_id");
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_outlet_id_fkey"
  FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_created_by_id_fkey"
  FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "feed_topics" (
    "feed_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,

    CONSTRAINT "feed_topics_pkey" PRIMARY KEY ("feed_id","topic_id")
);
CREATE INDEX "feed_topics_topic_id_idx" ON "feed_topics"("topic_id");
ALTER TABLE "feed_topics" ADD CONSTRAINT "feed_topics_feed_id_fkey"
  FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "feed_topics" ADD CONSTRAINT "feed_topics_topic_id_fkey"
  FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "feed_entries" (
    "feed_id" UUID NOT NULL,
    "identity" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "words_sha256" TEXT,
    "address" TEXT,
    "headline" TEXT,
    "outcome" "feed_entry_outcome" NOT NULL,
    "message" TEXT,
    "article_id" UUID,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feed_entries_pkey" PRIMARY KEY ("feed_id","identity")
);
CREATE INDEX "feed_entries_feed_id_taken_at_idx" ON "feed_entries"("feed_id", "taken_at" DESC);
CREATE INDEX "feed_entries_article_id_idx" ON "feed_entries"("article_id");
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_feed_id_fkey"
  FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "feed_entries" ADD CONSTRAINT "feed_entries_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE feeds
  -- From a quarter of an hour to a week.
  ADD CONSTRAINT feeds_interval CHECK (interval_minutes BETWEEN 15 AND 10080),
  ADD CONSTRAINT feeds_failures CHECK (failures >= 0),
  ADD CONSTRAINT feeds_failed_says_why CHECK (failures = 0 OR last_error IS NOT NULL),
  ADD CONSTRAINT feeds_reason_of_pause CHECK (paused_reason IS NULL OR paused_at IS NOT NULL),
  -- A holder says until when, and in which session of the database it lives.
  ADD CONSTRAINT feeds_lease_whole CHECK (num_nulls(lease_token, lease_until, lease_session) IN (0, 3));

ALTER TABLE feed_entries
  ADD CONSTRAINT feed_entries_failed_says_why CHECK (outcome <> 'failed' OR message IS NOT NULL);
