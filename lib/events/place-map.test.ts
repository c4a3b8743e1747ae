import { describe, expect, it } from "vitest";
import { drawPlaceMap, PLACE_MAP } from "./place-map.ts";

describe("drawPlaceMap", () => {
  it("draws the land around a place within the picture, small, with the names of countries", () => {
    const map = drawPlaceMap(50.4501, 30.5234);
    expect(map.names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Ukraine", "Belarus"]),
    );
    const numbers = (map.land.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
    expect(numbers.length).toBeGreaterThan(100);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-4);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(PLACE_MAP.width + 4);
    expect(map.land.length + map.borders.length).toBeLessThan(14_000);
  });

  it("draws no border between Crimea and the mainland of Ukraine", () => {
    const { borders } = drawPlaceMap(46, 33.6);
    const starts = borders.split("M").filter(Boolean);
    const isAcross = (line: string) =>
      line.split(/[LZ]/).every((point) => {
        const [x = 0, y = 0] = point.split(",").map(Number);
        return Math.abs(x - PLACE_MAP.width / 2) < 15 && Math.abs(y - PLACE_MAP.height / 2) < 15;
      });
    expect(starts.filter(isAcross)).toEqual([]);
  });

  it("is the same for the same place, and draws open sea too", () => {
    expect(drawPlaceMap(50.4501, 30.5234)).toBe(drawPlaceMap(50.4502, 30.5233));
    expect(drawPlaceMap(-40, -120).land).toBe("");
  });
});
