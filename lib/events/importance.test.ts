import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importanceOf, type WeighedEvent } from "./importance.ts";
import { EVENT_KINDS } from "./schema.ts";

const NOTHING: WeighedEvent = {
  kind: "other",
  coverage: { reports: [], copies: [], publishers: [] },
  people: [],
  links: 0,
};
const outlets = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `r${i}`, outlet: `Outlet ${i}`, sources: [] }));

describe("importanceOf", () => {
  it("says of each reason how much it gives, and why", () => {
    const { score, reasons } = importanceOf({
      kind: "summit",
      coverage: { ...NOTHING.coverage, reports: outlets(3) },
      people: [
        { name: "A", offices: ["President of Ruritania"] },
        { name: "B", offices: ["Ruritanian Foreign Minister"] },
        { name: "C", offices: [] },
      ],
      links: 2,
    });
    expect(reasons.map(({ about, points, text }) => [about, points, text])).toEqual([
      ["coverage", 20, "3 independent outlets report it."],
      [
        "offices",
        12,
        "Taking part: 1 head of state, government or a body of states (A); 1 of ministers’ rank; 1 other.",
      ],
      ["kind", 20, "Its kind: summit."],
      ["links", 8, "It is linked with 2 other events."],
    ]);
    expect(score).toBe(60);
  });

  it("does not take copies of one text for more coverage", () => {
    const reports = outlets(4);
    const copied = reports.slice(1).map(({ id }) => ["r0", id] as const);
    const apart = importanceOf({ ...NOTHING, coverage: { ...NOTHING.coverage, reports } });
    const copies = importanceOf({
      ...NOTHING,
      coverage: { ...NOTHING.coverage, reports, copies: copied },
    });
    expect(copies.score).toBeLessThan(apart.score);
  });

  it("stays from 0 to 100, is the sum of its reasons, and grows with each of them", () => {
    const people = fc.array(
      fc.record({
        name: fc.string(),
        offices: fc.array(fc.constantFrom("President of Ruritania", "Ruritanian Foreign Minister")),
      }),
    );
    const event = fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      coverage: fc.nat(40).map((n) => ({ ...NOTHING.coverage, reports: outlets(n) })),
      people,
      links: fc.nat(30),
    });
    fc.assert(
      fc.property(event, (given) => {
        const { score, reasons } = importanceOf(given);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0));
        for (const { points, of } of reasons) expect(points).toBeLessThanOrEqual(of);
        const more = importanceOf({ ...given, links: given.links + 1 });
        expect(more.score).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});
