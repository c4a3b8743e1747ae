import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { isTimeOfDay } from "#lib/dates/zoned-time.ts";

export const RIGHTS = ["full_text", "extract", "metadata_only"] as const;
export const JUDGEMENTS = ["suggested", "confirmed", "rejected"] as const;
const MAX_HEADLINE_CHARACTERS = 300;
const MAX_LINE_CHARACTERS = 500;
const MAX_SUMMARY_CHARACTERS = 5_000;
const MAX_URL_CHARACTERS = 2_000;
const MAX_LIST_ITEMS = 100;
const MAX_BODY_CHARACTERS = 5 * 1024 * 1024;

const text = (maxCharacters: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(maxCharacters, `is longer than ${maxCharacters} characters`));
const optionalText = (maxCharacters: number) =>
  text(maxCharacters)
    .nullable()
    .transform((value) => value || null);
const requiredText = (maxCharacters: number) =>
  text(maxCharacters).pipe(z.string().min(1, "is empty"));
const day = z.string().refine(isCalendarDay, "is not a day such as 2025-02-27").nullable();
const webAddress = z
  .url({ protocol: /^https?$/, error: "is not an address such as https://example.org/page" })
  .max(MAX_URL_CHARACTERS)
  .nullable();

export const bylineSchema = z.object({
  name: requiredText(MAX_LINE_CHARACTERS),
  role: optionalText(MAX_LINE_CHARACTERS),
  note: optionalText(MAX_LINE_CHARACTERS),
});

export const mediaCreditSchema = z.object({
  /** Empty where a picture has a caption and no credit. */
  credit: text(MAX_LINE_CHARACTERS),
  caption: optionalText(MAX_SUMMARY_CHARACTERS),
});

export const namedSourceSchema = z.object({
  publisher: requiredText(MAX_LINE_CHARACTERS),
  title: requiredText(MAX_LINE_CHARACTERS),
  url: webAddress,
  stateMedia: z.boolean(),
});

/** What stands about a suggestion of the archive's: a topic, or everyone's mentions of an actor. */
export const judgementSchema = z.object({ id: z.string().min(1), status: z.enum(JUDGEMENTS) });

/** All that an editor can change of an article: what a revision keeps. */
export const articleFieldsSchema = z.object({
  headline: optionalText(MAX_HEADLINE_CHARACTERS),
  /** The headline is the archive's proposal, not the outlet's own. */
  headlineProposed: z.boolean(),
  summary: optionalText(MAX_SUMMARY_CHARACTERS),
  /** Name; one that the archive does not know yet is added to its outlets. */
  outlet: optionalText(MAX_LINE_CHARACTERS),
  publishedOn: day,
  /** `HH:MM` on the clocks of the outlet's zone. */
  publishedTime: z.string().refine(isTimeOfDay, "is not a time of day such as 14:05").nullable(),
  modifiedOn: day,
  /** BCP 47; `und` where it cannot be told. */
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "is not a tag such as en or uk"),
  rights: z.enum(RIGHTS),
  dateline: optionalText(MAX_LINE_CHARACTERS),
  sourceUrl: webAddress,
  bylines: z.array(bylineSchema).max(MAX_LIST_ITEMS),
  mediaCredits: z.array(mediaCreditSchema).max(MAX_LIST_ITEMS),
  sources: z.array(namedSourceSchema).max(MAX_LIST_ITEMS),
  paragraphs: z
    .array(requiredText(MAX_BODY_CHARACTERS))
    .refine(
      (paragraphs) => paragraphs.reduce((sum, { length }) => sum + length, 0) < MAX_BODY_CHARACTERS,
      "are longer than 5 MB",
    ),
  topics: z.array(judgementSchema),
  people: z.array(judgementSchema),
});

/** Some of the fields, as a save or the API's PATCH gives them; what is left out stays. */
export const articleChangesSchema = articleFieldsSchema.partial();

export type ArticleFields = z.infer<typeof articleFieldsSchema>;
export type ArticleChanges = z.infer<typeof articleChangesSchema>;
export type Judgement = z.infer<typeof judgementSchema>;

/** An article of which nothing is known yet. */
export const EMPTY_FIELDS: ArticleFields = {
  headline: null,
  headlineProposed: false,
  summary: null,
  outlet: null,
  publishedOn: null,
  publishedTime: null,
  modifiedOn: null,
  language: "und",
  rights: "full_text",
  dateline: null,
  sourceUrl: null,
  bylines: [],
  mediaCredits: [],
  sources: [],
  paragraphs: [],
  topics: [],
  people: [],
};

/** The fields that a stored revision holds; one written before a field existed lacks it. */
export function parseSnapshot(snapshot: unknown): ArticleFields {
  const given = z.record(z.string(), z.unknown()).parse(snapshot);
  return articleFieldsSchema.parse({ ...EMPTY_FIELDS, ...given });
}

/** Where in an original a field was read, as it is kept while another original is the article's. */
export const fieldPlaceSchema = z.object({
  field: z.string(),
  startsAt: z.number().int().nullable(),
  endsAt: z.number().int().nullable(),
  rule: z.string(),
  confidence: z.number(),
});

export const articleIdSchema = z.uuid();

/** What a merge moved and lent, as its audit entry keeps it for the way back. */
export const articleMergeSchema = z.object({
  into: z.uuid(),
  as: z.enum(["same_text", "update"]),
  pairId: z.uuid(),
  /** Of the merged article before. */
  status: z.enum(["draft", "published"]),
  addedTopics: z.array(z.object({ id: z.string(), status: z.enum(JUDGEMENTS) })),
  addedEvents: z.array(z.string()),
  /** What had been merged into it before, and was merged on. */
  mergedBefore: z.array(z.uuid()),
});
export type ArticleMerge = z.infer<typeof articleMergeSchema>;

export const withdrawalSchema = z.object({
  reason: requiredText(MAX_SUMMARY_CHARACTERS),
});

export const restorationSchema = z.object({
  number: z.coerce.number().int().min(1),
  baseVersion: z.coerce.number().int().min(1),
});

const revisionNumber = z.coerce.number().int().min(1).optional().catch(undefined);

/** Two revisions to be compared, as an address names them. */
export const revisionPairSchema = z.object({ from: revisionNumber, to: revisionNumber });

/** The day on which texts were captured, which makes "yesterday" resolvable. */
export const arrivalSchema = z.object({
  capturedOn: z
    .string()
    .refine((text) => text === "" || isCalendarDay(text), "is not a day such as 2025-02-27")
    .transform((text) => text || undefined),
});

const dayOrNothing = z.string().refine(isCalendarDay).optional().catch(undefined);

/** The archivists' list as its address asks for it; what makes no sense there counts as not asked. */
export const adminListSchema = z.object({
  q: z.string().trim().max(MAX_LINE_CHARACTERS).catch(""),
  status: z.enum(["draft", "published", "withdrawn"]).optional().catch(undefined),
  verification: z.enum(["to_verify", "verified"]).optional().catch(undefined),
  outlet: z.string().min(1).optional().catch(undefined),
  topic: z.string().min(1).optional().catch(undefined),
  from: dayOrNothing,
  to: dayOrNothing,
  lacks: z.enum(["date", "headline"]).optional().catch(undefined),
  sort: z.enum(["updated", "date", "headline"]).catch("updated"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type AdminListQuery = z.infer<typeof adminListSchema>;

/** A version of an article's page that is set aside. */
export const setAsideSchema = z.object({ articleId: articleIdSchema, originalId: z.uuid() });

/** One that is taken over: from which version of the article, and over which corrections. */
export const takeOverSchema = setAsideSchema.extend({
  baseVersion: z.coerce.number().int().min(1),
  takes: z.array(articleFieldsSchema.keyof()),
});
