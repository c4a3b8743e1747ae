/** Positions and checks of quotations, as the API speaks of them. */
import { z } from "zod";
import { articleLineSchema } from "#lib/api/answer-schemas.ts";
import { flag } from "#lib/api/schema.ts";
import { statementSchema } from "#lib/api/statement-schemas.ts";
import {
  MAX_POSITION_ACTORS,
  MAX_POSITION_TOPICS,
  MAX_QUOTATION_CHARACTERS,
  WORDS_VERDICTS,
} from "#lib/statements/schema.ts";

const MAX_NAME_CHARACTERS = 100;

const day = z.string().describe("YYYY-MM-DD");
const path = z.string().describe("Address on this site");
const certainty = z.enum(["suggested", "confirmed"]);
const name = z.string().min(1).max(MAX_NAME_CHARACTERS);
const names = (max: number) =>
  z
    .union([z.array(name).max(max, `are more than ${max}`), name])
    .transform((given) => [given].flat())
    .default([]);

export const positionsQuerySchema = z.strictObject({
  topic: names(MAX_POSITION_TOPICS).describe(
    "Ids or labels of topics; without, those with the most statements.",
  ),
  actor: names(MAX_POSITION_ACTORS).describe(
    "Ids or names of actors; without, those with the most statements.",
  ),
  on: z
    .string()
    .max(MAX_NAME_CHARACTERS)
    .optional()
    .describe("The latest statement on or before this day, or the end of this month or year."),
  compare: z
    .string()
    .max(MAX_NAME_CHARACTERS)
    .optional()
    .describe("A second day, or the id or name of a second actor, to stand beside."),
  confirmed: flag.default(false).describe("Only what a person has confirmed."),
});

export const checkQuerySchema = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1, "is empty")
    .max(MAX_QUOTATION_CHARACTERS, `is longer than ${MAX_QUOTATION_CHARACTERS} characters`)
    .describe("The quotation."),
});

export const positionsSchema = z
  .object({
    confirmedOnly: z.boolean(),
    columns: z.array(z.object({ actor: z.object({ id: z.string(), name: z.string() }), day })),
    rows: z.array(
      z.object({
        topic: z.object({ id: z.string(), label: z.string() }),
        cells: z
          .array(
            z
              .object({
                certainty: certainty.describe("Of the statement and that it is on the topic"),
                statement: statementSchema,
                sameDayCount: z.int().describe("Statements of this day by this actor on the topic"),
              })
              .nullable(),
          )
          .describe("One for each of `columns`; null: nothing archived"),
      }),
    ),
  })
  .meta({ id: "Positions" });

export const checkSchema = z
  .object({
    verdict: z.enum([...WORDS_VERDICTS, "not_found"]),
    matches: z
      .array(
        z.object({
          verdict: z.enum(WORDS_VERDICTS),
          statement: statementSchema,
          differences: z
            .array(z.object({ text: z.string(), in: z.enum(["both", "archived", "given"]) }))
            .describe("The archived words compared, with those given worked in"),
          otherArticles: z
            .int()
            .describe("Other articles that carry it, in the same or similar words"),
        }),
      )
      .describe("The closest first"),
    passages: z
      .array(
        z.object({
          article: articleLineSchema,
          place: path,
          before: z.string(),
          words: z.string(),
          after: z.string(),
        }),
      )
      .describe("Articles in whose text the words stand outside of any statement"),
  })
  .meta({ id: "QuotationCheck" });
