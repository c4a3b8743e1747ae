import { describe, expect, it } from "vitest";
import { drawTimeline } from "./timeline-picture.ts";
import type { PicturedEvent } from "./types.ts";

const event = (day: string, more: Partial<PicturedEvent> = {}): PicturedEvent => ({
  startsOn: day,
  endsOn: day,
  lanes: ["uk"],
  verification: "verified",
  ...more,
});
const strokes = (path: string) => path.split("M").slice(1);
const positions = (path: string) => strokes(path).map((stroke) => stroke.split("h")[0]);

describe("drawTimeline", () => {
  it("draws an event in each of its lanes and in no other", () => {
    const { lanes } = drawTimeline([event("2025-02-28", { lanes: ["us", "ua"] })]);
    expect(lanes.map(({ id, count }) => [id, count])).toEqual([
      ["uk", 0],
      ["us", 1],
      ["ua", 1],
      ["ru", 0],
      ["eu", 0],
    ]);
    expect(lanes[0]?.verified).toBe("");
    expect(strokes(lanes[1]?.verified ?? "")).toHaveLength(1);
  });

  it("keeps what is to be verified apart", () => {
    const [uk] = drawTimeline([
      event("2025-01-01"),
      event("2025-06-01", { verification: "to_verify" }),
    ]).lanes;
    expect(strokes(uk?.verified ?? "")).toHaveLength(1);
    expect(strokes(uk?.toVerify ?? "")).toHaveLength(1);
  });

  it("hides no event behind another, however many fall on a day", () => {
    const [uk] = drawTimeline(Array.from({ length: 40 }, () => event("2025-02-28"))).lanes;
    expect(new Set(positions(uk?.verified ?? "")).size).toBe(40);
  });

  it("draws an interval as long as it is", () => {
    const [uk] = drawTimeline([event("2025-01-01", { endsOn: "2025-12-31" })]).lanes;
    expect(Number(strokes(uk?.verified ?? "")[0]?.split("h")[1])).toBeGreaterThan(900);
  });

  it("counts by year and lane for those who cannot see it", () => {
    const { years } = drawTimeline([
      event("2022-02-24", { lanes: ["ua", "ru"] }),
      event("2022-03-01"),
      event("2025-03-01"),
    ]);
    expect(years.map(({ year, count, byLane }) => ({ year, count, byLane }))).toEqual([
      { year: 2022, count: 2, byLane: { uk: 1, ua: 1, ru: 1 } },
      { year: 2025, count: 1, byLane: { uk: 1 } },
    ]);
  });

  it("draws only the lanes that are asked for", () => {
    const picture = drawTimeline([event("2025-02-28")], ["uk", "us"]);
    expect(picture.lanes.map(({ id }) => id)).toEqual(["uk", "us"]);
    expect(picture.height).toBeLessThan(drawTimeline([]).height);
  });
});
