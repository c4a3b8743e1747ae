import { expect, it } from "vitest";
import { NameTagger } from "#lib/language/name-tagger.ts";
import { findMentionsWith } from "#lib/language/names.ts";
import { trainTagger } from "./train-tagger.ts";

const SENTENCES = [
  "Mr Brook went to the old mill.",
  "Mr Tarn went to the old barn.",
  "Mr Quill went to the old mill.",
];
const documents = SENTENCES.map((text, i) => ({
  id: String(i),
  text,
  entities: [
    { start: 0, end: text.indexOf(" went"), type: "Person" },
    { start: text.indexOf("the"), end: text.length - 1, type: "Location" },
    { start: 0, end: 2, type: "Money" },
  ],
}));

it("learns from marked documents what it then finds in another, the same each time", () => {
  const weights = trainTagger(documents);
  expect(trainTagger(documents)).toEqual(weights);
  const text = "Mr Orrin went to the old barn.";
  const found = findMentionsWith(new NameTagger(weights), text);
  expect(found.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
    ["Mr Orrin", "person"],
    ["the old barn", "location"],
  ]);
});

it("keeps no more features than it is asked to", () => {
  expect(Object.keys(trainTagger(documents, { features: 20 }).features).length).toBeLessThanOrEqual(
    20,
  );
});
