import { expect, it } from "vitest";
import { carryPlaces } from "#lib/articles/carry-places.ts";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";
import { takeUnused } from "#lib/articles/take-unused.ts";

const TEXT = "Lost line\nOne.\nStray.\nTwo.\nEnd note";
const fields = { ...EMPTY_FIELDS, paragraphs: ["One.", "Two."] };
const place = (field: string, words: string) => ({
  field,
  startsAt: TEXT.indexOf(words),
  endsAt: TEXT.indexOf(words) + words.length,
  rule: "paragraph",
  confidence: 0.9,
});
const places = [place("paragraphs.0", "One."), place("paragraphs.1", "Two.")];
const take = (words: string, target: "headline" | "paragraph" | "furniture" | "byline") => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  target,
});

it("takes a stretch as the field asked for, with its place", () => {
  const { fields: after, taken } = takeUnused(TEXT, fields, places, [
    take("Lost line", "headline"),
    take("End note", "byline"),
  ]);
  expect(after).toMatchObject({ headline: "Lost line", bylines: [{ name: "End note" }] });
  expect(taken).toMatchObject([
    { field: "headline", startsAt: 0, endsAt: 9 },
    { field: "bylines.0.name", startsAt: TEXT.indexOf("End") },
  ]);
});

it("puts paragraphs where they stand, and every place stays true", () => {
  const { fields: after, taken } = takeUnused(TEXT, fields, places, [
    take("End note", "paragraph"),
    take("Stray.", "paragraph"),
    take("Lost line", "paragraph"),
  ]);
  expect(after.paragraphs).toEqual(["Lost line", "One.", "Stray.", "Two.", "End note"]);
  const carried = carryPlaces(fields, after, places, taken);
  for (const { field, startsAt, endsAt } of carried) {
    const paragraph = after.paragraphs[Number(field.split(".")[1])];
    expect(TEXT.slice(startsAt ?? 0, endsAt ?? 0)).toBe(paragraph);
  }
  expect(carried).toHaveLength(5);
});

it("numbers furniture after what is there", () => {
  const { fields: after, taken } = takeUnused(
    TEXT,
    fields,
    [place("furniture.4", "One.")],
    [take("Stray.", "furniture"), take("Lost line", "furniture")],
  );
  expect(after).toBe(fields);
  expect(taken.map(({ field }) => field)).toEqual(["furniture.5", "furniture.6"]);
});
