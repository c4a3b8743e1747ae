import { expect, it } from "vitest";
import { clipParts } from "#lib/text/clip-parts.ts";

const LONG = "word ".repeat(400);
const marked = (text: string) => ({ text, substance: "wording" as const });
const plain = (text: string) => ({ text, substance: null });

it("leaves a short sentence as it is", () => {
  const parts = [plain("Reed "), marked("left"), plain(" early.")];
  expect(clipParts(parts)).toEqual(parts);
});

it.each([
  ["before a change", [plain(LONG), marked("left")], /^… word .*word\nleft$/],
  ["after a change", [marked("left"), plain(LONG)], /^left\nword .*word …$/],
  ["between changes", [marked("a"), plain(LONG), marked("b")], /^a\nword .* … .*word\nb$/],
  ["that changed", [marked(LONG)], /^word .*word …$/],
])("cuts a long stretch %s, whole words", (_what, parts, expected) => {
  const texts = clipParts(parts).map(({ text }) => text.trim());
  expect(texts.join("\n")).toMatch(expected);
  expect(texts.join("").length).toBeLessThan(1_000);
});
