/** Statements and the people who made them, as the API speaks of them. */
import { z } from "zod";
import { cursor, edge, flag, id, limit, many, MAX_TEXT_CHARACTERS } from "#lib/api/schema.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { STATEMENT_KINDS } from "#lib/statements/schema.ts";

const day = z.string().describe("YYYY-MM-DD");
const certainty = z.enum(["suggested", "confirmed"]);
const actorKind = z.enum(["person", "organisation", "country"]);
const path = z.string().describe("Address on this site");

export const statementsQuerySchema = z.strictObject({
  q: z
    .string()
    .max(MAX_TEXT_CHARACTERS, `is longer than ${MAX_TEXT_CHARACTERS} characters`)
    .default("")
    .describe('Words, "phrases", `-not` and `or`, in the words of the statement.'),
  speaker: id.optional().describe("Id of an actor."),
  office: z
    .string()
    .max(MAX_TEXT_CHARACTERS, `is longer than ${MAX_TEXT_CHARACTERS} characters`)
    .optional()
    .describe("Title of an office that the speaker held on the day."),
  side: many(z.enum(LANE_IDS)).describe("The speaker is of any of these sides."),
  topic: id.optional().describe("Id of a topic."),
  outlet: id.optional().describe("Slug of an outlet."),
  kind: many(z.enum(STATEMENT_KINDS)).describe("Of any of these kinds."),
  from: edge("start"),
  to: edge("end"),
  confirmed: flag.default(false).describe("Only what a person has confirmed."),
  sort: z.enum(["newest", "oldest"]).default("newest"),
  limit,
  cursor,
});

export const statementSchema = z
  .object({
    id: z.uuid(),
    path: path.describe("Its permanent address on this site"),
    kind: z
      .enum(STATEMENT_KINDS)
      .describe("Quoted as a whole, quoted in part, or in the writer's words"),
    status: certainty.describe("Read by machine, or confirmed by a person"),
    words: z.string().describe("` … ` where the writer interrupts them"),
    passage: z.string().describe("The sentences that it stands in"),
    passageParts: z
      .array(z.object({ text: z.string(), role: z.enum(["words", "insertion"]).nullable() }))
      .describe("The passage in stretches: the words, what an editor put into them, the rest"),
    speaker: z
      .object({
        ...{ id: z.string(), name: z.string(), kind: actorKind, country: z.string().nullable() },
        offices: z.array(z.string()).describe("Held on the day"),
      })
      .nullable(),
    speakerText: z.string().nullable().describe("Who said it, in the article's words"),
    isAnonymous: z.boolean().describe("The article says that it may not name the source"),
    venue: z.string().nullable(),
    saidOn: z.string().nullable().describe("Extended Date/Time Format; null where it is not told"),
    day: day.describe("The first day of `saidOn`, or else that of publication"),
    topics: z.array(z.object({ id: z.string(), label: z.string(), status: certainty })),
    place: path.describe("Address of its words in the article, on this site"),
    article: z.object({
      headline: z.string(),
      headlineProposed: z.boolean(),
      publishedOn: day,
      outlet: z.object({ slug: z.string(), name: z.string() }).nullable(),
      bylines: z.array(z.string()),
    }),
    groupId: z.uuid().describe("Shared by statements of the same words"),
  })
  .meta({ id: "Statement" });

export const statementListSchema = z
  .object({
    items: z.array(statementSchema).describe("The same words of one speaker stand once"),
    nextCursor: z.string().nullable().describe("`cursor` of the next page; null on the last"),
  })
  .meta({ id: "StatementList" });

export const personSchema = z
  .object({
    id: z.string(),
    path,
    name: z.string(),
    kind: actorKind,
    country: z.string().nullable(),
    description: z.string().nullable(),
    wikidataId: z.string().nullable(),
    aliases: z.array(z.string()),
    offices: z
      .array(
        z.object({
          title: z.string(),
          heldFrom: day.nullable(),
          heldTo: day.nullable().describe("Null: no end is known, not that it is still held"),
        }),
      )
      .describe("Latest first"),
    statements: z.object({
      count: z.int().describe("The same words of several articles once"),
      path: path.describe("All of them, in the ledger"),
      byTopic: z
        .array(
          z.object({
            topic: z.object({ id: z.string(), label: z.string() }),
            count: z.int(),
            path,
          }),
        )
        .describe("The topics with the most of them"),
    }),
    quotedWith: z
      .array(z.object({ id: z.string(), name: z.string(), kind: actorKind, articleCount: z.int() }))
      .describe("Others who are quoted in the same articles, with how many of these"),
  })
  .meta({ id: "Person" });

export type StatementAnswer = z.input<typeof statementSchema>;
export type PersonAnswer = z.input<typeof personSchema>;
