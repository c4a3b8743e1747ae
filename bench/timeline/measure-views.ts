import { gzipSync } from "node:zlib";

const RUNS = 100;
const WARM_UPS = 10;
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

/** The first view made afresh each time, the same as it is kept for all, and the data of the picture. */
export async function measureServer(address: string): Promise<Times[]> {
  let number = 0;
  const fresh = () => `/timeline?n=${++number}`;
  return [
    await measure("first view, made afresh", address, fresh),
    await measure("first view, as it is kept", address, () => "/timeline"),
    await measure("first view’s data", address, () => "/api/v1/timeline/picture"),
  ];
}

async function measure(name: string, address: string, nextPath: () => string): Promise<Times> {
  const timesMs: number[] = [];
  for (let run = -WARM_UPS; run < RUNS; run++) {
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
