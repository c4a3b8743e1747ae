/**
 * Land and borders of the world as paths, from Natural Earth by way of world-atlas: no tile server, no
 * request to anybody. What is drawn is clipped to the picture, simplified to its size and rounded.
 */
import { geoPath, type GeoProjection, type GeoStream } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json" with { type: "json" };
import fine from "world-atlas/countries-50m.json" with { type: "json" };
import { distanceKm } from "#lib/events/cluster-places.ts";

type Atlas = Topology<{
  countries: GeometryCollection<{ name: string }>;
  land: GeometryCollection;
}>;

export type Detail = "coarse" | "fine";
const ATLASES = { coarse: coarse as unknown as Atlas, fine: fine as unknown as Atlas };

/** Points nearer to the last drawn one are left out: nobody sees them. */
const MIN_STEP_PX = 1.8;
/** A name has room in so much of a country, for each of its letters. */
const PX2_PER_LETTER = 190;
const MIN_NAMED_PX2 = 1_500;
const EDGE_PX = 14;
const PX_PER_HALF_LETTER = 3.2;

/**
 * The line across the isthmus of Perekop, which the atlas draws as it draws what is held in fact. By
 * international law (UN General Assembly, resolution 68/262) there is no border there.
 */
const NO_BORDER = { west: 32.5, east: 35.6, south: 45.3, north: 46.4 };

export type Shapes = {
  land: string;
  borders: string;
  names: { name: string; x: number; y: number }[];
};

/** A part of the world: nothing farther from its centre than this need be looked at. */
export type Part = { longitude: number; latitude: number; radiusKm: number };

/** What of the world a projection shows, as it clips it; of a part of it that is sooner done. */
export function drawShapes(projection: GeoProjection, detail: Detail, part?: Part): Shapes {
  const shapes = shapesOf(detail);
  const inPart = <T>(pieces: readonly Piece<T>[]) =>
    pieces.flatMap(({ coordinates, centre, radiusKm }) =>
      !part || distanceKm(part, centre) < part.radiusKm + radiusKm ? [coordinates] : [],
    );
  const land = { type: "MultiPolygon" as const, coordinates: inPart(shapes.land) };
  const borders = { type: "MultiLineString" as const, coordinates: inPart(shapes.borders) };
  const path = geoPath(thinned(projection)).digits(detail === "fine" ? 1 : 0);
  return {
    land: path(land) ?? "",
    borders: path(borders) ?? "",
    names: namesIn(projection),
  };
}

/** Names of countries at the middle of what is seen of them, where they have room. */
function namesIn(projection: GeoProjection): Shapes["names"] {
  const path = geoPath(projection);
  return shapesOf("coarse").countries.flatMap((country) => {
    const { name } = country.properties;
    if (path.area(country) < Math.max(MIN_NAMED_PX2, PX2_PER_LETTER * name.length)) return [];
    const [x, y] = path.centroid(country);
    return isInside(projection, x, y, name) ? [{ name, x: round(x), y: round(y) }] : [];
  });
}

function isInside(projection: GeoProjection, x: number, y: number, name: string): boolean {
  const extent = projection.clipExtent();
  if (!extent || !Number.isFinite(x)) return false;
  const half = name.length * PX_PER_HALF_LETTER;
  const [[left, top], [right, bottom]] = extent;
  return x - half > left && x + half < right && y - EDGE_PX > top && y + EDGE_PX < bottom;
}

const known = new Map<Detail, ReturnType<typeof readShapes>>();

function shapesOf(detail: Detail) {
  const shapes = known.get(detail) ?? readShapes(ATLASES[detail]);
  known.set(detail, shapes);
  return shapes;
}

function readShapes(atlas: Atlas) {
  const { countries, land } = atlas.objects;
  const borders = mesh(atlas, countries, (one, other) => one !== other);
  const coordinates = borders.coordinates.filter((line) => !line.every(isNoBorder));
  const polygons = feature(atlas, land).features.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon" ? geometry.coordinates : [],
  );
  return {
    countries: feature(atlas, countries).features,
    land: polygons.map((polygon) => toPiece(polygon, polygon[0] ?? [])),
    borders: coordinates.map((line) => toPiece(line, line)),
  };
}

/** A polygon or a line, with a circle that it lies in. */
type Piece<T> = { coordinates: T; centre: Point; radiusKm: number };
type Point = { longitude: number; latitude: number };

/** The circle is around the point in the middle of the outline, wherever that lies. */
function toPiece<T>(coordinates: T, outline: readonly (readonly number[])[]): Piece<T> {
  const points = outline.map(([longitude = 0, latitude = 0]) => ({ longitude, latitude }));
  const centre = points[points.length >> 1] ?? { longitude: 0, latitude: 0 };
  const radiusKm = points.reduce((most, point) => Math.max(most, distanceKm(centre, point)), 0);
  return { coordinates, centre, radiusKm };
}

function isNoBorder([longitude = 0, latitude = 0]: readonly number[]): boolean {
  const { west, east, south, north } = NO_BORDER;
  return longitude > west && longitude < east && latitude > south && latitude < north;
}

/** The projection without the points that are too near to the one before. */
function thinned(projection: GeoProjection): { stream(to: GeoStream): GeoStream } {
  return {
    stream(to) {
      let last: readonly [number, number] | null = null;
      return projection.stream({
        point(x, y) {
          if (last && Math.hypot(x - last[0], y - last[1]) < MIN_STEP_PX) return;
          last = [x, y];
          to.point(x, y);
        },
        lineStart() {
          last = null;
          to.lineStart();
        },
        lineEnd: () => to.lineEnd(),
        polygonStart: () => to.polygonStart(),
        polygonEnd: () => to.polygonEnd(),
        sphere: () => to.sphere?.(),
      });
    },
  };
}

/** To a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
