import { drawPlaceMap } from "#lib/events/place-map.ts";
import type { EventDetails } from "#lib/events/types.ts";
import { MapShapes } from "./map-shapes.tsx";
import styles from "./event-map.module.css";

/** A small map of where it was; nothing where no point is recorded. */
export function EventMap({ event }: { event: EventDetails }) {
  const { latitude, longitude, placeName } = event;
  if (latitude === null || longitude === null) return null;
  const map = drawPlaceMap(latitude, longitude);
  const { width, height, x, y, scale } = map;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Map: ${placeName ?? "the place"}, ${inDegrees(latitude, longitude)}`}
        className={styles.map}
      >
        <MapShapes shapes={map} />
        <circle cx={x} cy={y} r={5} className={styles.place} />
        <path d={`M10 ${height - 10}v-4v4h${scale.px}v-4`} className={styles.scale} />
        <text x={10 + scale.px / 2} y={height - 15} className={styles.scaleName}>
          {scale.km} km
        </text>
      </svg>
      <figcaption className={styles.caption}>Map data: Natural Earth</figcaption>
    </figure>
  );
}

function inDegrees(latitude: number, longitude: number): string {
  const [north, east] = [latitude >= 0 ? "north" : "south", longitude >= 0 ? "east" : "west"];
  return `${Math.abs(latitude).toFixed(1)}° ${north}, ${Math.abs(longitude).toFixed(1)}° ${east}`;
}
