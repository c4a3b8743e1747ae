import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { ARTICLE_FIELDS } from "./records/columns.ts";
import { WARNING_CODES } from "./types.ts";
import type { ArticleDraft } from "./types.ts";

export { ARTICLE_FIELDS } from "./records/columns.ts";

const offset = z.number().int().nonnegative();

export const spanSchema = z.object({ start: offset, end: offset });

const foundText = foundSchema(z.string());
const foundDay = foundSchema(z.string().refine(isCalendarDay, "Expected a day as YYYY-MM-DD"));

export const draftWarningSchema = z.object({
  code: z.enum(WARNING_CODES),
  message: z.string(),
  span: spanSchema.nullable(),
});

/** The shape of an `ArticleDraft`, for the API and for what is stored of it. */
export const articleDraftSchema = z.object({
  text: z.string(),
  headline: foundText.nullable(),
  headlineProposed: z.boolean(),
  summary: foundText.nullable(),
  publishedOn: foundDay.nullable(),
  publishedAt: foundText.nullable(),
  modifiedOn: foundDay.nullable(),
  outlet: foundText.nullable(),
  language: foundText,
  bylines: z.array(
    z.object({ name: foundText, role: foundText.nullable(), note: foundText.nullable() }),
  ),
  mediaCredits: z.array(foundText),
  captions: z.array(foundText),
  dateline: foundText.nullable(),
  paragraphs: z.array(foundText),
  furniture: z.array(foundText),
  sourceUrl: foundText.nullable(),
  unused: z.array(spanSchema),
  warnings: z.array(draftWarningSchema),
}) satisfies z.ZodType<ArticleDraft>;

function foundSchema<T extends z.ZodType<string>>(value: T) {
  return z.object({
    value,
    span: spanSchema.nullable(),
    rule: z.string(),
    confidence: z.number().min(0).max(1),
  });
}

/** What each column of a table holds, in order. */
export const columnFieldsSchema = z.array(
  z.object({ column: z.string(), field: z.enum(ARTICLE_FIELDS).nullable() }),
);
