-- The tables of the archive, as drafted from schema.prisma.

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "received_via" AS ENUM ('paste', 'upload', 'api', 'command_line', 'demo');

-- CreateEnum
CREATE TYPE "article_status" AS ENUM ('draft', 'published', 'withdrawn');

-- CreateEnum
CREATE TYPE "rights" AS ENUM ('full_text', 'extract', 'metadata_only');

-- CreateEnum
CREATE TYPE "verification" AS ENUM ('to_verify', 'verified');

-- CreateEnum
CREATE TYPE "suggestion_status" AS ENUM ('suggested', 'confirmed', 'rejected');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'organisation', 'country');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('agreement', 'aid', 'call', 'meeting', 'military', 'negotiation', 'sanction', 'statement', 'summit', 'visit', 'vote', 'other');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "user_token_purpose" AS ENUM ('setup', 'invitation');

-- CreateTable
CREATE TABLE "originals" (
    "id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "file_name" TEXT,
    "received_via" "received_via" NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "received_by_id" UUID,

    CONSTRAINT "originals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outlets" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "homepage_url" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "default_rights" "rights" NOT NULL DEFAULT 'metadata_only',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "original_id" UUID NOT NULL,
    "outlet_id" UUID,
    "status" "article_status" NOT NULL DEFAULT 'draft',
    "rights" "rights" NOT NULL DEFAULT 'full_text',
    "verification" "verification" NOT NULL DEFAULT 'verified',
    "language" TEXT NOT NULL DEFAULT 'en',
    "headline" TEXT,
    "headline_proposed" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT,
    "dateline" TEXT,
    "body" TEXT NOT NULL,
    "published_on" DATE,
    "published_at" TIMESTAMPTZ(3),
    "modified_on" DATE,
    "slug" TEXT,
    "source_url" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bylines" (
    "article_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT,
    "note" TEXT,

    CONSTRAINT "bylines_pkey" PRIMARY KEY ("article_id","position")
);

-- CreateTable
CREATE TABLE "media_credits" (
    "article_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "credit" TEXT NOT NULL,
    "caption" TEXT,

    CONSTRAINT "media_credits_pkey" PRIMARY KEY ("article_id","position")
);

-- CreateTable
CREATE TABLE "article_sources" (
    "article_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "state_media" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "article_sources_pkey" PRIMARY KEY ("article_id","position")
);

-- CreateTable
CREATE TABLE "field_spans" (
    "article_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "starts_at" INTEGER,
    "ends_at" INTEGER,
    "rule" TEXT NOT NULL,
    "confidence" REAL NOT NULL,

    CONSTRAINT "field_spans_pkey" PRIMARY KEY ("article_id","field")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "note" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by_id" UUID,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_addresses" (
    "published_on" DATE NOT NULL,
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_addresses_pkey" PRIMARY KEY ("published_on","slug")
);

-- CreateTable
CREATE TABLE "article_search" (
    "article_id" UUID NOT NULL,
    "published_on" DATE NOT NULL,
    "outlet_id" UUID,
    "terms" tsvector NOT NULL,

    CONSTRAINT "article_search_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "keywords" TEXT[],
    "iptc_id" TEXT,
    "broader_id" TEXT,
    "merged_into_id" TEXT,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_topics" (
    "article_id" UUID NOT NULL,
    "topic_id" TEXT NOT NULL,
    "status" "suggestion_status" NOT NULL,
    "confidence" REAL NOT NULL,

    CONSTRAINT "article_topics_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "actors" (
    "id" TEXT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    "description" TEXT,
    "wikidata_id" TEXT,
    "merged_into_id" TEXT,

    CONSTRAINT "actors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor_aliases" (
    "actor_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,

    CONSTRAINT "actor_aliases_pkey" PRIMARY KEY ("actor_id","alias")
);

-- CreateTable
CREATE TABLE "offices" (
    "id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "held_from" DATE,
    "held_to" DATE,

    CONSTRAINT "offices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentions" (
    "article_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "status" "suggestion_status" NOT NULL DEFAULT 'suggested',

    CONSTRAINT "mentions_pkey" PRIMARY KEY ("article_id","starts_at","actor_id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" "event_kind" NOT NULL,
    "date" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "place_name" TEXT,
    "place_country" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "facts" TEXT[],
    "verification" "verification" NOT NULL DEFAULT 'to_verify',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_participants" (
    "event_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "role" TEXT,

    CONSTRAINT "event_participants_pkey" PRIMARY KEY ("event_id","position")
);

-- CreateTable
CREATE TABLE "event_sources" (
    "event_id" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "state_media" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "event_sources_pkey" PRIMARY KEY ("event_id","position")
);

-- CreateTable
CREATE TABLE "event_topics" (
    "event_id" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,

    CONSTRAINT "event_topics_pkey" PRIMARY KEY ("event_id","topic_id")
);

-- CreateTable
CREATE TABLE "event_articles" (
    "event_id" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "event_articles_pkey" PRIMARY KEY ("event_id","article_id")
);

-- CreateTable
CREATE TABLE "event_relations" (
    "event_id" TEXT NOT NULL,
    "related_id" TEXT NOT NULL,

    CONSTRAINT "event_relations_pkey" PRIMARY KEY ("event_id","related_id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'reader',
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "disabled_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_tokens" (
    "token_hash" TEXT NOT NULL,
    "purpose" "user_token_purpose" NOT NULL,
    "user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "agent" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "originals_sha256_key" ON "originals"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "outlets_slug_key" ON "outlets"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "outlets_name_key" ON "outlets"("name");

-- CreateIndex
CREATE UNIQUE INDEX "articles_original_id_key" ON "articles"("original_id");

-- CreateIndex
CREATE INDEX "articles_status_published_on_id_idx" ON "articles"("status", "published_on" DESC, "id");

-- CreateIndex
CREATE INDEX "articles_outlet_id_idx" ON "articles"("outlet_id");

-- CreateIndex
CREATE INDEX "articles_source_url_idx" ON "articles"("source_url");

-- CreateIndex
CREATE UNIQUE INDEX "articles_published_on_slug_key" ON "articles"("published_on", "slug");

-- CreateIndex
CREATE INDEX "bylines_name_idx" ON "bylines"("name");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_article_id_number_key" ON "revisions"("article_id", "number");

-- CreateIndex
CREATE INDEX "article_addresses_article_id_idx" ON "article_addresses"("article_id");

-- CreateIndex
CREATE INDEX "article_search_published_on_article_id_idx" ON "article_search"("published_on" DESC, "article_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_label_key" ON "topics"("label");

-- CreateIndex
CREATE INDEX "topics_broader_id_idx" ON "topics"("broader_id");

-- CreateIndex
CREATE INDEX "topics_merged_into_id_idx" ON "topics"("merged_into_id");

-- CreateIndex
CREATE INDEX "article_topics_topic_id_article_id_idx" ON "article_topics"("topic_id", "article_id");

-- CreateIndex
CREATE INDEX "actors_kind_name_idx" ON "actors"("kind", "name");

-- CreateIndex
CREATE INDEX "actors_merged_into_id_idx" ON "actors"("merged_into_id");

-- CreateIndex
CREATE INDEX "offices_actor_id_held_from_idx" ON "offices"("actor_id", "held_from");

-- CreateIndex
CREATE INDEX "mentions_actor_id_article_id_idx" ON "mentions"("actor_id", "article_id");

-- CreateIndex
CREATE INDEX "events_starts_on_id_idx" ON "events"("starts_on", "id");

-- CreateIndex
CREATE INDEX "events_verification_idx" ON "events"("verification");

-- CreateIndex
CREATE INDEX "event_participants_actor_id_idx" ON "event_participants"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_participants_event_id_actor_id_key" ON "event_participants"("event_id", "actor_id");

-- CreateIndex
CREATE INDEX "event_topics_topic_id_idx" ON "event_topics"("topic_id");

-- CreateIndex
CREATE INDEX "event_articles_article_id_idx" ON "event_articles"("article_id");

-- CreateIndex
CREATE INDEX "event_relations_related_id_idx" ON "event_relations"("related_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "user_tokens_user_id_idx" ON "user_tokens"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_user_id_idx" ON "api_tokens"("user_id");

-- CreateIndex
CREATE INDEX "audit_entries_subject_subject_id_idx" ON "audit_entries"("subject", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at" DESC);

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- AddForeignKey
ALTER TABLE "originals" ADD CONSTRAINT "originals_received_by_id_fkey" FOREIGN KEY ("received_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "outlets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media_credits" ADD CONSTRAINT "media_credits_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_sources" ADD CONSTRAINT "article_sources_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_spans" ADD CONSTRAINT "field_spans_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_addresses" ADD CONSTRAINT "article_addresses_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_broader_id_fkey" FOREIGN KEY ("broader_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topics" ADD CONSTRAINT "article_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actors" ADD CONSTRAINT "actors_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "actors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor_aliases" ADD CONSTRAINT "actor_aliases_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offices" ADD CONSTRAINT "offices_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participants" ADD CONSTRAINT "event_participants_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_participants" ADD CONSTRAINT "event_participants_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actors"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_sources" ADD CONSTRAINT "event_sources_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topics" ADD CONSTRAINT "event_topics_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_topics" ADD CONSTRAINT "event_topics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_articles" ADD CONSTRAINT "event_articles_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_articles" ADD CONSTRAINT "event_articles_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_relations" ADD CONSTRAINT "event_relations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_relations" ADD CONSTRAINT "event_relations_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "events"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
