import { describe, expect, it } from "vitest";
import { countriesOf, getLane, laneOfCountry, lanesOf, LANES } from "./lanes.ts";
import { LANE_IDS } from "./schema.ts";

describe("lanes", () => {
  it("stand in the order of their ids, each under its own code", () => {
    expect(LANES.map((lane) => lane.id)).toEqual([...LANE_IDS]);
    expect(new Set(LANES.map((lane) => lane.code)).size).toBe(LANES.length);
    expect(getLane("ua").name).toBe("Ukraine");
  });

  it("hold each country at most once", () => {
    const countries = countriesOf(LANE_IDS);
    expect(new Set(countries).size).toBe(countries.length);
  });

  it.each([
    ["United Kingdom", "uk"],
    ["NATO", "eu"],
    ["Turkey", "eu"],
    ["Saudi Arabia", null],
    ["United Nations", null],
    [null, null],
  ])("put %s in %s", (country, lane) => {
    expect(laneOfCountry(country)).toBe(lane);
  });

  it("are told once each, in their order, whatever the order of the countries", () => {
    expect(lanesOf(["France", "Ukraine", null, "Germany", "United Kingdom"])).toEqual([
      "uk",
      "ua",
      "eu",
    ]);
  });
});
