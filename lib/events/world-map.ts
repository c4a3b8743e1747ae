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
const EUROPE = { west: -9, east: 46, south: 35.5, north: 61 };

type Ground = Shapes & { width: number; height: number };

export type WorldMap = Ground & {
  view: MapView;
  marks: Record<keyof typeof MARK_RADIUS, PlaceCluster[]>;
};

const HEIGHTS: Readonly<Record<MapView, number>> = { europe: 430, world: 350 };
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
  return {
    ...ground,
    view,
    marks: { wide: marksOf(MARK_RADIUS.wide), narrow: marksOf(MARK_RADIUS.narrow) },
  };
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
  if (view === "world") return geoNaturalEarth1().fitSize([WIDTH, height], { type: "Sphere" });
  const { west, east, south, north } = EUROPE;
  const corners = [west, (west + east) / 2, east].flatMap((x) => [south, north].map((y) => [x, y]));
  return geoConicConformal()
    .parallels([40, 58])
    .rotate([-(west + east) / 2, 0])
    .fitSize([WIDTH, height], { type: "MultiPoint", coordinates: corners });
}
