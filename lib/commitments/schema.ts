import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { isWebAddress } from "#lib/text/web-address.ts";

export const COMMITMENT_STATES = ["open", "kept", "missed", "superseded"] as const;
export const commitmentStateSchema = z.enum(COMMITMENT_STATES, "Please choose one of the list.");
export type CommitmentState = z.infer<typeof commitmentStateSchema>;

export const MAX_EVIDENCE = 12;
export const MAX_CHANGES = 40;
const MAX_ACTORS = 20;
const MAX_TOPICS = 20;
const MAX_TITLE_CHARACTERS = 200;
const MAX_TEXT_CHARACTERS = 3_000;
const MAX_WORDS_CHARACTERS = 600;
const MAX_URL_CHARACTERS = 2_000;

export const commitmentIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This is not a commitment.")
  .max(100);

const line = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);
const orNull = (max: number) => line(max).transform((text) => text || null);
const paragraphs = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .refine(
    (text) => text.length <= MAX_TEXT_CHARACTERS,
    `At most ${MAX_TEXT_CHARACTERS} characters.`,
  );
const edtf = z
  .string()
  .trim()
  .refine(
    (text) => parseEdtf(text) !== null,
    "Write 2025-03-02, 2025-03, 2025, a span 2025-03-01/2025-03-05, or ~ after it for about.",
  );

/** Where something is told: a source elsewhere, an event or an article here, or words of an article. */
export const evidenceSchema = z
  .object({
    publisher: orNull(MAX_TITLE_CHARACTERS).nullable(),
    title: orNull(MAX_TITLE_CHARACTERS * 2).nullable(),
    url: orNull(MAX_URL_CHARACTERS)
      .nullable()
      .refine((url) => url === null || isWebAddress(url), "This is no web address."),
    eventId: z.string().nullable(),
    articleId: z.uuid().nullable(),
    words: orNull(MAX_WORDS_CHARACTERS).nullable(),
  })
  .refine(
    ({ publisher, title, eventId, articleId }) => (publisher && title) || eventId || articleId,
    "Evidence is a source with publisher and title, or an event or an article of the archive.",
  );

const evidence = z.array(evidenceSchema).max(MAX_EVIDENCE, `At most ${MAX_EVIDENCE}.`);

/** What became of it: judged by a person, on evidence. */
export const commitmentChangeSchema = z.object({
  state: commitmentStateSchema,
  day: z.string().refine(isCalendarDay, "Please give a day."),
  note: paragraphs.refine((note) => note !== "", "Please say in a sentence what happened."),
  evidence: evidence.min(1, "Please name what shows it: a source, an event or an article."),
});

/** Everything that an editor says of a commitment: what a revision keeps. */
export const commitmentFieldsSchema = z
  .object({
    title: line(MAX_TITLE_CHARACTERS).min(1, "Please say what was promised."),
    detail: paragraphs,
    madeOn: edtf,
    eventId: z.string().nullable(),
    due: edtf.nullable(),
    by: z.array(z.string()).min(1, "Please say who promised.").max(MAX_ACTORS),
    to: z.array(z.string()).max(MAX_ACTORS),
    topicIds: z.array(z.string()).max(MAX_TOPICS, `At most ${MAX_TOPICS} topics.`),
    evidence,
    changes: z.array(commitmentChangeSchema).max(MAX_CHANGES, `At most ${MAX_CHANGES}.`),
  })
  .refine(({ eventId, evidence }) => eventId !== null || evidence.length > 0, {
    message: "Please name an event at which it was made, or evidence.",
    // As its field in the form is called.
    path: ["event"],
  });

export type Evidence = z.infer<typeof evidenceSchema>;
export type CommitmentChangeFields = z.infer<typeof commitmentChangeSchema>;
export type CommitmentFields = z.infer<typeof commitmentFieldsSchema>;

export const withdrawnReasonSchema = line(MAX_WORDS_CHARACTERS).min(
  1,
  "Please say why: readers who followed a link are told.",
);
export const versionSchema = z.coerce.number().int().min(0).max(1_000_000);
export const positionSchema = z.coerce.number().int().min(0).max(MAX_CHANGES);
