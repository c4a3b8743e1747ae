import type { Shapes } from "#lib/events/world-shapes.ts";
import styles from "./map-shapes.module.css";

/** Land, borders and names of countries, as the ground of a map. */
export function MapShapes({ shapes: { land, borders, names } }: { shapes: Shapes }) {
  return (
    <>
      <path d={land} className={styles.land} />
      <path d={borders} className={styles.borders} />
      <g className={styles.names} aria-hidden="true">
        {names.map(({ name, x, y }) => (
          <text key={name} x={x} y={y}>
            {name}
          </text>
        ))}
      </g>
    </>
  );
}
