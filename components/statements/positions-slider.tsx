import { Button } from "#components/ui/button.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { positionsFields, type AddressedPositions } from "#lib/statements/positions-query.ts";
import { sliderSteps, stepOf } from "#lib/statements/slider-days.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./positions-slider.module.css";

type PositionsSliderProps = {
  query: AddressedPositions;
  /** The day that the table is of. */
  on: string;
  /** Days with statements, oldest first. */
  days: readonly string[];
};

/** A form of one slider, whose steps are the days with statements; a script lets go of it for you. */
export function PositionsSlider({ query, on, days }: PositionsSliderProps) {
  const steps = sliderSteps(days);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || steps.length < 2) return null;
  const step = stepOf(steps, on);
  const current = formatDay(steps[step] ?? on);
  const isThinned = steps.length < days.length;
  return (
    <form action="/positions" className={styles.form} aria-label="Move through time">
      {positionsFields({ ...query, on: null }).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className={styles.label}>
        <label htmlFor="slide">Day</label>
        {/* Those who hear the page hear it as the slider's value. */}
        <span id="slide-day" aria-hidden="true" className={styles.day}>
          {current}
        </span>
      </p>
      <div className={styles.line}>
        <input
          id="slide"
          name="slide"
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          defaultValue={step}
          list="slide-days"
          aria-valuetext={current}
          aria-describedby="slide-note"
          className={styles.range}
        />
        <Button>Go to this day</Button>
      </div>
      <datalist id="slide-days">
        {steps.map((day, i) => (
          <option key={day} value={i} label={formatDay(day)} />
        ))}
      </datalist>
      <p id="slide-note" className={styles.note}>
        {isThinned
          ? `${inFigures(steps.length)} of ${counted(days.length, "day")} with statements`
          : `${counted(days.length, "day")} with statements`}
        , {formatDay(first)} to {formatDay(last)}.
      </p>
      <script type="module" src="/positions-slider.js" />
    </form>
  );
}
