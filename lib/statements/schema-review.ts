import { z } from "zod";
import { actorIdSchema, actorKindSchema } from "#lib/actors/schema.ts";

const LINE_CHARACTERS = 200;
const MAX_WORDS_CHARACTERS = 10_000;
/** No more are offered at once than a person looks through. */
export const MAX_LIKES = 50;

export const statementKindSchema = z.enum(["direct", "mixed", "indirect"], "Please choose.");
export const judgedSchema = z.enum(["suggested", "confirmed", "rejected"]);

const line = z.string().trim().max(LINE_CHARACTERS, `At most ${LINE_CHARACTERS} characters.`);
const optionalLine = line.transform((text) => text || null);
const statementIdSchema = z.uuid("There is no such statement.");
const topicId = z.string().min(1).max(LINE_CHARACTERS);
const isTicked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

const uuidOrNone = z.uuid().optional().catch(undefined);

/**
 * Which statements the review goes through, and at which it is. Never throws: what cannot be read
 * is left out.
 */
export const reviewQuerySchema = z.object({
  status: z.enum(["suggested", "confirmed", "rejected", "any"]).catch("suggested"),
  /** Name or id of an actor, as typed. */
  speaker: line.min(1).optional().catch(undefined),
  lacks: z.literal("speaker").optional().catch(undefined),
  article: uuidOrNone,
  outlet: uuidOrNone,
  at: uuidOrNone,
  /** The statement that was decided just now. */
  done: uuidOrNone,
  /** How many of those that were to be decided with it are not, since they had changed. */
  left: z.coerce.number().int().min(1).max(MAX_LIKES).optional().catch(undefined),
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;
export type ReviewFilter = Omit<ReviewQuery, "at" | "done" | "left">;

/** What narrows the queue, without where one is in it. */
export function filterOf({ status, speaker, lacks, article, outlet }: ReviewQuery): ReviewFilter {
  return { status, speaker, lacks, article, outlet };
}

/** The address of the review for a query; what goes without saying is left out. */
export function reviewPath(query: Partial<ReviewQuery>): string {
  const given = Object.entries(query).filter(
    ([name, value]) => value !== undefined && !(name === "status" && value === "suggested"),
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `/admin/statements?${search}` : "/admin/statements";
}

/** What a person says of a statement: who said it, how, where and when. */
const statementValuesSchema = z
  .object({
    /** Name or id of somebody the archive knows, or the name to add. */
    speaker: optionalLine,
    /** As what to add a name that the archive does not know. */
    addAs: z.union([z.literal("").transform(() => null), actorKindSchema]),
    speakerText: optionalLine,
    isAnonymous: isTicked,
    venue: optionalLine,
    /** A date as people write them. */
    saidOn: optionalLine,
    topics: z.array(topicId).max(LINE_CHARACTERS),
  })
  .refine(({ isAnonymous, speaker }) => !isAnonymous || !speaker, {
    path: ["speaker"],
    error: "An anonymous source is nobody the archive knows. Empty this, or untick “anonymous”.",
  });

export const correctionSchema = statementValuesSchema.safeExtend({
  kind: statementKindSchema,
  /** Id of the speaker that the form showed: meant by its name, also where others bear it. */
  shownSpeaker: z.union([z.literal("").transform(() => null), actorIdSchema]),
  /** The topics that could be ticked; those that were not are rejected. */
  offered: z.array(topicId).max(1_000),
});
export type StatementValues = z.infer<typeof statementValuesSchema>;
export type Correction = z.infer<typeof correctionSchema>;

/** `seen` is the mark of the state that the person decided about (lib/statements/state-mark.ts). */
const seenSchema = z.string().regex(/^[0-9a-f]{16}$/, "Please open the statement again.");

export const decisionSchema = z.object({
  statementId: statementIdSchema,
  seen: seenSchema,
  decision: z.enum(["confirm", "reject", "reopen"]),
});

/** A like as its box sends it: id and what was seen of it. */
const likeSchema = z
  .string()
  .transform((value) => value.split(" "))
  .pipe(z.tuple([statementIdSchema, seenSchema]))
  .transform(([id, seen]) => ({ id, seen }));

export const likesDecisionSchema = z.object({
  statementId: statementIdSchema,
  likes: z.array(likeSchema).min(1, "Tick at least one.").max(MAX_LIKES),
});
export type LikeSeen = z.infer<typeof likeSchema>;

export const decisionIdSchema = z
  .string()
  .regex(/^\d{1,18}$/, "There is no such decision.")
  .transform(BigInt);

export const markingSchema = statementValuesSchema.safeExtend({
  articleId: z.uuid("There is no such article."),
  words: z
    .string()
    .trim()
    .min(1, "Paste the words from the article.")
    .max(MAX_WORDS_CHARACTERS, `At most ${MAX_WORDS_CHARACTERS} characters.`),
  /** Left out: as its quotation marks tell. */
  kind: z.union([z.literal("").transform(() => null), statementKindSchema]),
});
export type Marking = z.infer<typeof markingSchema>;

const stateSchema = z.object({
  status: judgedSchema,
  kind: statementKindSchema,
  speakerId: actorIdSchema.nullable(),
  speakerText: z.string().nullable(),
  isAnonymous: z.boolean(),
  venue: z.string().nullable(),
  saidOn: z.string().nullable(),
  topics: z.array(z.object({ topicId, status: judgedSchema, confidence: z.number() })),
  decidedAt: z.string().nullable(),
  decidedById: z.uuid().nullable(),
});

/** All of a statement that a person can decide about, and who did when (ISO 8601). */
export type StatementState = z.infer<typeof stateSchema>;

/** What an audit entry keeps of a decision, so that it can be undone. */
export const statementChangesSchema = z.object({
  changes: z.array(
    z.object({
      id: statementIdSchema,
      /** Null where a person marked a statement that no rule had found. */
      before: stateSchema.nullable(),
      after: stateSchema,
    }),
  ),
});
export type StatementChange = z.infer<typeof statementChangesSchema>["changes"][number];
