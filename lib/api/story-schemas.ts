/** What the API says of stories and commitments. */
import { z } from "zod";
import { cursor, edge, id, limit } from "#lib/api/schema.ts";
import { COMMITMENT_STATES } from "#lib/commitments/schema.ts";

const day = z.string().describe("YYYY-MM-DD");
const edtf = z.string().describe("Extended Date/Time Format");
const instant = z.string().describe("ISO 8601, in UTC");
const path = z.string().describe("Address on this site");
const nextCursor = z.string().nullable().describe("`cursor` of the next page; null on the last");

export const slugParamsSchema = z.object({ slug: id });

const storyLineSchema = z
  .object({
    slug: z.string(),
    path,
    title: z.string(),
    summary: z.string(),
    stepCount: z.int(),
    from: day.nullable().describe("First day of its earliest event"),
    to: day.nullable().describe("Last day of its latest event"),
    publishedOn: day,
    updatedAt: instant,
  })
  .meta({ id: "StoryLine" });

export const storyListSchema = z
  .object({ items: z.array(storyLineSchema) })
  .meta({ id: "StoryList" });

export const storySchema = storyLineSchema
  .extend({
    steps: z.array(
      z.object({
        number: z.int(),
        heading: z.string(),
        paragraphs: z.array(z.string()).describe("`[2]` stands for the second of its citations"),
        event: z
          .object({ id: z.string(), path, title: z.string(), date: edtf })
          .nullable()
          .describe("Null where the event is gone"),
        citations: z
          .array(
            z.object({ kind: z.enum(["event", "article"]), path, title: z.string() }).nullable(),
          )
          .describe("Null where one is gone or not public"),
      }),
    ),
  })
  .meta({ id: "Story" });

export const commitmentsQuerySchema = z.strictObject({
  by: id.optional().describe("Id of an actor who promised."),
  state: z
    .enum([...COMMITMENT_STATES, "overdue"])
    .optional()
    .describe("`overdue`: open after its day, with no evidence here of it being kept."),
  topic: id.optional().describe("Id of a topic."),
  from: edge("start"),
  to: edge("end"),
  sort: z
    .enum(["made", "due"])
    .default("made")
    .describe("`made`: the last made first; `due`: the first due first."),
  limit,
  cursor,
});

const actorRef = z.object({ id: z.string(), name: z.string() });

const commitmentLineSchema = z
  .object({
    id: z.string(),
    path,
    title: z.string(),
    by: z.array(actorRef),
    to: z.array(actorRef),
    topics: z.array(z.object({ id: z.string(), label: z.string() })),
    madeOn: edtf,
    due: edtf.nullable().describe("Extended Date/Time Format; null: no day was named"),
    dueStartsOn: day.nullable(),
    dueEndsOn: day.nullable(),
    state: z.enum(COMMITMENT_STATES).describe("As a person judged it, on evidence"),
    isOverdue: z
      .boolean()
      .describe("Open after its day: nothing here tells whether it was kept; not a judgement"),
    event: z
      .object({ id: z.string(), title: z.string(), path })
      .nullable()
      .describe("At which it was made"),
    changedOn: day.nullable().describe("Day of the last change of its state"),
    updatedAt: instant,
  })
  .meta({ id: "CommitmentLine" });

export const commitmentListSchema = z
  .object({ items: z.array(commitmentLineSchema), nextCursor, total: z.int() })
  .meta({ id: "CommitmentList" });
