-- Searches that readers saved, and the mails they asked for (docs/decisions/0028).

-- Tables --------------------------------------------------------------------

CREATE TYPE "alert_cadence" AS ENUM ('hourly', 'daily', 'weekly');

CREATE TABLE "saved_searches" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "seen_until" TIMESTAMPTZ(3) NOT NULL,
    "seen_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_searches_token_hash_key" ON "saved_searches"("token_hash");
CREATE INDEX "saved_searches_deleted_at_idx" ON "saved_searches"("deleted_at");

CREATE TABLE "search_alerts" (
    "search_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "cadence" "alert_cadence" NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirm_hash" TEXT,
    "confirm_sent_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "unsubscribe_token" TEXT NOT NULL,
    "sent_until" TIMESTAMPTZ(3) NOT NULL,
    "sent_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "last_sent_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "lease_token" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "lease_session" TEXT,

    CONSTRAINT "search_alerts_pkey" PRIMARY KEY ("search_id")
);
CREATE UNIQUE INDEX "search_alerts_confirm_hash_key" ON "search_alerts"("confirm_hash");
CREATE UNIQUE INDEX "search_alerts_unsubscribe_token_key" ON "search_alerts"("unsubscribe_token");
CREATE INDEX "search_alerts_due_at_idx" ON "search_alerts"("due_at");
ALTER TABLE "search_alerts" ADD CONSTRAINT "search_alerts_search_id_fkey"
  FOREIGN KEY ("search_id") REFERENCES "saved_searches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE saved_searches
  ADD CONSTRAINT saved_searches_token_hash_form CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT saved_searches_query_length CHECK (length(query) <= 8000),
  ADD CONSTRAINT saved_searches_name_length CHECK (length(name) BETWEEN 1 AND 120);

ALTER TABLE search_alerts
  ADD CONSTRAINT search_alerts_email_length CHECK (length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT search_alerts_confirm_hash_form CHECK (confirm_hash ~ '^[0-9a-f]{64}$'),
  -- Whoever has confirmed needs no link for it any more.
  ADD CONSTRAINT search_alerts_confirmed_once CHECK (confirmed_at IS NULL OR confirm_hash IS NULL),
  ADD CONSTRAINT search_alerts_failures CHECK (failures >= 0),
  ADD CONSTRAINT search_alerts_failed_says_why
    CHECK ((failures = 0 AND stopped_at IS NULL) OR last_error IS NOT NULL),
  ADD CONSTRAINT search_alerts_lease_whole
    CHECK (num_nulls(lease_token, lease_until, lease_session) IN (0, 3));
