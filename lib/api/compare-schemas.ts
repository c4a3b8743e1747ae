/** Two searches side by side, as the API speaks of them. */
import { z } from "zod";
import { articleLineSchema, searchAnswerSchema } from "#lib/api/answer-schemas.ts";
import { edge, MAX_TEXT_CHARACTERS } from "#lib/api/schema.ts";

const text = z
  .string()
  .max(MAX_TEXT_CHARACTERS, `is longer than ${MAX_TEXT_CHARACTERS} characters`);

export const compareQuerySchema = z.strictObject({
  a: text.describe("The first search, as `q` of `/search`."),
  b: text.describe("The second search."),
  from: edge("start"),
  to: edge("end"),
});

const { total, isSearchable, ignored, names, months } = searchAnswerSchema.shape;
const oneSearchSchema = z.object({ total, isSearchable, ignored, names });
const partSchema = z.object({
  total,
  items: z.array(articleLineSchema).describe("The newest of them"),
  months,
  path: z
    .string()
    .nullable()
    .describe("Address on this site of a search for all; null where no one search can say it"),
});

export const comparisonSchema = z
  .object({
    first: oneSearchSchema,
    second: oneSearchSchema,
    parts: z
      .object({ onlyFirst: partSchema, both: partSchema, onlySecond: partSchema })
      .nullable()
      .describe("Null where one of the two asks for nothing that can be searched for"),
  })
  .meta({ id: "Comparison" });
