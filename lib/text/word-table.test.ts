import { expect, it } from "vitest";
import { WordTable } from "./word-table.ts";

const WORDS = Array.from({ length: 500 }, (_, i) => `word${i}`);

it("finds words where they stand in a text, and no others", () => {
  const table = new WordTable(WORDS.map((word, i) => [word, i] as const));
  const text = "A word12, wordy word499.";
  expect(table.size).toBe(WORDS.length);
  expect(table.get(text, 2, 8)).toBe(12);
  expect(table.get(text, 16, 23)).toBe(499);
  expect(table.get(text, 10, 15)).toBeUndefined();
  expect(table.get(text, 2, 6)).toBeUndefined();
  expect(WORDS.map((word) => table.get(word))).toEqual(WORDS.map((_, i) => i));
});

it("knows the word without letters", () => {
  const table = new WordTable([["", 1]]);
  table.set("", 2);
  expect([table.get(""), table.size]).toEqual([2, 1]);
});

it("keeps the last value of a word, and none once it is cleared", () => {
  const table = new WordTable([["Київ", 1]]);
  table.set("Київ", 2);
  expect(table.get("Київ")).toBe(2);
  expect(table.size).toBe(1);
  table.clear();
  expect(table.get("Київ")).toBeUndefined();
});
