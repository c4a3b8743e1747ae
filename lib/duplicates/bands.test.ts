import { describe, expect, it } from "vitest";
import { eventKeysOf, eventLookups, isTextCandidate } from "#lib/duplicates/bands.ts";
import { countTerms, termsOf } from "#lib/text/terms.ts";

const FREQUENCIES = countTerms([]);
const { counts } = termsOf("Grain agreement signed", "Tom Reed signed it in Alder.");

describe("the keys of an article's terms", () => {
  it("are found from three days before to three days after, and no further", () => {
    const keys = new Set(eventKeysOf(counts, "2025-02-27", FREQUENCIES));
    expect(keys.size).toBe(counts.size);
    const foundFrom = (day: string) =>
      eventLookups(counts, day, FREQUENCIES).filter(({ key }) => keys.has(key)).length;
    expect(["2025-02-23", "2025-02-24", "2025-03-02", "2025-03-03"].map(foundFrom)).toEqual([
      0,
      counts.size,
      counts.size,
      0,
    ]);
  });

  it("are of the rarest terms, and at most twelve", () => {
    const many = new Map(Array.from({ length: 40 }, (_, i) => [i, 1]));
    const common = countTerms(
      Array.from({ length: 9 }, () => Array.from({ length: 30 }, (_, i) => i)),
    );
    const rare = new Map([...many].filter(([hash]) => hash >= 30));
    const keys = eventKeysOf(many, "2025-02-27", common);
    expect(keys).toHaveLength(12);
    expect(keys).toEqual(expect.arrayContaining(eventKeysOf(rare, "2025-02-27", common)));
  });
});

it.each([
  [0, 400, 400, false],
  [1, 400, 400, false],
  [2, 400, 400, true],
  [1, 40, 400, true],
  [0, 40, 4_000, false],
])("%i keys in common of texts of %i and %i shingles: %s", (shared, a, b, expected) => {
  expect(isTextCandidate(shared, [a, b])).toBe(expected);
});
