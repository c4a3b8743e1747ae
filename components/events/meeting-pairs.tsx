import { DataTable, type Column } from "#components/ui/data-table.tsx";
import type { MeetingPair, Meetings } from "#lib/events/data-meetings.ts";
import { STRIP, stripPath, stripSpan, type StripSpan } from "#lib/events/meeting-strip.ts";
import { meetingsPath, type MeetingsQuery } from "#lib/events/schema-map.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./meetings.module.css";

const PAIRS_SHOWN = 40;

/** Pairs of people by how often they met, each with when, on one scale of time. */
export function MeetingPairs({ view, query }: { view: Meetings; query: MeetingsQuery }) {
  const { pairCount } = view;
  const pairs = view.pairs.slice(0, PAIRS_SHOWN);
  const span = stripSpan(pairs.flatMap(({ days }) => days));
  const hasPair = view.together !== null;
  const columns: readonly Column<MeetingPair>[] = [
    {
      key: "pair",
      heading: "Pair",
      cell: ({ one, other }) =>
        hasPair ? (
          <>
            <a href={`/people/${one.id}`}>{one.name}</a> and{" "}
            <a href={`/people/${other.id}`}>{other.name}</a>
          </>
        ) : (
          <a href={`${meetingsPath(query, { who: [one.id, other.id] })}#together`}>
            {one.name} and {other.name}
          </a>
        ),
    },
    { key: "count", heading: "Meetings", cell: ({ count }) => count, isFigure: true },
    { key: "years", heading: "Years", cell: yearsOf },
    {
      key: "strip",
      heading: span ? `${span.first.slice(0, 4)} to ${span.last.slice(0, 4)}` : "When",
      cell: ({ days }) => span && <Strip days={days} span={span} />,
    },
  ];
  const caption =
    pairs.length < pairCount
      ? `The ${pairs.length} pairs who met most often of ${pairCount}`
      : counted(pairCount, "pair");
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={pairs}
      keyOf={({ one, other }) => `${one.id} ${other.id}`}
    />
  );
}

function yearsOf({ days }: MeetingPair): string {
  const [first, last] = [days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)];
  return first === last ? `${first}` : `${first}–${last}`;
}

function Strip({ days, span }: { days: readonly string[]; span: StripSpan }) {
  const { width, height } = STRIP;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${counted(days.length, "meeting")} from ${days[0]} to ${days.at(-1)}`}
      className={styles.strip}
    >
      <path d={`M0 ${height - 0.5}h${width}`} className={styles.axis} />
      <path d={stripPath(days, span)} className={styles.days} />
    </svg>
  );
}
