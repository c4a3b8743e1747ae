/** What the API answers with: every answer is read by its schema before it goes out. */
import { z } from "zod";
import {
  bylineSchema,
  mediaCreditSchema,
  namedSourceSchema,
  RIGHTS,
} from "#lib/articles/schema.ts";
import { EVENT_KINDS, LANE_IDS } from "#lib/events/schema.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";

export const day = z.string().describe("YYYY-MM-DD");
export const instant = z.string().describe("ISO 8601, in UTC");
export const path = z.string().describe("Address on this site");
const verification = z.enum(["to_verify", "verified"]);
const certainty = z.enum(["suggested", "confirmed"]);
export const actorKind = z.enum(["person", "organisation", "country"]);
const offset = z.int().min(0).describe("UTF-16 code units");
export const nextCursor = z
  .string()
  .nullable()
  .describe("`cursor` of the next page; null on the last");
const outletRef = z.object({ slug: z.string(), name: z.string() });

export const articleLineSchema = z
  .object({
    id: z.uuid(),
    status: z.enum(["draft", "published", "withdrawn"]),
    path: path.nullable().describe("Address on this site; null while there is none"),
    headline: z.string().nullable(),
    headlineProposed: z.boolean().describe("The headline is the archive's proposal"),
    summary: z.string().nullable(),
    publishedOn: day.nullable(),
    outlet: outletRef.nullable(),
    verification,
  })
  .meta({ id: "ArticleLine" });

export const articleListSchema = z
  .object({ items: z.array(articleLineSchema), nextCursor })
  .meta({ id: "ArticleList" });

const placeSchema = z
  .object({
    field: z.string().describe("`publishedOn`, `bylines.0.name`, `paragraphs.3`"),
    start: offset.nullable().describe("Null where the value was not read from the original"),
    end: offset.nullable(),
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  })
  .meta({ id: "Place" });

export const articleSchema = articleLineSchema
  .extend({
    version: z.int().optional().describe("Only for editors: counts saves; a PATCH starts from one"),
    publishedAt: instant.nullable(),
    modifiedOn: day.nullable(),
    language: z.string().describe("BCP 47"),
    rights: z.enum(RIGHTS),
    dateline: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    bylines: z.array(bylineSchema),
    mediaCredits: z.array(mediaCreditSchema),
    paragraphs: z.array(z.string()).describe("As far as its rights let readers see them"),
    isShortened: z.boolean().describe("There is more text than `paragraphs` show"),
    topics: z.array(z.object({ id: z.string(), label: z.string(), status: certainty })),
    mentions: z
      .array(
        z.object({
          actorId: z.string(),
          name: z.string(),
          kind: actorKind,
          offices: z.array(z.string()).describe("Held on the day of the article"),
          start: offset,
          end: offset,
          status: certainty,
        }),
      )
      .describe("Places in the paragraphs, joined by a blank line"),
    statements: z
      .array(
        z.object({
          id: z.uuid(),
          kind: z.enum(["direct", "mixed", "indirect"]),
          words: z.string().describe("The content without the quotation marks around it"),
          spans: z.array(z.object({ start: offset, end: offset })),
          speaker: z
            .object({
              id: z.string(),
              name: z.string(),
              offices: z.array(z.string()).describe("Held on the day on which it was said"),
            })
            .nullable(),
          speakerText: z.string().nullable().describe("In the words of the article"),
          isAnonymous: z.boolean(),
          venue: z.string().nullable(),
          saidOn: z.string().nullable().describe("Extended Date/Time Format"),
          status: certainty,
        }),
      )
      .describe("Who says what; places as those of mentions"),
    events: z.array(
      z.object({ id: z.string(), title: z.string(), date: z.string(), verification }),
    ),
    sources: z.array(namedSourceSchema),
    original: z.object({
      id: z.uuid(),
      mediaType: z.string(),
      byteLength: z.int(),
      sha256: z.string(),
    }),
    merged: z
      .array(
        z.object({
          as: z.enum(["same_text", "update"]),
          headline: z.string().nullable(),
          outlet: outletRef.nullable(),
          publishedOn: day.nullable(),
          sourceUrl: z.string().nullable(),
        }),
      )
      .describe(
        "Reprints of the same text, and other versions of it, that this article stands for",
      ),
    revision: z
      .object({
        outcome: z.enum(["taken", "proposed", "unchanged", "kept"]),
        number: z.int().nullable().describe("The revision that it became"),
      })
      .optional()
      .describe("Only after sending a new version of an article's page: what became of it"),
    updatedAt: instant,
    spans: z
      .array(placeSchema)
      .optional()
      .describe("Only for editors: where in the original each field was read"),
    unused: z
      .array(z.object({ start: offset, end: offset, text: z.string() }))
      .optional()
      .describe("Only for editors: what of the original went into no field"),
    warnings: z
      .array(draftWarningSchema)
      .optional()
      .describe("Only for editors: what the reading left in doubt"),
  })
  .meta({ id: "Article" });

export const deletedArticleSchema = z
  .object({
    id: z.uuid(),
    restorableUntil: day.describe("After this day it is gone for good"),
  })
  .meta({ id: "DeletedArticle" });

const textParts = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));
const facetCount = z.object({ id: z.string(), label: z.string(), count: z.int() });
const facet = z.array(facetCount);
const facetName = z.enum(["topics", "people", "countries", "outlets", "years"]);

export const searchAnswerSchema = z
  .object({
    items: z.array(articleLineSchema.extend({ headlineParts: textParts, extract: textParts })),
    nextCursor,
    total: z.int(),
    months: z.array(z.object({ month: z.string().describe("YYYY-MM"), count: z.int() })),
    topics: facet.describe(
      "The most frequent. Where any of several is asked for, a facet counts what meets all else",
    ),
    people: facet,
    countries: facet,
    outlets: facet,
    years: facet.describe("The latest first"),
    chosen: z
      .array(
        facetCount.extend({
          facet: facetName,
          noun: z.string().describe("What it is: topic, person, organisation, country …"),
          isExcluded: z.boolean(),
          isKnown: z.boolean().describe("False where the archive has nothing by this id"),
        }),
      )
      .describe("What was chosen and excluded"),
    isSearchable: z
      .boolean()
      .describe("False where `q` holds no word to search for, such as “the”"),
    ignored: z
      .array(z.object({ text: z.string(), reason: z.string() }))
      .describe("Parts of `q` that could not be used"),
    names: z
      .array(z.object({ text: z.string(), meant: z.array(z.string()) }))
      .describe("Names in `q` and what they were taken to mean: nothing, where it is not known"),
    didYouMean: z
      .object({ text: z.string().describe("A value for `q`"), parts: textParts })
      .nullable()
      .describe(
        "A search that finds more, with the nearest words of the archive in place of words that it " +
          "hardly has; only on the first page, and where few articles were found",
      ),
  })
  .meta({ id: "SearchAnswer" });

const entryShape = {
  id: z.string(),
  path,
  title: z.string(),
  startsOn: day,
  endsOn: day,
  lanes: z.array(z.enum(LANE_IDS)),
  verification,
};

export const eventEntrySchema = z
  .object({
    type: z.literal("event"),
    ...entryShape,
    date: z.string().describe("Extended Date/Time Format; may be a month or an interval"),
    kind: z.enum(EVENT_KINDS),
    placeName: z.string().nullable(),
  })
  .meta({ id: "EventEntry" });

export const articleEntrySchema = z
  .object({
    type: z.literal("article"),
    ...entryShape,
    headlineProposed: z.boolean(),
    outletName: z.string().nullable(),
  })
  .meta({ id: "ArticleEntry" });

const counts = { articleCount: z.int(), eventCount: z.int() };

export const topicListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        definition: z.string(),
        broaderId: z.string().nullable(),
        ...counts,
      }),
    ),
  })
  .meta({ id: "TopicList" });

export const peopleListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: actorKind,
        country: z.string().nullable(),
        latestOffice: z.string().nullable(),
        ...counts,
      }),
    ),
  })
  .meta({ id: "PeopleList" });

export const healthSchema = z
  .object({
    status: z.literal("ok"),
    databaseMs: z.number().describe("How long the database took to answer"),
  })
  .meta({ id: "Health" });

export type ArticleAnswer = z.input<typeof articleSchema>;
export type ArticleLineAnswer = z.input<typeof articleLineSchema>;
