import { geoConicConformal, geoNaturalEarth1, type GeoProjection } from "d3-geo";
import { clusterPlaces, type MappedPlace, type PlaceCluster } from "#lib/events/cluster-places.ts";
import { drawShapes, round, type Shapes } from "#lib/events/world-shapes.ts";

export const MAP_VIEWS = ["europe", "world"] as const;
export type MapView = (typeof MAP_VIEWS)[number];

const WIDTH = 720;
/** Marks of this radius, for wide screens and for narrow ones, where the picture is half as wide. */
export const MARK_RADIUS = { wide: 13, narrow: 26 } as const;
/** A little air between two marks. */
const AIR = 3;
const BOUNDS = {
  europe: { west: -9, east: 46, south: 35.5, north: 61 },
  // Without Antarctica, where nobody has met yet.
  world: { west: -170, east: 179, south: -54, north: 74 },
} as const;
/** As the names of countries are set on the map. */
const PX_PER_HALF_LETTER = 2.6;
const HALF_LINE_PX = 4;

type Ground = Shapes & { width: number; height: number };

export type WorldMap = Ground & {
  view: MapView;
  marks: Record<keyof typeof MARK_RADIUS, PlaceCluster[]>;
};

const HEIGHTS: Readonly<Record<MapView, number>> = { europe: 430, world: 300 };
const grounds = new Map<MapView, { ground: Ground; projection: GeoProjection }>();

/** A map with the places as marks that do not overlap, each with how many events it stands for. */
export function drawWorldMap(view: MapView, places: readonly MappedPlace[]): WorldMap {
  const { ground, projection } = groundOf(view);
  const project = (longitude: number, latitude: number) => {
    const point = projection([longitude, latitude]);
    if (!point) return null;
    const [x, y] = [round(point[0]), round(point[1])];
    return x > 0 && x < ground.width && y > 0 && y < ground.height ? ([x, y] as const) : null;
  };
  const marksOf = (radius: number) => clusterPlaces(places, project, 2 * radius + AIR);
  const wide = marksOf(MARK_RADIUS.wide);
  const names = ground.names.filter(({ name, x, y }) =>
    wide.every(
      (mark) =>
        Math.abs(mark.x - x) > MARK_RADIUS.wide + PX_PER_HALF_LETTER * name.length ||
        Math.abs(mark.y - y) > MARK_RADIUS.wide + HALF_LINE_PX,
    ),
  );
  return { ...ground, names, view, marks: { wide, narrow: marksOf(MARK_RADIUS.narrow) } };
}

/** Land and borders, which are the same whatever is marked on them. */
function groundOf(view: MapView) {
  const known = grounds.get(view);
  if (known) return known;
  const height = HEIGHTS[view];
  const projection = projectionOf(view, height)
    .precision(0)
    .clipExtent([
      [-2, -2],
      [WIDTH + 2, height + 2],
    ]);
  const shapes = drawShapes(projection, view === "europe" ? "fine" : "coarse");
  const drawn = { ground: { ...shapes, width: WIDTH, height }, projection };
  grounds.set(view, drawn);
  return drawn;
}

function projectionOf(view: MapView, height: number): GeoProjection {
  const { west, east, south, north } = BOUNDS[view];
  const middle = (west + east) / 2;
  const coordinates = [west, middle, east].flatMap((x) => [south, north].map((y) => [x, y]));
  const projection =
    view === "world"
      ? geoNaturalEarth1()
      : geoConicConformal().parallels([40, 58]).rotate([-middle, 0]);
  return projection.fitSize([WIDTH, height], { type: "MultiPoint", coordinates });
}
