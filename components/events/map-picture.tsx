import { MapShapes } from "#components/events/map-shapes.tsx";
import type { PlaceCluster } from "#lib/events/cluster-places.ts";
import { mapPath, type MapQuery } from "#lib/events/schema-map.ts";
import { MARK_RADIUS, type MapView, type WorldMap } from "#lib/events/world-map.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./map-picture.module.css";

type MapPictureProps = { map: WorldMap; query: MapQuery };

const TITLES: Readonly<Record<MapView, string>> = { europe: "Europe", world: "The world" };

/** A map with marks that count events; on a narrow screen fewer and relatively larger ones. */
export function MapPicture({ map, query }: MapPictureProps) {
  const { view, width, height } = map;
  const title = TITLES[view];
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <span>Map data: Natural Earth</span>
      </figcaption>
      <div className={styles.frame}>
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.ground}>
          <MapShapes shapes={map} />
        </svg>
        {(["wide", "narrow"] as const).map((size) => (
          <svg
            key={size}
            viewBox={`0 0 ${width} ${height}`}
            className={styles.marks}
            data-size={size}
            role="group"
            aria-label={`${title}: events by place`}
          >
            {map.marks[size].map((mark) => (
              <Mark
                key={`${mark.x} ${mark.y}`}
                mark={mark}
                radius={MARK_RADIUS[size]}
                query={query}
              />
            ))}
          </svg>
        ))}
      </div>
    </figure>
  );
}

type MarkProps = { mark: PlaceCluster; radius: number; query: MapQuery };

function Mark({ mark: { x, y, count, places, withinKm }, radius, query }: MarkProps) {
  const name = places[0]?.name ?? "";
  const others = places.length - 1;
  const words = others > 0 ? `${name} and ${counted(others, "place")} near it` : name;
  const isChosen = query.place === name;
  return (
    <a
      href={`${mapPath(query, { place: name, within: withinKm })}#events`}
      aria-label={`${words}: ${counted(count, "event")}`}
      aria-current={isChosen ? "true" : undefined}
      className={styles.mark}
    >
      <title>{`${words}: ${counted(count, "event")}`}</title>
      <circle
        cx={x}
        cy={y}
        r={radius}
        className={styles.circle}
        data-several={others > 0 || undefined}
      />
      <text x={x} y={y} fontSize={radius * 0.95} className={styles.count}>
        {count}
      </text>
    </a>
  );
}
