import { expect, it } from "vitest";
import { markText } from "./mark-text.ts";

const TEXT = "She said yes, he said no.";
const span = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};

it("marks each statement's words, and nothing twice", () => {
  const pieces = markText(TEXT, [
    { id: "b", status: "rejected", content: [span("no")] },
    { id: "a", status: "suggested", content: [span("yes"), span("said no")] },
  ]);
  expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
  expect(pieces.map(({ text, statement }) => [text, statement?.id ?? null])).toEqual([
    ["She said ", null],
    ["yes", "a"],
    [", he ", null],
    ["said no", "a"],
    [".", null],
  ]);
});

it("leaves a text without statements whole, and reaches over no end", () => {
  expect(markText(TEXT, [])).toEqual([{ text: TEXT, statement: null }]);
  const beyond = { id: "a", status: "confirmed" as const, content: [{ start: 22, end: 90 }] };
  expect(markText(TEXT, [beyond]).at(-1)).toEqual({
    text: "no.",
    statement: { id: "a", status: "confirmed" },
  });
});
