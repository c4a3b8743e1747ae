import type { TimelineResult } from "../timeline.ts";

export type Verdict = { bar: string; value: string; isHeld: boolean };

const BARS = { firstViewMs: 100, dataBytes: 60_000, scriptBytes: 40_000, frameMs: 16.7 };
/** What the browser's clock rounds a frame by. */
const CLOCK_MS = 0.2;
const ms = (value: number) => Number(value.toFixed(value < 10 ? 2 : 1));

export function printTimeline(result: TimelineResult): void {
  const { events, copies, articles, source, server, views, scriptBytes, frames } = result;
  console.log(
    `${events} events, ${copies} of them copies of the demo's under other days; ` +
      `${articles} articles (${source})`,
  );
  console.table(
    server.map(({ name, p50Ms, p95Ms }) => ({ name, "p50 ms": ms(p50Ms), "p95 ms": ms(p95Ms) })),
  );
  console.table(
    views.map(({ view, dataBytes, pageBytes }) => ({
      view,
      "data, bytes gzipped": dataBytes,
      "page, bytes gzipped": pageBytes,
    })),
  );
  console.log(`The picture's script with all it imports: ${scriptBytes} bytes gzipped`);
  console.table(
    frames.map(({ gesture, frames: count, p50Ms, p95Ms, share }) => ({
      ...{ gesture, frames: count, "p50 ms": ms(p50Ms), "p95 ms": ms(p95Ms) },
      "in time": `${(share * 100).toFixed(1)} %`,
    })),
  );
}

/** What is held against the bars; frames are also told of where nothing moves, for comparison. */
export function verdictsOf({ server, views, scriptBytes, frames }: TimelineResult): Verdict[] {
  const moving = frames.filter(({ gesture }) => gesture !== "nothing moves");
  return [
    atMost("first view, p95 ms", server[0]?.p95Ms ?? NaN, BARS.firstViewMs),
    atMost("data of any view, bytes", Math.max(...views.map((v) => v.dataBytes)), BARS.dataBytes),
    atMost("page of any view, bytes", Math.max(...views.map((v) => v.pageBytes)), BARS.dataBytes),
    atMost("script, bytes", scriptBytes, BARS.scriptBytes),
    ...moving.map(({ gesture, p95Ms }) =>
      atMost(`${gesture}, p95 ms between frames`, p95Ms, BARS.frameMs, CLOCK_MS),
    ),
  ];
}

function atMost(bar: string, value: number, limit: number, slack = 0): Verdict {
  return {
    bar: `${bar} (at most ${limit})`,
    value: String(ms(value)),
    isHeld: value <= limit + slack,
  };
}
