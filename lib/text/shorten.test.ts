import { expect, it } from "vitest";
import { shorten } from "#lib/text/shorten.ts";

it.each([
  ["fits", 4, "fits"],
  ["one two three", 9, "one two…"],
  ["one two three", 8, "one two…"],
  ["one two three", 7, "one…"],
  ["one, two three", 8, "one…"],
  ["unbroken", 5, "unbr…"],
  ["", 5, ""],
])("shortens %j to %i characters", (text, max, expected) => {
  expect(shorten(text, max)).toBe(expected);
  expect(shorten(text, max).length).toBeLessThanOrEqual(max);
});
