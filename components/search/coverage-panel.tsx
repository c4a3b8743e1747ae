import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { getLane } from "#lib/events/lanes.ts";
import type { Coverage } from "#lib/search/types-coverage.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./coverage-panel.module.css";

/** How much of a time, of the outlets and of the sides is archived; what is missing is said. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  return (
    <Section title="What this covers" id="coverage">
      <Covered coverage={coverage} />
      <p className={styles.note}>
        Where there is nothing, nothing may be archived: it does not say that nothing happened.
      </p>
    </Section>
  );
}

function Covered({ coverage }: { coverage: Coverage }) {
  const { span, outlets, mostFrom, articles, sides, statements, unnamed } = coverage;
  if (span === null) return <p>No article.</p>;
  return (
    <dl className={styles.list}>
      <div>
        <dt>Days</dt>
        <dd>
          Articles on {inFigures(coverage.daysWithArticles)} of {counted(span.days, "day")},{" "}
          {formatDay(span.from, "short")} to {formatDay(span.to, "short")}
          <Gap coverage={coverage} />.
        </dd>
      </div>
      <div>
        <dt>Outlets</dt>
        <dd>
          {counted(outlets, "outlet")}
          {mostFrom && `, ${share(mostFrom.count, articles)} from ${mostFrom.label}`}.
        </dd>
      </div>
      <div>
        <dt>Sides</dt>
        <dd>
          <ul className={styles.sides}>
            {sides.map(({ side, count }) => (
              <li key={side}>
                <Side side={side} /> {share(count, articles)}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>Unnamed sources</dt>
        <dd>
          {statements === 0
            ? "No statements were read in these articles."
            : `${inFigures(unnamed)} of ${counted(statements, "statement")} (${share(unnamed, statements)}).`}
        </dd>
      </div>
    </dl>
  );
}

function Gap({ coverage: { longestGap } }: { coverage: Coverage }) {
  if (longestGap === null) return null;
  const { from, to, days } = longestGap;
  if (days === 1) return <>; none on {formatDay(from, "short")}</>;
  return (
    <>
      ; the longest time without any, {counted(days, "day")}, is {formatDay(from, "short")} to{" "}
      {formatDay(to, "short")}
    </>
  );
}

function Side({ side }: { side: Coverage["sides"][number]["side"] }) {
  if (side === "other") return <>elsewhere</>;
  if (side === "unknown") return <>country not recorded</>;
  return (
    <>
      <LaneTag id={side} /> <span className={styles.name}>{getLane(side).name}</span>
    </>
  );
}

/** Whole per cents; what is not nothing is never said to be nothing. */
function share(count: number, all: number): string {
  const whole = Math.round((100 * count) / all);
  if (whole === 0 && count > 0) return "under 1 %";
  if (whole === 100 && count < all) return "over 99 %";
  return `${whole} %`;
}
