import { Pool } from "undici";

/** What browsers accept, in their order. */
export const ACCEPT_ENCODING = { "accept-encoding": "br, gzip" };

export type Load = { requestsPerSecond: number; timesMs: number[] };

/**
 * Asks for one address after the other over so many connections for so many seconds, as browsers
 * do, compressed, and discards the bodies: what reads or decodes them takes more time than the
 * server does, and the server is what is measured. Rejects at the first answer that is not 200.
 */
export async function load(
  address: string,
  nextPath: () => string,
  { readers, seconds }: { readers: number; seconds: number },
): Promise<Load> {
  const pool = new Pool(address, { connections: readers });
  const timesMs: number[] = [];
  const begun = performance.now();
  const deadline = begun + seconds * 1_000;
  const readOn = async () => {
    while (performance.now() < deadline) {
      const asked = performance.now();
      await visit(pool, nextPath());
      timesMs.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: readers }, readOn)).finally(() => pool.destroy());
  return { requestsPerSecond: (timesMs.length / (performance.now() - begun)) * 1_000, timesMs };
}

function visit(pool: Pool, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.dispatch(
      { path, method: "GET", headers: ACCEPT_ENCODING },
      {
        onRequestStart() {},
        onResponseStart(_controller, status) {
          if (status !== 200) throw new Error(`${path} answered ${status}`);
        },
        onResponseData() {},
        onResponseEnd: () => resolve(),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
