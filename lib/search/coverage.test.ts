import { describe, expect, it } from "vitest";
import { describeCoverage } from "#lib/search/coverage.ts";
import { toDayNumber } from "#lib/search/index/article-columns.ts";

const OUTLETS = new Map([
  [1, { id: "tide", label: "The Tide", country: "United Kingdom" }],
  [2, { id: "harbour", label: "Harbour", country: "Poland" }],
  [3, { id: "wire", label: "Wire", country: null }],
  [4, { id: "coast", label: "Coast", country: "Japan" }],
]);
const FIRST = toDayNumber("2025-02-01");
const ANY = { from: null, to: null, today: "2025-03-31" };

function countsOf(days: string[], outlets: [number, number][] = []) {
  const numbers = days.map(toDayNumber);
  return {
    total: days.length,
    days: {
      first: FIRST,
      counts: Uint32Array.from({ length: 60 }, (_, i) => Number(numbers.includes(FIRST + i))),
    },
    hitOutlets: new Map(outlets),
    ...{ statements: 12, unnamed: 3 },
  };
}

describe("the days that a search covers", () => {
  const days = ["2025-03-01", "2025-03-02", "2025-03-06"];

  it("are counted from the first found to the last", () => {
    expect(describeCoverage(countsOf(days), ANY, OUTLETS)).toMatchObject({
      span: { from: "2025-03-01", to: "2025-03-06", days: 6 },
      daysWithArticles: 3,
      longestGap: { from: "2025-03-03", to: "2025-03-05", days: 3 },
    });
  });

  it("are those asked for, of which those before and after are part", () => {
    const asked = { ...ANY, from: "2025-02-20", to: "2025-03-10" };
    expect(describeCoverage(countsOf(days), asked, OUTLETS)).toMatchObject({
      span: { from: "2025-02-20", to: "2025-03-10", days: 19 },
      longestGap: { from: "2025-02-20", to: "2025-02-28", days: 9 },
    });
  });

  it("end today: nothing can be archived of days to come", () => {
    const asked = { from: "2025-03-01", to: "2030-01-01", today: "2025-03-08" };
    expect(describeCoverage(countsOf(days), asked, OUTLETS).span?.to).toBe("2025-03-08");
  });

  it("have no gap where each has an article, and are none where nothing was found", () => {
    expect(describeCoverage(countsOf(["2025-03-01"]), ANY, OUTLETS).longestGap).toBeNull();
    expect(describeCoverage(countsOf([]), ANY, OUTLETS)).toMatchObject({
      ...{ span: null, daysWithArticles: 0, longestGap: null, sides: [], mostFrom: null },
    });
  });
});

it("tells the sides that outlets are of, and of how many articles it does not know", () => {
  const days = ["2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04", "2025-03-05", "2025-03-06"];
  const outlets: [number, number][] = [
    [1, 2],
    [2, 1],
    [3, 1],
    [4, 1],
  ];
  expect(describeCoverage(countsOf(days, outlets), ANY, OUTLETS)).toMatchObject({
    outlets: 4,
    mostFrom: { label: "The Tide", count: 2 },
    sides: [
      { side: "uk", count: 2 },
      { side: "eu", count: 1 },
      { side: "other", count: 1 },
      { side: "unknown", count: 2 },
    ],
    ...{ statements: 12, unnamed: 3 },
  });
});
