import { expect, it } from "vitest";
import { whichStays, type MergeCandidate } from "#lib/duplicates/which-stays.ts";

const A: MergeCandidate = { id: "a", status: "draft", publishedOn: "2025-02-27", length: 100 };
const B: MergeCandidate = { ...A, id: "b" };

it.each<[string, "same_text" | "update", Partial<MergeCandidate>, string]>([
  ["the public one", "same_text", { status: "published", publishedOn: "2025-03-01" }, "b"],
  ["the first of reprints", "same_text", { publishedOn: "2025-02-26" }, "b"],
  [
    "the first of reprints, also when it is shorter",
    "same_text",
    { publishedOn: "2025-02-28", length: 900 },
    "a",
  ],
  ["the latest of versions", "update", { publishedOn: "2025-02-28" }, "b"],
  ["the longer of one day", "update", { length: 101 }, "b"],
  ["one with a day before one without", "same_text", { publishedOn: null }, "a"],
  ["one with a day before one without", "update", { publishedOn: null }, "a"],
  ["always the same of two alike", "same_text", {}, "a"],
])("%s stays (%s)", (_what, as, other, id) => {
  const b = { ...B, ...other };
  expect([whichStays([A, b], as), whichStays([b, A], as)]).toEqual([id, id]);
});
