import { Section } from "#components/ui/section.tsx";
import { heatLevel } from "#lib/events/calendar-grid.ts";
import type { MeetingMatrix as Matrix } from "#lib/events/meeting-matrix.ts";
import { meetingsPath, type MeetingsQuery } from "#lib/events/schema-map.ts";
import styles from "./meetings.module.css";

type MeetingMatrixProps = { matrix: Matrix; query: MeetingsQuery };

/** How often each of those who met most often met each other of them. */
export function MeetingMatrix({ matrix: { people, counts, most }, query }: MeetingMatrixProps) {
  return (
    <Section id="matrix" title="Each with each" aside="among those who met most often">
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Meetings of each pair">
        <table className={styles.matrix}>
          <caption className={styles.caption}>
            Meetings of each pair; rows and columns are the same people
          </caption>
          <thead>
            <tr>
              <td />
              {people.map(({ id, name }) => (
                <th key={id} scope="col">
                  <span className={styles.column}>{name.split(" ").at(-1)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one, row) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={meetingsPath(query, { who: [one.id] })}>{one.name}</a>
                </th>
                {people.map((other, column) => (
                  <Cell
                    key={other.id}
                    count={counts[row]?.[column] ?? 0}
                    most={most}
                    href={`${meetingsPath(query, { who: [one.id, other.id] })}#together`}
                    label={`${one.name} and ${other.name}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

type CellProps = { count: number; most: number; href: string; label: string };

function Cell({ count, most, href, label }: CellProps) {
  if (count === 0) return <td className={styles.none}>·</td>;
  return (
    <td data-heat={heatLevel(count, most)} className={styles.cell}>
      <a href={href} aria-label={`${label}: ${count}`}>
        {count}
      </a>
    </td>
  );
}
