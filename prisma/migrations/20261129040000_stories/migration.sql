-- Stories told by editors, and commitments with what became of them (docs/decisions/0039).

-- Tables --------------------------------------------------------------------

CREATE TYPE "story_status" AS ENUM ('draft', 'published', 'withdrawn');
CREATE TYPE "commitment_state" AS ENUM ('open', 'kept', 'missed', 'superseded');
CREATE TYPE "commitment_side" AS ENUM ('by', 'to');

CREATE TABLE "stories" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status" "story_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stories_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "stories_slug_key" ON "stories"("slug");
CREATE INDEX "stories_status_published_at_idx" ON "stories"("status", "published_at" DESC);

CREATE TABLE "story_addresses" (
    "slug" TEXT NOT NULL,
    "story_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "story_addresses_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "story_addresses_story_id_idx" ON "story_addresses"("story_id");

CREATE TABLE "story_steps" (
    "story_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "event_id" TEXT,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "story_steps_pkey" PRIMARY KEY ("story_id","position")
);
CREATE INDEX "story_steps_event_id_idx" ON "story_steps"("event_id");

CREATE TABLE "story_citations" (
    "story_id" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "event_id" TEXT,
    "article_id" UUID,

    CONSTRAINT "story_citations_pkey" PRIMARY KEY ("story_id","step","position")
);
CREATE INDEX "story_citations_event_id_idx" ON "story_citations"("event_id");
CREATE INDEX "story_citations_article_id_idx" ON "story_citations"("article_id");

CREATE TABLE "commitments" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "made_on" TEXT NOT NULL,
    "made_starts_on" DATE NOT NULL,
    "event_id" TEXT,
    "due" TEXT,
    "due_starts_on" DATE,
    "due_ends_on" DATE,
    "state" "commitment_state" NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitments_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "commitments_made_starts_on_id_idx" ON "commitments"("made_starts_on" DESC, "id");
CREATE INDEX "commitments_state_due_ends_on_idx" ON "commitments"("state", "due_ends_on");
CREATE INDEX "commitments_event_id_idx" ON "commitments"("event_id");

CREATE TABLE "commitment_actors" (
    "commitment_id" TEXT NOT NULL,
    "side" "commitment_side" NOT NULL,
    "position" SMALLINT NOT NULL,
    "actor_id" TEXT NOT NULL,

    CONSTRAINT "commitment_actors_pkey" PRIMARY KEY ("commitment_id","side","position")
);
CREATE INDEX "commitment_actors_actor_id_idx" ON "commitment_actors"("actor_id");

CREATE TABLE "commitment_topics" (
    "commitment_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,

    CONSTRAINT "commitment_topics_pkey" PRIMARY KEY ("commitment_id","topic_id")
);
CREATE INDEX "commitment_topics_topic_id_idx" ON "commitment_topics"("topic_id");

CREATE TABLE "commitment_changes" (
    "commitment_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "state" "commitment_state" NOT NULL,
    "day" DATE NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "commitment_changes_pkey" PRIMARY KEY ("commitment_id","position")
);

CREATE TABLE "commitment_evidence" (
    "commitment_id" TEXT NOT NULL,
    "change" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "publisher" TEXT,
    "title" TEXT,
    "url" TEXT,
    "event_id" TEXT,
    "article_id" UUID,
    "words" TEXT,

    CONSTRAINT "commitment_evidence_pkey" PRIMARY KEY ("commitment_id","change","position")
);
CREATE INDEX "commitment_evidence_event_id_idx" ON "commitment_evidence"("event_id");
CREATE INDEX "commitment_evidence_article_id_idx" ON "commitment_evidence"("article_id");

CREATE TABLE "edit_revisions" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "note" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "edit_revisions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "edit_revisions_subject_subject_id_number_key"
  ON "edit_revisions"("subject", "subject_id", "number");

ALTER TABLE "story_addresses" ADD CONSTRAINT "story_addresses_story_id_fkey"
  FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "story_steps" ADD CONSTRAINT "story_steps_story_id_fkey"
  FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "story_steps" ADD CONSTRAINT "story_steps_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "story_citations" ADD CONSTRAINT "story_citations_story_id_fkey"
  FOREIGN KEY ("story_id") REFERENCES "stories"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "story_citations" ADD CONSTRAINT "story_citations_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "story_citations" ADD CONSTRAINT "story_citations_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "commitment_actors" ADD CONSTRAINT "commitment_actors_commitment_id_fkey"
  FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_actors" ADD CONSTRAINT "commitment_actors_actor_id_fkey"
  FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "commitment_topics" ADD CONSTRAINT "commitment_topics_commitment_id_fkey"
  FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_topics" ADD CONSTRAINT "commitment_topics_topic_id_fkey"
  FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_changes" ADD CONSTRAINT "commitment_changes_commitment_id_fkey"
  FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_evidence" ADD CONSTRAINT "commitment_evidence_commitment_id_fkey"
  FOREIGN KEY ("commitment_id") REFERENCES "commitments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "commitment_evidence" ADD CONSTRAINT "commitment_evidence_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "commitment_evidence" ADD CONSTRAINT "commitment_evidence_article_id_fkey"
  FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "edit_revisions" ADD CONSTRAINT "edit_revisions_saved_by_id_fkey"
  FOREIGN KEY ("saved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Rules ---------------------------------------------------------------------

ALTER TABLE stories
  ADD CONSTRAINT stories_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT stories_title_given CHECK (btrim(title) <> ''),
  ADD CONSTRAINT stories_version_counts CHECK (version >= 1),
  ADD CONSTRAINT stories_published_says_when CHECK (status <> 'published' OR published_at IS NOT NULL),
  ADD CONSTRAINT stories_withdrawn_says_when CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL));

ALTER TABLE story_steps ADD CONSTRAINT story_steps_count CHECK (position >= 1);
ALTER TABLE story_citations
  ADD CONSTRAINT story_citations_one CHECK (event_id IS NULL OR article_id IS NULL);

ALTER TABLE commitments
  ADD CONSTRAINT commitments_id_form CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT commitments_title_given CHECK (btrim(title) <> ''),
  ADD CONSTRAINT commitments_due_whole CHECK (
    (due IS NULL) = (due_starts_on IS NULL) AND (due IS NULL) = (due_ends_on IS NULL)),
  ADD CONSTRAINT commitments_due_forward CHECK (due_ends_on >= due_starts_on);

ALTER TABLE commitment_changes ADD CONSTRAINT commitment_changes_count CHECK (position >= 1);

CREATE TRIGGER edit_revisions_unchanged BEFORE UPDATE OF snapshot ON edit_revisions
  FOR EACH ROW EXECUTE FUNCTION forbid_change();

-- Revisions name what they are of by kind and id, which no foreign key can.
CREATE FUNCTION forget_edit_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM edit_revisions WHERE subject = TG_ARGV[0] AND subject_id = OLD.id::text;
  RETURN NULL;
END $$;
CREATE TRIGGER stories_forget AFTER DELETE ON stories
  FOR EACH ROW EXECUTE FUNCTION forget_edit_revisions('story');
CREATE TRIGGER commitments_forget AFTER DELETE ON commitments
  FOR EACH ROW EXECUTE FUNCTION forget_edit_revisions('commitment');

-- Notice --------------------------------------------------------------------

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'stories', 'story_addresses', 'story_steps', 'story_citations', 'commitments',
    'commitment_actors', 'commitment_topics', 'commitment_changes', 'commitment_evidence'
  ] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
         FOR EACH STATEMENT EXECUTE FUNCTION notify_content_changed()',
      name || '_changed', name);
  END LOOP;
END $$;
