import { z } from "zod";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { eventKindSchema } from "#lib/events/schema.ts";

const MAX_TITLE_CHARACTERS = 300;
const MAX_PLACE_CHARACTERS = 120;
const MAX_DATE_CHARACTERS = 40;
const MAX_EVENT_ID_CHARACTERS = 120;
const MAX_SPLIT_ARTICLES = 500;
const LAST_PAGE = 10_000;

export const SUGGESTION_STATES = ["open", "accepted", "linked", "merged", "rejected"] as const;

export const suggestionIdSchema = z.uuid("There is no such suggestion");

/** Which suggestions the list shows; what makes no sense there counts as not asked. */
export const suggestionListSchema = z.object({
  state: z.enum(SUGGESTION_STATES).catch("open"),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
  done: suggestionIdSchema.nullable().catch(null),
});

/** Every decision names the suggestion, and the version of it that the person saw. */
export const seenSuggestionSchema = z.object({
  suggestionId: suggestionIdSchema,
  version: z.coerce.number().int().min(1),
});

export const acceptSchema = seenSuggestionSchema.extend({
  title: z
    .string()
    .trim()
    .min(1, "Give the event a title")
    .max(MAX_TITLE_CHARACTERS, `Use at most ${MAX_TITLE_CHARACTERS} characters`),
  kind: eventKindSchema,
  date: z
    .string()
    .trim()
    .max(MAX_DATE_CHARACTERS)
    .refine((date) => parseEdtf(date) !== null, "Write a day as 2025-02-27, a month as 2025-02"),
  placeName: z
    .string()
    .trim()
    .max(MAX_PLACE_CHARACTERS, `Use at most ${MAX_PLACE_CHARACTERS} characters`)
    .transform((name) => name || null),
});

export const linkSchema = seenSuggestionSchema.extend({
  eventId: z.string().trim().min(1, "Choose an event").max(MAX_EVENT_ID_CHARACTERS),
});

export const mergeSchema = seenSuggestionSchema.extend({
  intoId: z.uuid("Choose a suggestion to merge this one into"),
});

export const splitSchema = seenSuggestionSchema.extend({
  articleIds: z
    .array(z.uuid())
    .min(1, "Choose the articles that tell of something else")
    .max(MAX_SPLIT_ARTICLES),
});

export type Seen = z.output<typeof seenSuggestionSchema>;
export type Acceptance = z.output<typeof acceptSchema>;
