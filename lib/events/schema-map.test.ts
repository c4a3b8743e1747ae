import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapPath, mapQuerySchema, meetingsPath, meetingsQuerySchema } from "./schema-map.ts";

describe("mapQuerySchema", () => {
  it("is written as it is read", () => {
    const query = mapQuerySchema.parse({
      from: "2022",
      lane: ["uk", "xx"],
      place: "London",
      within: "90",
    });
    expect(mapPath(query)).toBe("/map?lane=uk&from=2022&place=London&within=90");
    expect(mapPath(query, { place: undefined })).toBe("/map?lane=uk&from=2022");
  });

  it("never throws", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    const keys = fc.constantFrom("lane", "from", "to", "place", "within", "only", "who");
    fc.assert(
      fc.property(fc.dictionary(keys, value), (parameters) => {
        expect(mapQuerySchema.parse(parameters).within).toBeGreaterThanOrEqual(0);
        expect(meetingsQuerySchema.parse(parameters).who.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

it("names two people in one parameter", () => {
  const query = meetingsQuerySchema.parse({ who: "starmer, trump,starmer,x y" });
  expect(query.who).toEqual(["starmer", "trump"]);
  expect(meetingsPath(query)).toBe("/meetings?who=starmer,trump");
});
