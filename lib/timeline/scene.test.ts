import { describe, expect, it } from "vitest";
import { layOut } from "./lay-out.ts";
import { toScene } from "./scene.ts";
import { toTime } from "./time-units.ts";
import type { PictureEntry, PictureInput } from "./types.ts";
import { writeNodes } from "./write-svg.ts";

const from = toTime("2025-02-01");
const ENTRY: PictureEntry = {
  ...{ id: "talks", title: "Talks on grain", path: "/events/talks", dateLabel: "3 February 2025" },
  ...{ from: from + 2, to: from + 3, isSoft: false, isToVerify: false, weight: 0, kind: "other" },
  lanes: ["uk", "ua"],
};

const PROMISE: Partial<PictureEntry> = {
  ...{ path: "/commitments/shells", title: "Open: Shells", lanes: ["commitments"] },
  ...{ dateLabel: "promised 3 February 2025, due 12 February 2025", kind: "commitments" },
  ...{
    to: from + 12,
    promise: { sides: ["uk"], due: { from: from + 11, to: from + 12 }, isOpen: true },
  },
};

function draw(changes: Partial<PictureEntry>, days: number): string {
  const input: PictureInput = {
    ...{ window: { from, to: from + days }, width: 1_000, hasEvents: true },
    lanes: ["uk", "us", "ua", "commitments"],
    ...{ entries: [{ ...ENTRY, ...changes }], rest: [], articles: [], statements: [] },
  };
  return writeNodes(toScene(layOut(input), { hrefOf: () => "/timeline", prefix: "p" }));
}

describe("toScene", () => {
  it("links an event with its words for those who do not see it", () => {
    expect(draw({}, 365)).toContain(
      'href="/events/talks" aria-label="3 February 2025: Talks on grain (United Kingdom, Ukraine)"',
    );
  });

  it("shows the same point in each of its lanes, joined by a line, and in no other", () => {
    const svg = draw({}, 365);
    const points = (lane: string) =>
      new RegExp(`data-part="nodes" data-lane="${lane}" d="([^"]*)"`).exec(svg)?.[1];
    expect(points("uk")).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(points("ua")).toMatch(/^M[\d.]+ [\d.]+h0$/);
    expect(points("us")).toBe("");
    expect(svg).toMatch(/data-part="linkLine" d="M[\d.]+ [\d.]+V[\d.]+"/);
  });

  it("draws a day as long as it is where one sees that", () => {
    expect(draw({}, 365)).toMatch(/<circle data-part="mark"/);
    expect(draw({}, 10)).toMatch(/<rect data-part="mark"/);
  });

  it("never draws what is not exact as a point, and gives it soft ends", () => {
    for (const days of [10, 365, 9_000]) {
      const svg = draw({ isSoft: true, to: from + 28 }, days);
      expect(svg).not.toContain("<circle");
      expect(svg).toMatch(/<rect data-part="mark"[^>]* fill="url\(#p-soft-uk\)"/);
    }
  });

  it("draws a commitment from its promise to its day, joined to the side that made it", () => {
    const svg = draw(PROMISE, 365);
    expect(svg).toContain(
      'aria-label="promised 3 February 2025, due 12 February 2025: Open: Shells (United Kingdom)"',
    );
    expect(svg).toMatch(/data-part="promise" data-open="" d="M7.5 7H/);
    expect(svg).toMatch(/data-part="promise" d="M[\d.]+ 2.5v9"/);
    expect(svg).toMatch(/data-part="mark" data-hollow="" d="M0 7l/);
    expect(svg).toMatch(/data-part="nodes" data-lane="uk" d="M[\d.]+ [\d.]+h0"/);
  });

  it("draws a due date that is not a day with soft ends, and no diamond before its window", () => {
    const due = { from: from + 20, to: from + 48 };
    const promise = { sides: [], due, isOpen: false };
    const svg = draw({ ...PROMISE, from: from - 400, to: due.to, promise }, 365);
    expect(svg).toMatch(/data-part="due"[^>]* fill="url\(#p-soft-commitments\)"/);
    expect(svg).not.toContain('data-part="mark"');
    expect(svg).not.toContain("data-open");
  });

  it("draws what is to be verified hollow", () => {
    expect(draw({ isToVerify: true }, 365)).toContain('data-part="mark" data-hollow=""');
  });
});
