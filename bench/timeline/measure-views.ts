import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { database } from "#lib/db/client.ts";

const RUNS = 100;
const WARM_UPS = 10;
/** The server hears of a change a moment later. */
const NOTICED_AFTER_MS = 30;
const EVERYTHING = "show=events&show=articles&show=statements";
/** From all there is to a day, with everything shown. */
const WINDOWS = [
  "",
  EVERYTHING,
  `${EVERYTHING}&from=1990&to=2030`,
  `${EVERYTHING}&from=2016&to=2026`,
  `${EVERYTHING}&from=2024&to=2024`,
  `${EVERYTHING}&from=2024-03&to=2024-03`,
  `${EVERYTHING}&from=2024-03-05&to=2024-03-05`,
];

export type Times = { name: string; p50Ms: number; p95Ms: number };
export type ViewBytes = { view: string; dataBytes: number; pageBytes: number };

/** The page of the first view, as it is kept for all and made afresh, and of other windows. */
export async function measureServer(address: string): Promise<Times[]> {
  let number = 0;
  const fresh = () => `/timeline?n=${++number}`;
  const anyWindow = () => `/timeline?to=2026-04&from=20${10 + (number % 15)}-${1 + (++number % 9)}`;
  return [
    await measure("first view, made afresh", address, fresh),
    await measure("first view, as it is kept", address, () => "/timeline"),
    await measure("another window each time", address, anyWindow),
    await measure("first view, after a change", address, fresh, changeAnEvent),
  ];
}

/** So that nothing of what is in memory counts any more. */
async function changeAnEvent(): Promise<void> {
  await database.$executeRaw`UPDATE events SET updated_at = now()
    WHERE id = (SELECT min(id) FROM events)`;
  await setTimeout(NOTICED_AFTER_MS);
}

async function measure(
  name: string,
  address: string,
  nextPath: () => string,
  prepare?: () => Promise<void>,
): Promise<Times> {
  const timesMs: number[] = [];
  for (let run = -WARM_UPS; run < (prepare ? RUNS / 5 : RUNS); run++) {
    await prepare?.();
    const begun = performance.now();
    await (await fetch(address + nextPath())).arrayBuffer();
    if (run >= 0) timesMs.push(performance.now() - begun);
  }
  return { name, ...quantiles(timesMs) };
}

/** The middle and the slow end of some times. */
export function quantiles(timesMs: readonly number[]): { p50Ms: number; p95Ms: number } {
  const sorted = timesMs.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Compressed bytes of what each view needs. */
export async function weighViews(address: string): Promise<ViewBytes[]> {
  const views: ViewBytes[] = [];
  for (const query of WINDOWS) {
    const [dataBytes, pageBytes] = await Promise.all(
      ["/api/v1/timeline/picture", "/timeline"].map((path) => weigh(`${address}${path}?${query}`)),
    );
    views.push({
      view: query || "first",
      dataBytes: dataBytes ?? NaN,
      pageBytes: pageBytes ?? NaN,
    });
  }
  return views;
}

/** Compressed bytes of a file. */
export async function weigh(address: string): Promise<number> {
  return gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;
}
