import { expect, it } from "vitest";
import { aroundPassage } from "./around-passage.ts";

it("is all there is of a short text", () => {
  const body = "Rain fell. She spoke. Nobody came.";
  expect(aroundPassage(body, { start: 11, end: 21 })).toEqual({
    before: "Rain fell. ",
    after: " Nobody came.",
  });
});

it("is cut between words, with a sign of it", () => {
  const body = `${"word ".repeat(400)}PASSAGE${" other".repeat(400)}`;
  const start = body.indexOf("PASSAGE");
  const { before, after } = aroundPassage(body, { start, end: start + 7 });
  expect(before).toMatch(/^… (word )+$/);
  expect(after).toMatch(/^( other)+ …$/);
  expect(before.length).toBeGreaterThan(280);
  expect(before.length).toBeLessThanOrEqual(302);
  expect(after.length).toBeLessThanOrEqual(202);
});
