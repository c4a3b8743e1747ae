import { formatEdtf } from "#lib/dates/edtf.ts";
import { layOutStrip, type StoryStrip as Strip } from "#lib/stories/story-strip.ts";
import type { StoryStep } from "#lib/stories/types.ts";
import styles from "./story-strip.module.css";

const AXIS_X = 54;
const LABEL_X = 88;

/**
 * The events of a story in time, to scale, beside links to its steps. Those who do not see it have
 * the list alone, in the order of the telling.
 */
export function StoryStrip({ steps }: { steps: readonly StoryStep[] }) {
  const placed = steps.flatMap(({ number, event }) =>
    event ? [{ number, startsOn: event.startsOn, endsOn: event.endsOn }] : [],
  );
  if (placed.length === 0) return null;
  const strip = layOutStrip(placed);
  return (
    <div className={styles.strip} style={{ height: strip.height }} data-story-strip="">
      <StripPicture strip={strip} />
      <ol className={styles.labels}>
        {strip.marks.map(({ step, label }) => (
          <StripLabel key={step} step={steps[step - 1]} top={label} />
        ))}
      </ol>
    </div>
  );
}

function StripLabel({ step, top }: { step: StoryStep | undefined; top: number }) {
  if (!step?.event) return null;
  const { number, heading, event } = step;
  return (
    <li className={styles.label} style={{ top }}>
      <a href={`#step-${number}`} data-step={number} className={styles.link}>
        <span className={styles.date}>{formatEdtf(event.date)}</span>
        <span className={styles.heading}>{heading}</span>
      </a>
    </li>
  );
}

function StripPicture({ strip: { height, ticks, marks } }: { strip: Strip }) {
  return (
    <svg
      viewBox={`0 0 ${LABEL_X} ${height}`}
      width={LABEL_X}
      height={height}
      aria-hidden="true"
      className={styles.picture}
    >
      <line x1={AXIS_X} x2={AXIS_X} y1={0} y2={height} className={styles.axis} />
      {ticks.map(({ y, label }) => (
        <g key={label + y}>
          <line x1={AXIS_X - 5} x2={AXIS_X} y1={y} y2={y} className={styles.axis} />
          <text x={AXIS_X - 8} y={y + 4} className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {marks.map(({ step, from, to, label }) => {
        const middle = (from + to) / 2;
        const target = label + 14;
        return (
          <g key={step} data-step={step} className={styles.mark}>
            <path
              d={`M${AXIS_X + 6} ${middle}L${LABEL_X - 16} ${target}H${LABEL_X}`}
              className={styles.leader}
            />
            <path d={`M${AXIS_X} ${from}V${Math.max(to, from + 0.01)}`} className={styles.dot} />
          </g>
        );
      })}
    </svg>
  );
}
