import { counted, inFigures } from "#lib/text/counted.ts";

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

type Pace = {
  done: number;
  total: number;
  /** A second. */
  rate: number | null;
  secondsLeft: number | null;
};

/** `1,200 of 5,000 articles · 45 a second · about 2 minutes left`. */
export function paceWords({ done, total, rate, secondsLeft }: Pace): string {
  const speed = rate === null ? null : rate < 10 ? rate.toFixed(1) : inFigures(Math.round(rate));
  return [
    `${inFigures(done)} of ${counted(total, "article")}`,
    speed && `${speed} a second`,
    secondsLeft ? `about ${durationWords(secondsLeft)} left` : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

function durationWords(seconds: number): string {
  if (seconds < MINUTE_S) return counted(Math.max(1, Math.round(seconds)), "second");
  if (seconds < HOUR_S) return counted(Math.round(seconds / MINUTE_S), "minute");
  return `${(seconds / HOUR_S).toFixed(1)} hours`;
}
