/** Lines of what editors write themselves: docs/export-format.md. */
import { z } from "zod";
import { COMMITMENT_STATES } from "#lib/commitments/schema.ts";
import { count, day, instant, uuid } from "#lib/exchange/schema-values.ts";

/** A story: what it tells, step by step, and every address that it had. */
export const storyLineSchema = z.strictObject({
  id: uuid,
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  status: z.enum(["draft", "published", "withdrawn"]),
  version: z.int().min(1),
  publishedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  steps: z.array(
    z.strictObject({
      position: z.int().min(1),
      eventId: z.string().nullable(),
      heading: z.string(),
      body: z.string(),
    }),
  ),
  /** `step` is the position of the step that cites. */
  citations: z.array(
    z.strictObject({
      step: z.int().min(1),
      position: count,
      eventId: z.string().nullable(),
      articleId: uuid.nullable(),
    }),
  ),
  addresses: z.array(z.strictObject({ slug: z.string(), createdAt: instant })),
});

/** A commitment, and what became of it. */
export const commitmentLineSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  /** Extended Date/Time Format, as `due`, each with the days that it covers. */
  madeOn: z.string(),
  madeStartsOn: day,
  eventId: z.string().nullable(),
  due: z.string().nullable(),
  dueStartsOn: day.nullable(),
  dueEndsOn: day.nullable(),
  state: z.enum(COMMITMENT_STATES),
  version: z.int().min(1),
  withdrawnAt: instant.nullable(),
  withdrawnReason: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  actors: z.array(
    z.strictObject({ side: z.enum(["by", "to"]), position: count, actorId: z.string() }),
  ),
  topics: z.array(z.string()),
  changes: z.array(
    z.strictObject({
      position: z.int().min(1),
      state: z.enum(COMMITMENT_STATES),
      day,
      note: z.string(),
    }),
  ),
  /** `change` is the position of the change that it shows; 0: of the promise itself. */
  evidence: z.array(
    z.strictObject({
      change: count,
      position: count,
      publisher: z.string().nullable(),
      title: z.string().nullable(),
      url: z.string().nullable(),
      eventId: z.string().nullable(),
      articleId: uuid.nullable(),
      words: z.string().nullable(),
    }),
  ),
});

/** A saved state of a story or a commitment. */
export const editLineSchema = z.strictObject({
  id: uuid,
  /** `story` or `commitment`, and its id. */
  subject: z.string(),
  subjectId: z.string(),
  number: z.int().min(1),
  snapshot: z.record(z.string(), z.unknown()),
  note: z.string().nullable(),
  savedAt: instant,
  savedById: uuid.nullable(),
});
