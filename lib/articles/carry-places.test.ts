import { describe, expect, it } from "vitest";
import { carryPlaces, matchItems } from "#lib/articles/carry-places.ts";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";

const place = (field: string, startsAt: number, endsAt: number) => ({
  field,
  startsAt,
  endsAt,
  rule: "read",
  confidence: 0.9,
});

const before = {
  ...EMPTY_FIELDS,
  headline: "Talks begin",
  publishedOn: "2025-02-27",
  bylines: [
    { name: "Ada Brook", role: "Editor", note: null },
    { name: "Tom Reed", role: null, note: null },
  ],
  paragraphs: ["One.", "Two.", "Three."],
};
const places = [
  place("headline", 0, 11),
  place("publishedOn", 12, 22),
  place("bylines.0.name", 30, 39),
  place("bylines.0.role", 40, 46),
  place("bylines.1.name", 50, 58),
  place("paragraphs.0", 60, 64),
  place("paragraphs.1", 66, 70),
  place("paragraphs.2", 72, 78),
  place("furniture.0", 23, 28),
];
const carry = (changes: Partial<typeof before>) =>
  new Map(
    carryPlaces(before, { ...before, ...changes }, places).map(({ field, ...rest }) => [
      field,
      rest,
    ]),
  );

describe("the places of fields through an edit", () => {
  it("stay as they are where nothing changed", () => {
    expect(carryPlaces(before, before, places)).toEqual(places);
  });

  it("stay, as corrected, where a value was changed, and go with the value", () => {
    const carried = carry({ publishedOn: "2025-02-28", headline: null as never });
    expect(carried.get("publishedOn")).toMatchObject({ startsAt: 12, rule: "corrected" });
    expect(carried.has("headline")).toBe(false);
  });

  it("move with by-lines that change places", () => {
    const carried = carry({ bylines: before.bylines.toReversed() });
    expect(carried.get("bylines.0.name")).toMatchObject({ startsAt: 50, rule: "read" });
    expect(carried.get("bylines.1.name")).toMatchObject({ startsAt: 30, rule: "read" });
    expect(carried.get("bylines.1.role")).toMatchObject({ startsAt: 40, rule: "read" });
  });

  it("tell a corrected paragraph from a new one", () => {
    const carried = carry({ paragraphs: ["One.", "Two, corrected.", "New.", "Three."] });
    expect(carried.get("paragraphs.1")).toMatchObject({ startsAt: 66, rule: "corrected" });
    expect(carried.get("paragraphs.2")).toMatchObject({ startsAt: null, rule: "entered" });
    expect(carried.get("paragraphs.3")).toMatchObject({ startsAt: 72, rule: "read" });
  });

  it("are those taken where a stretch of the original was given to a field", () => {
    const taken = { ...place("headline", 80, 90), rule: "taken" };
    const carried = carryPlaces(before, { ...before, headline: "Other" }, places, [taken]);
    expect(carried.find(({ field }) => field === "headline")).toEqual(taken);
  });
});

it("matches equal items first, then what follows the same neighbour", () => {
  expect(matchItems(["a", "b", "c"], ["a", "x", "c"])).toEqual([0, 1, 2]);
  expect(matchItems(["a", "b"], ["b", "a"])).toEqual([1, 0]);
  expect(matchItems(["a"], ["n", "a"])).toEqual([null, 0]);
  expect(matchItems([], ["n"])).toEqual([null]);
  expect(matchItems(["a", "a"], ["a", "a", "a"])).toEqual([0, 1, null]);
});
