import fc from "fast-check";
import { expect, it } from "vitest";
import { followSpans } from "#lib/text/moved-spans.ts";

const BEFORE = "Ada Brook met Tom Reed. Later Ada Brook flew home.";
const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

it("follows a span past changes before, after and around it", () => {
  const after = "On Monday Ada Brook met the envoy Tom Reed. Later Ada Brook sailed home.";
  const follow = followSpans(BEFORE, after);
  expect(follow(spanOf(BEFORE, "Ada Brook"))).toEqual(spanOf(after, "Ada Brook"));
  expect(follow(spanOf(BEFORE, "Tom Reed"))).toEqual(spanOf(after, "Tom Reed"));
  expect(follow(spanOf(BEFORE, "Ada Brook", 20))).toEqual(spanOf(after, "Ada Brook", 20));
});

it("gives up a span of which a part was changed", () => {
  const follow = followSpans(BEFORE, BEFORE.replace("Tom Reed", "Tom Read"));
  expect(follow(spanOf(BEFORE, "Tom Reed"))).toBeNull();
  expect(follow(spanOf(BEFORE, "met"))).toEqual(spanOf(BEFORE, "met"));
});

it("only ever gives places where the same words stand", () => {
  const words = fc
    .array(fc.constantFrom("Ada", "Brook", "met", "Tom", ".", "é"), { maxLength: 30 })
    .map((list) => list.join(" "));
  fc.assert(
    fc.property(words, words, fc.nat(), fc.nat(), (before, after, a, b) => {
      const [start = 0, end = 0] = [a, b].map((n) => n % (before.length + 1)).sort((x, y) => x - y);
      const moved = followSpans(before, after)({ start, end });
      if (moved) expect(after.slice(moved.start, moved.end)).toBe(before.slice(start, end));
    }),
  );
});
