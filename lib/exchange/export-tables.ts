/**
 * Which tables an export holds, and how: each kind of line is a table with what hangs on it. What is
 * read, compared and restored follows from this list and the schemas of the lines, whose properties
 * are the columns. A new column is a new property; a new table is an entry here.
 */
import { z } from "zod";
import { TOLD_KINDS } from "#lib/exchange/export-tables-told.ts";
import {
  actorLineSchema,
  articleLineSchema,
  columnsLineSchema,
  eventLineSchema,
  originalLineSchema,
  outletLineSchema,
  pairLineSchema,
  revisionLineSchema,
  statementLineSchema,
  topicLineSchema,
  userLineSchema,
} from "#lib/exchange/schema.ts";

export const KIND_NAMES = [
  ...(["users", "columns", "topics", "outlets", "actors", "events"] as const),
  ...(["originals", "articles", "revisions", "statements", "pairs"] as const),
  ...(["stories", "commitments", "edits"] as const),
];
export type KindName = (typeof KIND_NAMES)[number];

/** Which columns name a line of another kind. */
type References = Readonly<Record<string, KindName>>;

/** Rows of another table that belong to a line, as a list in it. */
export type PartTable = {
  table: string;
  /** The column that names the line they belong to. */
  parent: string;
  /** Set: the list holds this column's values alone. */
  only?: string;
  /** SQL, the same in every database whatever its language. */
  orderBy: string;
  references?: References;
  /** Columns whose values, together, are of one line only. */
  unique?: readonly string[];
  /** A trigger adds rows for a new line, which those of the export replace. */
  isTriggered?: boolean;
};

export type Kind = {
  table: string;
  schema: z.ZodObject;
  idType: "uuid" | "text";
  orderBy?: string;
  /** Lists of a line, by their property. */
  parts?: Readonly<Record<string, PartTable>>;
  references?: References;
  /** Columns whose values, together, no two rows are to share: whoever has them here already is kept. */
  unique?: readonly (readonly string[])[];
  /** What refers to a line whose unique values are here already refers to the one here. */
  isTakenForSame?: boolean;
};

export const KINDS: Readonly<Record<KindName, Kind>> = {
  users: { table: "users", schema: userLineSchema, idType: "uuid" },
  columns: {
    table: "column_mappings",
    schema: columnsLineSchema,
    idType: "uuid",
    references: { savedById: "users" },
    unique: [["shape"]],
  },
  outlets: {
    table: "outlets",
    schema: outletLineSchema,
    idType: "uuid",
    references: { mergedIntoId: "outlets" },
    unique: [["name"], ["slug"]],
    isTakenForSame: true,
    parts: {
      defaultTopics: {
        ...{ table: "outlet_topics", parent: "outletId", only: "topicId" },
        ...{ orderBy: 'topic_id COLLATE "C"', references: { topicId: "topics" } },
      },
    },
  },
  topics: {
    table: "topics",
    schema: topicLineSchema,
    idType: "text",
    references: { broaderId: "topics", mergedIntoId: "topics" },
    unique: [["label"]],
    isTakenForSame: true,
  },
  actors: {
    table: "actors",
    schema: actorLineSchema,
    idType: "text",
    references: { mergedIntoId: "actors" },
    parts: {
      aliases: {
        table: "actor_aliases",
        parent: "actorId",
        only: "alias",
        orderBy: 'alias COLLATE "C"',
      },
      offices: { table: "offices", parent: "actorId", orderBy: "id", unique: ["id"] },
    },
  },
  events: {
    table: "events",
    schema: eventLineSchema,
    idType: "text",
    parts: {
      participants: {
        ...{ table: "event_participants", parent: "eventId", orderBy: "position" },
        references: { actorId: "actors" },
      },
      sources: { table: "event_sources", parent: "eventId", orderBy: "position" },
      topics: {
        ...{
          table: "event_topics",
          parent: "eventId",
          only: "topicId",
          orderBy: 'topic_id COLLATE "C"',
        },
        references: { topicId: "topics" },
      },
      related: {
        ...{ table: "event_relations", parent: "eventId", only: "relatedId" },
        ...{ orderBy: 'related_id COLLATE "C"', references: { relatedId: "events" } },
      },
      revisions: {
        ...{ table: "event_revisions", parent: "eventId", orderBy: "number" },
        ...{ unique: ["id"], references: { savedById: "users" } },
      },
    },
  },
  originals: {
    table: "originals",
    schema: originalLineSchema,
    idType: "uuid",
    references: { receivedById: "users" },
    unique: [["sha256"]],
    isTakenForSame: true,
  },
  articles: {
    table: "articles",
    schema: articleLineSchema,
    idType: "uuid",
    references: { originalId: "originals", outletId: "outlets", mergedIntoId: "articles" },
    unique: [["originalId"], ["publishedOn", "slug"]],
    parts: {
      originals: {
        ...{ table: "article_originals", parent: "articleId", orderBy: "added_at, original_id" },
        references: { originalId: "originals", decidedById: "users" },
        ...{ unique: ["originalId"], isTriggered: true },
      },
      bylines: { table: "bylines", parent: "articleId", orderBy: "position" },
      mediaCredits: { table: "media_credits", parent: "articleId", orderBy: "position" },
      sources: { table: "article_sources", parent: "articleId", orderBy: "position" },
      fieldSpans: { table: "field_spans", parent: "articleId", orderBy: 'field COLLATE "C"' },
      addresses: {
        ...{ table: "article_addresses", parent: "articleId" },
        orderBy: 'published_on, slug COLLATE "C"',
        unique: ["publishedOn", "slug"],
      },
      topics: {
        ...{ table: "article_topics", parent: "articleId", orderBy: 'topic_id COLLATE "C"' },
        references: { topicId: "topics" },
      },
      mentions: {
        ...{ table: "mentions", parent: "articleId", orderBy: 'starts_at, actor_id COLLATE "C"' },
        references: { actorId: "actors" },
      },
      events: {
        ...{
          table: "event_articles",
          parent: "articleId",
          only: "eventId",
          orderBy: 'event_id COLLATE "C"',
        },
        references: { eventId: "events" },
      },
    },
  },
  revisions: {
    table: "revisions",
    schema: revisionLineSchema,
    idType: "uuid",
    orderBy: "article_id, number",
    references: { articleId: "articles", originalId: "originals", savedById: "users" },
    unique: [["articleId", "number"]],
  },
  statements: {
    table: "statements",
    schema: statementLineSchema,
    idType: "uuid",
    orderBy: "article_id, starts_at, id",
    references: { articleId: "articles", speakerId: "actors", decidedById: "users" },
    unique: [["articleId", "startsAt", "endsAt"]],
    parts: {
      topics: {
        ...{ table: "statement_topics", parent: "statementId", orderBy: 'topic_id COLLATE "C"' },
        references: { topicId: "topics" },
      },
    },
  },
  pairs: {
    table: "article_pairs",
    schema: pairLineSchema,
    idType: "uuid",
    references: { firstId: "articles", secondId: "articles", decidedById: "users" },
    unique: [["firstId", "secondId"]],
  },
  ...TOLD_KINDS,
};

/** What an export leaves out, by table or `table.column`, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "originals.bytes": "stand as files of their own",
  "users.email": "is no reader's or other operator's business",
  "users.role": "rights are given where they hold",
  "users.password_hash": "is a secret",
  "users.session_version": "belongs to sessions, which end with the installation",
  "users.disabled_at": "an account that came with an export signs nobody in",
  "users.last_sign_in_at": "belongs to sessions, which end with the installation",
  "users.created_at": "belongs to the account, of which only the name is taken along",
  "events.importance": "is computed anew from the rest",
  events_to_weigh: "are marked anew by triggers",
  deleted_events: "are what was deleted on this installation, which alone can take it back",
  feeds: "are asked by one installation; two would ask twice",
  feed_topics: "belong to the feeds",
  feed_entries: "belong to the feeds; what came of them is here as articles",
  "statements.terms": "are made anew by a trigger",
  "statements.is_public": "follows from the article; a trigger sets it",
  "statement_topics.speaker_id": "is the statement's; a trigger copies it",
  "statement_topics.day": "is the statement's; a trigger copies it",
  "statement_topics.is_position": "follows from the statement and the topic; a trigger sets it",
  "statement_topics.is_confirmed": "follows from the statement and the topic; a trigger sets it",
  "articles.released_in": "is a transaction of one installation; a trigger sets it",
  article_search: "is made anew by triggers",
  "topics.number": "is given anew; only the index of the search knows it",
  "actors.number": "is given anew; only the index of the search knows it",
  "outlets.number": "is given anew; only the index of the search knows it",
  search_state: "is made anew with the index of the search",
  search_segments: "are made anew from the articles",
  search_postings: "are made anew from the articles",
  search_pending: "is made anew by triggers",
  search_gone: "is of one installation's index",
  article_fingerprints: "are made anew from the text",
  fingerprint_keys: "are made anew by triggers",
  search_words: "are counted anew from the text",
  spellings: "say how one installation searches, not what its archive holds",
  user_tokens: "are secrets",
  api_tokens: "are secrets",
  audit_entries: "say what was done on this installation; another has its own",
  rate_limits: "count for seconds",
  saved_searches: "are readers' own; what opens them are secrets",
  search_alerts: "hold e-mail addresses, which are nobody else's business",
  batches: "are one installation's work in progress; what they made is there as articles",
  batch_sources: "are what is still to be imported of batches",
  batch_chunks: "are what is still to be imported of batches",
  batch_tables: "say how batches were read on this installation; what is remembered is here",
  batch_items: "say what batches did on this installation",
  event_imports: "say what was imported on this installation; the events themselves are here",
  understanding_runs: "are one installation's work; what they changed is there in the articles",
  event_suggestions: "suggestions are found again in the articles",
  event_suggestion_articles: "as event_suggestions",
  event_suggestion_evidence: "as event_suggestions",
  event_suggestion_participants: "as event_suggestions",
  grouped_articles: "where finding them stands",
  grouping_progress: "where finding them stands",
  understanding_changes: "say what the runs changed on this installation",
  _prisma_migrations: "is the state of this database, not of the archive",
};

/** `startsAt` as the column `starts_at`. */
export function toColumn(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The columns of a kind's own table, as properties of its lines. */
export function columnsOf({ schema, parts = {} }: Kind): string[] {
  return Object.keys(schema.shape).filter((property) => !(property in parts));
}

/** The columns that a list of a line holds, without the one that names the line. */
export function partColumnsOf({ schema, parts = {} }: Kind, property: string): string[] {
  const only = parts[property]?.only;
  if (only) return [only];
  const shape = schema.shape[property];
  const list = (shape instanceof z.ZodDefault ? shape.unwrap() : shape) as z.ZodArray<z.ZodObject>;
  return Object.keys(list.element.shape);
}
