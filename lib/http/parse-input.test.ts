import { expect, test } from "vitest";
import { z } from "zod";
import type { AppError } from "#lib/errors.ts";
import { parseInput } from "#lib/http/parse-input.ts";

const side = z.enum(["uk", "us"]);
const schema = z.strictObject({
  lane: z.union([z.array(side), side]).optional(),
  sort: z.enum(["newest", "oldest"]).optional(),
  limit: z.coerce.number().max(100, "is above 100").optional(),
  name: z.string().min(1, "Please give a name.").optional(),
});

test.for([
  { input: { lane: "zz" }, fields: { lane: "is none of uk, us" } },
  { input: { lane: ["uk", "zz"] }, fields: { lane: "is none of uk, us" } },
  { input: { sort: "best" }, fields: { sort: "is none of newest, oldest" } },
  {
    input: { lanes: "uk", sorted: "x" },
    fields: { lanes: "is not known here", sorted: "is not known here" },
  },
  { input: { limit: "1000" }, fields: { limit: "is above 100" } },
  { input: { name: "" }, fields: { name: "Please give a name." } },
])("says of $input what is wrong with which field", ({ input, fields }) => {
  expect(problemOf(() => parseInput(schema, input)).details).toEqual({ fields });
});

test("the sentence names the field where the problem does not", () => {
  const error = problemOf(() => parseInput(schema, { lane: "zz", name: "" }));
  expect(error.message).toBe("Please correct this: lane is none of uk, us. Please give a name.");
});

function problemOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    return error as AppError;
  }
  throw new Error("It was taken.");
}
