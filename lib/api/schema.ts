/** What the API reads. */
import { z } from "zod";
import { articleChangesSchema } from "#lib/articles/schema.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";

export const MAX_PAGE_SIZE = 100;
const DEFAULT_PAGE_SIZE = 20;
export const MAX_TEXT_CHARACTERS = 300;
/** Of a filter of a search. */
const MAX_VALUES = 20;
const MAX_ID_CHARACTERS = 120;
const MAX_CURSOR_CHARACTERS = 500;
const MAX_FILE_NAME_CHARACTERS = 255;

export const id = z
  .string()
  .max(MAX_ID_CHARACTERS)
  .regex(/^[\w-]+$/, "is not an id");
export const cursor = z
  .string()
  .max(MAX_CURSOR_CHARACTERS)
  .optional()
  .describe("`nextCursor` of the page before.");
export const limit = z.coerce
  .number("is not a number")
  .int("is not a whole number")
  .min(1, "is below 1")
  .max(MAX_PAGE_SIZE, `is above ${MAX_PAGE_SIZE}`)
  .default(DEFAULT_PAGE_SIZE)
  .describe("How many items a page has.");

/** A day, a month or a year; its first day where a span begins, its last where it ends. */
export const edge = (side: "start" | "end") =>
  z
    .string()
    .refine((text) => parseEdtf(text) !== null, "is not a date such as 2025-02-27, 2025-02 or 2025")
    .transform((text) => parseEdtf(text)?.[side] ?? null)
    .optional()
    .describe(`${side === "start" ? "First" : "Last"} day: 2025-02-27, 2025-02 or 2025.`);

/** `true` and `false` as they stand in an address. */
export const flag = z
  .enum(["true", "false"], "is neither true nor false")
  .transform((is) => is === "true");

/** A parameter that may be given several times. */
export const many = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([z.array(item), item])
    .transform((given): z.output<T>[] => [given].flat() as z.output<T>[])
    .default([]);

const several = <T extends z.ZodType<string>>(item: T) =>
  many(item).refine((values) => values.length <= MAX_VALUES, `has more than ${MAX_VALUES} values`);
/** Whether an article has all values of a parameter, or one is enough. */
const mode = (parameter: string) =>
  z
    .enum(["all", "any"], "is neither all nor any")
    .default("all")
    .describe(`\`any\`: of the values of \`${parameter}\` one is enough.`);
const year = z.string().regex(/^(?!0000)\d{4}$/, "is not a year such as 2025");
const day = z.string().refine(isCalendarDay, "is not a day such as 2025-02-27");

export const articleParamsSchema = z.object({ id: z.uuid("is not the id of an article") });
export const idParamsSchema = z.object({ id });

export const articleListQuerySchema = z.strictObject({
  from: edge("start"),
  to: edge("end"),
  topic: id.optional().describe("Id of a topic."),
  person: id.optional().describe("Id of an actor whom the articles mention."),
  outlet: id.optional().describe("Slug of an outlet."),
  status: z
    .enum(["draft", "published", "withdrawn"])
    .default("published")
    .describe("Any but `published` needs a token of an editor."),
  limit,
  cursor,
});

export const searchQuerySchema = z.strictObject({
  q: z
    .string()
    .max(MAX_TEXT_CHARACTERS, `is longer than ${MAX_TEXT_CHARACTERS} characters`)
    .default("")
    .describe(
      'Words, "phrases", `-not`, `or`, `near/5`, `prefix*`, brackets and fields such as ' +
        "`title:`, `speaker:` and `before:`; without it, all that the filters leave.",
    ),
  from: edge("start"),
  to: edge("end"),
  topic: several(id).describe("Ids of topics; an article has all of them."),
  topics: mode("topic"),
  "not-topic": several(id).describe("Ids of topics; an article has none of them."),
  person: several(id).describe("Ids of actors of any kind; an article mentions all of them."),
  people: mode("person"),
  "not-person": several(id).describe("Ids of actors; an article mentions none of them."),
  country: several(id).describe("Ids of countries; an article mentions all of them."),
  countries: mode("country"),
  "not-country": several(id).describe("Ids of countries; an article mentions none of them."),
  outlet: several(id).describe("Slugs of outlets; an article comes from one of them."),
  "not-outlet": several(id).describe("Slugs of outlets; an article comes from none of them."),
  year: several(year).describe("Years; an article is of one of them."),
  "not-year": several(year).describe("Years; an article is of none of them."),
  sort: z
    .enum(["relevance", "recent", "newest", "oldest"])
    .default("relevance")
    .describe("`recent` is relevance in which newer articles count for up to twice as much."),
  cursor,
});

export const peopleQuerySchema = z.strictObject({
  kind: z.enum(["person", "organisation", "country"]).default("person"),
});

/** A topic by its id alone is one that a person chose. */
const chosenTopic = z
  .string()
  .min(1)
  .transform((topicId) => ({ id: topicId, status: "confirmed" as const }));

const changesShape = {
  ...articleChangesSchema.shape,
  topics: z
    .array(z.union([chosenTopic, articleChangesSchema.shape.topics.unwrap().element]))
    .optional()
    .describe("Ids, which count as confirmed, or ids with a status."),
};

export const articlePatchSchema = z
  .strictObject({
    version: z
      .int()
      .min(1)
      .optional()
      .describe("The version that the changes start from; or `If-Match` says it."),
    status: z
      .enum(["published", "withdrawn"])
      .optional()
      .describe("Publishes a draft, withdraws, or publishes again."),
    withdrawnReason: z.string().trim().min(1).max(MAX_TEXT_CHARACTERS).optional(),
    ...changesShape,
  })
  .meta({ id: "ArticlePatch" });

export const articleUploadSchema = z
  .strictObject({
    text: z.string().min(1, "is empty"),
    mediaType: z.enum(["text/plain", "text/markdown"]).default("text/plain"),
    fileName: z.string().max(MAX_FILE_NAME_CHARACTERS).optional(),
    capturedOn: day.optional().describe("When it was captured: makes “yesterday” a day."),
    publish: z.boolean().default(false),
    ...changesShape,
  })
  .meta({ id: "ArticleUpload" });

export const uploadQuerySchema = z.strictObject({
  publish: flag.optional().describe("Publish it at once, which needs a headline and a day."),
  capturedOn: day.optional().describe("When it was captured: makes “yesterday” a day."),
  fileName: z.string().max(MAX_FILE_NAME_CHARACTERS).optional(),
});
