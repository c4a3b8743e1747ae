/**
 * The archive's own export, file by file and line by line: docs/export-format.md. Whoever writes one
 * and whoever reads one go by these schemas. A property of a line is a column of its table.
 */
import { z } from "zod";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import {
  count,
  day,
  instant,
  judgement,
  offset,
  rights,
  sha256,
  share,
  sources,
  uuid,
  verification,
} from "#lib/exchange/schema-values.ts";
import { columnFieldsSchema } from "#lib/ingest/schema.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";

export const EXPORT_FORMAT = "diplomacy-archive-export";
export const EXPORT_VERSION = 1;
/** The first file, by which an export is known. */
export const MANIFEST_NAME = "diplomacy-archive.json";

const pairKind = z.enum(["same_text", "update", "same_event"]);
const receivedVia = z.enum(["paste", "upload", "api", "command_line", "demo", "fetch"]);

export const manifestSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exportedAt: instant,
  /** `published`: what readers may see of published articles, which nothing can be restored from. */
  contents: z.enum(["everything", "published"]),
  /** How many lines of each kind follow. */
  counts: z.record(z.string(), count),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Who received or saved something: never more than the name. */
export const userLineSchema = z.strictObject({ id: uuid, name: z.string() });

/** Which column of a table holds what, for every table with the same columns. */
export const columnsLineSchema = z.strictObject({
  id: uuid,
  shape: sha256,
  name: z.string(),
  fields: columnFieldsSchema,
  savedAt: instant,
  savedById: uuid.nullable(),
  removedAt: instant.nullable(),
});

export const outletLineSchema = z.strictObject({
  id: uuid,
  slug: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  homepageUrl: z.string().nullable(),
  timeZone: z.string(),
  defaultRights: rights,
  publishesItself: z.boolean(),
  createdAt: instant,
  mergedIntoId: uuid.nullable(),
  /** Ids of what its articles get when they come in. */
  defaultTopics: z.array(z.string()),
});

export const topicLineSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  keywords: z.array(z.string()),
  exceptions: z.array(z.string()).default([]),
  hitsNeeded: z.number().default(2),
  iptcId: z.string().nullable(),
  broaderId: z.string().nullable(),
  mergedIntoId: z.string().nullable(),
});

export const actorLineSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(["person", "organisation", "country"]),
  name: z.string(),
  country: z.string().nullable(),
  description: z.string().nullable(),
  wikidataId: z.string().nullable(),
  mergedIntoId: z.string().nullable(),
  aliases: z.array(z.string()),
  offices: z.array(
    z.strictObject({
      id: uuid,
      title: z.string(),
      heldFrom: day.nullable(),
      heldTo: day.nullable(),
    }),
  ),
});

export const eventLineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  /** Extended Date/Time Format, and the first and last day that it covers. */
  date: z.string(),
  startsOn: day,
  endsOn: day,
  placeName: z.string().nullable(),
  placeCountry: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  facts: z.array(z.string()),
  verification,
  /** Steps by which an editor lifted or lowered it, and how often it was saved. */
  lift: z.number().default(0),
  version: count.default(1),
  createdAt: instant,
  updatedAt: instant,
  participants: z.array(
    z.strictObject({ position: count, actorId: z.string(), role: z.string().nullable() }),
  ),
  sources,
  topics: z.array(z.string()),
  related: z.array(z.string()),
  revisions: z
    .array(
      z.strictObject({
        id: uuid,
        number: count,
        snapshot: z.record(z.string(), z.unknown()),
        note: z.string().nullable(),
        savedAt: instant,
        savedById: uuid.nullable(),
      }),
    )
    .default([]),
});

/** What is known of bytes that stand in `originals/` under their SHA-256. */
export const originalLineSchema = z.strictObject({
  id: uuid,
  sha256,
  byteLength: count,
  mediaType: z.string(),
  encoding: z.string(),
  extractedText: z.string().nullable(),
  fileName: z.string().nullable(),
  receivedVia,
  fetchedFrom: z.string().nullable(),
  receivedAt: instant,
  receivedById: uuid.nullable(),
});

const bylines = z.array(
  z.strictObject({
    position: count,
    name: z.string(),
    role: z.string().nullable(),
    note: z.string().nullable(),
  }),
);
const mediaCredits = z.array(
  z.strictObject({ position: count, credit: z.string(), caption: z.string().nullable() }),
);

const fieldSpans = z.array(
  z.strictObject({
    field: z.string(),
    startsAt: offset.nullable(),
    endsAt: offset.nullable(),
    rule: z.string(),
    confidence: share,
  }),
);

/** What was received of the article's page, and what became of each reading of it. */
const originals = z.array(
  z.strictObject({
    originalId: uuid,
    state: z.enum(["taken", "unchanged", "proposed", "set_aside", "kept"]),
    /** Null where the article's revisions say what was read. */
    fields: z.record(z.string(), z.unknown()).nullable(),
    places: fieldSpans.nullable(),
    warnings: z.array(z.unknown()).nullable(),
    addedAt: instant,
    decidedAt: instant.nullable(),
    decidedById: uuid.nullable(),
  }),
);

export const articleLineSchema = z.strictObject({
  id: uuid,
  /** The one of `originals` that `fieldSpans` point into. */
  originalId: uuid,
  outletId: uuid.nullable(),
  status: z.enum(["draft", "published", "withdrawn"]),
  rights,
  verification,
  language: z.string(),
  headline: z.string().nullable(),
  headlineProposed: z.boolean(),
  summary: z.string().nullable(),
  dateline: z.string().nullable(),
  /** Paragraphs joined by a blank line; mentions index into it. */
  body: z.string(),
  publishedOn: day.nullable(),
  publishedAt: instant.nullable(),
  modifiedOn: day.nullable(),
  slug: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  /** The same in the one form of all its spellings, by which later versions are known. */
  pageAddress: z.string().nullable(),
  warnings: z.array(z.unknown()),
  doubt: share,
  version: z.int().min(1),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
  deletedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  /** The article that stands for this one, a line before it, and as what it was merged. */
  mergedIntoId: uuid.nullable(),
  mergedAs: pairKind.nullable(),
  createdAt: instant,
  updatedAt: instant,
  originals,
  bylines,
  mediaCredits,
  sources,
  /** Places in the text of the original, in UTF-16 code units. */
  fieldSpans,
  addresses: z.array(z.strictObject({ publishedOn: day, slug: z.string(), createdAt: instant })),
  topics: z.array(z.strictObject({ topicId: z.string(), status: judgement, confidence: share })),
  mentions: z.array(
    z.strictObject({ actorId: z.string(), startsAt: offset, endsAt: offset, status: judgement }),
  ),
  events: z.array(z.string()),
});

export const revisionLineSchema = z.strictObject({
  id: uuid,
  articleId: uuid,
  number: z.int().min(1),
  snapshot: z.record(z.string(), z.unknown()),
  /** What it was read from, and whether it stands just as it was read. */
  originalId: uuid.nullable(),
  asRead: z.boolean(),
  note: z.string().nullable(),
  savedAt: instant,
  savedById: uuid.nullable(),
});

/** What somebody is said to have said, at its place in its article's `body`. */
export const statementLineSchema = z.strictObject({
  id: uuid,
  articleId: uuid,
  kind: z.enum(["direct", "mixed", "indirect"]),
  status: judgement,
  startsAt: offset,
  endsAt: offset,
  parts: statementPartsSchema,
  words: z.string().min(1),
  passage: z.string(),
  passageAt: offset,
  speakerId: z.string().nullable(),
  speakerText: z.string().nullable(),
  isAnonymous: z.boolean(),
  venue: z.string().nullable(),
  saidOn: z.string().nullable(),
  day: day.nullable(),
  confidence: share,
  groupId: uuid,
  keys: z.array(z.int()),
  sourcePublisher: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  decidedById: uuid.nullable(),
  topics: z.array(z.strictObject({ topicId: z.string(), status: judgement, confidence: share })),
});

export const pairLineSchema = z.strictObject({
  id: uuid,
  firstId: uuid,
  secondId: uuid,
  kind: pairKind,
  score: share,
  status: judgement,
  decision: pairKind.nullable(),
  decidedAt: instant.nullable(),
  decidedById: uuid.nullable(),
  createdAt: instant,
});
