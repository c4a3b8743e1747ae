import { geoAzimuthalEqualArea } from "d3-geo";
import { LRUCache } from "lru-cache";
import { drawShapes, round, type Shapes } from "#lib/events/world-shapes.ts";

export const PLACE_MAP = { width: 320, height: 220 };
/** From left to right; so much that a reader sees in which part of the world it is. */
const WIDTH_KM = 2_400;
const EARTH_RADIUS_KM = 6_371;
/** Beyond the edges, so that the clipped edge of the land is not seen as a coast. */
const MARGIN_PX = 3;
const SCALE_KM = 500;
/** Places within a kilometre have one map. */
const DECIMALS = 2;
const MAPS_KEPT = 300;

export type PlaceMap = Shapes & {
  width: number;
  height: number;
  /** Where the place stands. */
  x: number;
  y: number;
  /** Length of a bar that stands for so many kilometres. */
  scale: { km: number; px: number };
};

const maps = new LRUCache<string, PlaceMap>({ max: MAPS_KEPT });

/** A small map around a place, in an equal-area projection; the same for the same place. */
export function drawPlaceMap(latitude: number, longitude: number): PlaceMap {
  const key = `${latitude.toFixed(DECIMALS)} ${longitude.toFixed(DECIMALS)}`;
  const map = maps.get(key) ?? draw(latitude, longitude);
  maps.set(key, map);
  return map;
}

function draw(latitude: number, longitude: number): PlaceMap {
  const { width, height } = PLACE_MAP;
  const pxPerKm = width / WIDTH_KM;
  const projection = geoAzimuthalEqualArea()
    .rotate([-longitude, -latitude])
    .translate([width / 2, height / 2])
    .scale(pxPerKm * EARTH_RADIUS_KM)
    // The atlas has points enough: none need be put between them.
    .precision(0)
    .clipExtent([
      [-MARGIN_PX, -MARGIN_PX],
      [width + MARGIN_PX, height + MARGIN_PX],
    ]);
  return {
    ...drawShapes(projection, "fine", { latitude, longitude, radiusKm: WIDTH_KM }),
    ...{ width, height, x: width / 2, y: height / 2 },
    scale: { km: SCALE_KM, px: round(SCALE_KM * pxPerKm) },
  };
}
