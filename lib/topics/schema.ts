import { z } from "zod";
import { topicMoveSchema } from "#lib/statements/schema.ts";

const MAX_KEYWORDS = 200;
const MAX_KEYWORD_CHARACTERS = 100;

/** A readable and permanent id, as it stands in addresses. */
export const topicIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This is not a topic.")
  .max(100);

const MOST_HITS_NEEDED = 20;

/** Lines of words or phrases; empty lines and repetitions are left out. */
const wordsSchema = z
  .array(z.string().trim().max(MAX_KEYWORD_CHARACTERS, "A line has at most 100 characters."))
  .transform((lines) => [
    ...new Map(lines.filter(Boolean).map((l) => [l.toLowerCase(), l])).values(),
  ])
  .refine((lines) => lines.length <= MAX_KEYWORDS, `At most ${MAX_KEYWORDS} lines.`);

/** What a person says about a topic. */
export const topicFieldsSchema = z.object({
  label: z.string().trim().min(1, "Please give a label.").max(100, "At most 100 characters."),
  definition: z
    .string()
    .trim()
    .min(1, "Please say what belongs under it.")
    .max(2_000, "At most 2000 characters."),
  keywords: wordsSchema,
  /** A sentence with one of these does not suggest the topic. */
  exceptions: wordsSchema,
  /** So often, one in the opening counted twice, before an article is suggested for it. */
  hitsNeeded: z.coerce
    .number("This is no number.")
    .int("A whole number, please.")
    .min(1, "At least 1.")
    .max(MOST_HITS_NEEDED, `At most ${MOST_HITS_NEEDED}.`),
  broaderId: topicIdSchema.nullable(),
  iptcId: z
    .string()
    .trim()
    .regex(/^medtop:\d{8}$/, "An IPTC Media Topic looks like medtop:20000639.")
    .nullable(),
});

export type TopicFields = z.infer<typeof topicFieldsSchema>;

const articleId = z.uuid();

/** What a merge moved, as its audit entry keeps it for undoing. */
export const topicMergeSchema = z.object({
  into: z.string(),
  /** Articles and events that had only the merged topic. */
  movedArticles: z.array(articleId),
  movedEvents: z.array(z.string()),
  /** Those that had both, with what stood at the merged one. */
  sharedArticles: z.array(
    z.object({
      articleId,
      status: z.enum(["suggested", "confirmed", "rejected"]),
      confidence: z.number(),
    }),
  ),
  sharedEvents: z.array(z.string()),
  /** Articles where the remaining topic was only suggested and the merged one confirmed. */
  confirmedArticles: z.array(articleId),
  narrower: z.array(z.string()),
  mergedBefore: z.array(z.string()),
  addedKeywords: z.array(z.string()),
  /** The same of statements; merges from before there were any moved none. */
  statements: topicMoveSchema.default({ moved: [], shared: [], confirmed: [] }),
});

export type TopicMerge = z.infer<typeof topicMergeSchema>;
