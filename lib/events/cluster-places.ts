/** Places of a map that stand so close that their marks would overlap, as one mark. */

export type MappedPlace = {
  name: string;
  country: string | null;
  latitude: number;
  longitude: number;
  count: number;
};

export type PlaceCluster = {
  x: number;
  y: number;
  count: number;
  /** The fullest first. */
  places: MappedPlace[];
  /** So many kilometres from the first, all of them lie. */
  withinKm: number;
};

const EARTH_RADIUS_KM = 6_371;

/**
 * Places gathered so that no two marks are nearer than `distance`: each goes to the first of those
 * before it, the fullest first, that is so near, or begins a mark of its own. Places that `project`
 * does not show are left out. The counts add up to those of the places shown.
 */
export function clusterPlaces(
  places: readonly MappedPlace[],
  project: (longitude: number, latitude: number) => readonly [number, number] | null,
  distance: number,
): PlaceCluster[] {
  const clusters: PlaceCluster[] = [];
  const sorted = [...places].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  for (const place of sorted) {
    const point = project(place.longitude, place.latitude);
    if (!point) continue;
    const [x, y] = point;
    const near = clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < distance);
    if (near) {
      near.places.push(place);
      near.count += place.count;
      near.withinKm = Math.max(
        near.withinKm,
        Math.ceil(distanceKm(near.places[0] as MappedPlace, place)),
      );
    } else clusters.push({ x, y, count: place.count, places: [place], withinKm: 0 });
  }
  return clusters;
}

type Point = { latitude: number; longitude: number };

/** Kilometres along the great circle between two points (haversine). */
export function distanceKm(one: Point, other: Point): number {
  const [a, b] = [radians(one.latitude), radians(other.latitude)];
  const dLatitude = b - a;
  const dLongitude = radians(other.longitude - one.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
