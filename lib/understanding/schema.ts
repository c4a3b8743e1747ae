import { z } from "zod";
import { actorKindSchema, type ActorFields } from "#lib/actors/schema.ts";
import type { TopicFields } from "#lib/topics/schema.ts";

const LAST_PAGE = 10_000;

export const runIdSchema = z.uuid("is not the id of a run");

/** Which changes of a run its page shows; what makes no sense there counts as not asked. */
export const runPageSchema = z.object({
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});

/** What a run may be begun as, from its form. */
export const runKindSchema = z.enum(["run", "dry-run"]).transform((kind) => kind === "dry-run");

/** What the form of a topic or an actor is sent for. */
export const definitionIntentSchema = z.enum(["save", "preview", "foresee"]).catch("save");

const count = z.int().min(0);
const sentences = z.array(z.string());

/** What is understood otherwise in one article, as `understanding_changes.details` keeps it. */
export const differenceSchema = z.object({
  topics: z.array(z.object({ id: z.string(), change: z.enum(["gained", "lost"]), sentences })),
  mentions: z.array(z.object({ id: z.string(), gained: count, lost: count, sentences })),
  statements: z.object({ gained: count, lost: count }),
});

const textOrNull = z.string().nullable();
const texts = z.array(z.string());

/** Fields as they are kept: what stood before may break what is asked of a form now. */
const topicSchema = z.object({
  label: z.string(),
  definition: z.string(),
  keywords: texts,
  exceptions: texts,
  hitsNeeded: count,
  broaderId: textOrNull,
  iptcId: textOrNull,
}) satisfies z.ZodType<TopicFields>;

const actorSchema = z.object({
  kind: actorKindSchema,
  name: z.string(),
  country: textOrNull,
  description: textOrNull,
  wikidataId: textOrNull,
  aliases: texts,
  offices: z.array(z.object({ title: z.string(), heldFrom: textOrNull, heldTo: textOrNull })),
}) satisfies z.ZodType<ActorFields>;

/** A definition as it would be (`fields`), and as it stood when that was said (`base`). */
export const proposalSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("topic"), id: z.string(), fields: topicSchema, base: topicSchema }),
  z.object({ kind: z.literal("actor"), id: z.string(), fields: actorSchema, base: actorSchema }),
]);
