import { z } from "zod";
import { toSlug } from "#lib/text/slug.ts";

export const MAX_STEPS = 60;
export const MAX_CITATIONS = 12;
const MAX_TITLE_CHARACTERS = 150;
const MAX_SUMMARY_CHARACTERS = 600;
const MAX_BODY_CHARACTERS = 5_000;
const MAX_SLUG_CHARACTERS = 80;

export const storyIdSchema = z.uuid("This is not a story.");

const title = z
  .string()
  .trim()
  .min(1, "Please give a title.")
  .max(MAX_TITLE_CHARACTERS, `At most ${MAX_TITLE_CHARACTERS} characters.`);
const summary = z
  .string()
  .trim()
  .max(MAX_SUMMARY_CHARACTERS, `At most ${MAX_SUMMARY_CHARACTERS} characters.`);

/** What a new story begins with. */
export const newStorySchema = z.object({ title, summary });

/** What a citation names; both null: what it named is gone. */
const citedRefSchema = z.object({
  eventId: z.string().nullable(),
  articleId: z.uuid().nullable(),
});

export const storyStepSchema = z.object({
  eventId: z.string().nullable(),
  heading: z
    .string()
    .trim()
    .min(1, "Please give a heading.")
    .max(MAX_TITLE_CHARACTERS, `At most ${MAX_TITLE_CHARACTERS} characters.`),
  body: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine(
      (text) => text.length <= MAX_BODY_CHARACTERS,
      `At most ${MAX_BODY_CHARACTERS} characters.`,
    ),
  citations: z.array(citedRefSchema).max(MAX_CITATIONS, `At most ${MAX_CITATIONS} citations.`),
});

/** Everything that an editor writes of a story: what a revision keeps. */
export const storyFieldsSchema = z.object({
  title,
  /** The last part of its address. */
  slug: z
    .string()
    .trim()
    .max(MAX_SLUG_CHARACTERS, `At most ${MAX_SLUG_CHARACTERS} characters.`)
    .refine((slug) => slug === toSlug(slug, ""), "Small letters, figures and hyphens only."),
  summary,
  steps: z.array(storyStepSchema).max(MAX_STEPS, `At most ${MAX_STEPS} steps.`),
});

export type NewStory = z.infer<typeof newStorySchema>;
export type StoryStepFields = z.infer<typeof storyStepSchema>;
export type StoryFields = z.infer<typeof storyFieldsSchema>;

export const withdrawnReasonSchema = z
  .string()
  .trim()
  .min(1, "Please say why: readers who followed a link are told.")
  .max(MAX_SUMMARY_CHARACTERS, `At most ${MAX_SUMMARY_CHARACTERS} characters.`);

export const versionSchema = z.coerce.number().int().min(0).max(1_000_000);
