import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterPlaces, distanceKm, type MappedPlace } from "./cluster-places.ts";

const flat = (longitude: number, latitude: number) => [longitude, latitude] as const;
const place = fc.record({
  name: fc.string(),
  country: fc.constant(null),
  latitude: fc.integer({ min: -80, max: 80 }),
  longitude: fc.integer({ min: -180, max: 180 }),
  count: fc.integer({ min: 1, max: 50 }),
});

describe("clusterPlaces", () => {
  it("loses no event and lets no two marks overlap", () => {
    fc.assert(
      fc.property(fc.array(place), fc.integer({ min: 1, max: 60 }), (places, distance) => {
        const clusters = clusterPlaces(places, flat, distance);
        const sum = (counts: { count: number }[]) => counts.reduce((n, { count }) => n + count, 0);
        expect(sum(clusters)).toBe(sum(places));
        for (const [i, one] of clusters.entries()) {
          for (const other of clusters.slice(i + 1)) {
            expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(distance);
          }
          for (const each of one.places) {
            expect(distanceKm(one.places[0] as MappedPlace, each)).toBeLessThanOrEqual(
              one.withinKm,
            );
          }
        }
      }),
    );
  });

  it("leaves out what the map does not show", () => {
    const far = { name: "Far", country: null, latitude: 0, longitude: 0, count: 1 };
    expect(clusterPlaces([far], () => null, 10)).toEqual([]);
  });
});

it("knows how far London is from Kyiv", () => {
  const london = { latitude: 51.5074, longitude: -0.1278 };
  expect(distanceKm(london, { latitude: 50.4501, longitude: 30.5234 })).toBeCloseTo(2132, -1);
});
