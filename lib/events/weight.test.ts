import { expect, it } from "vitest";
import { weightOf } from "./weight.ts";

it.each([
  [0, 0, 0],
  [35, 1, 55],
  [35, -2, 0],
  [90, 2, 100],
])("makes of importance %i and lift %i %i", (importance, lift, weight) => {
  expect(weightOf({ importance, lift })).toBe(weight);
});
