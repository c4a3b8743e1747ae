import { Agent, request } from "undici";
import { ACCEPT_ENCODING } from "../archive/load.ts";
import type { DrawnQuery } from "./corpus-queries.ts";

export type Times = { p50Ms: number; p95Ms: number; p99Ms: number };
export type ClassTimes = { kind: string; queries: number; cold: Times; warm: Times };

const WARM_UPS = 10;

/** Asks for the page of each search twice, one after the other: the first time it is cold. */
export async function measureEndpoint(
  address: string,
  queries: readonly DrawnQuery[],
): Promise<ClassTimes[]> {
  const agent = new Agent({ pipelining: 1, connections: 1 });
  const times = new Map<string, { cold: number[]; warm: number[] }>();
  try {
    // What is compiled and read at a server's first pages is no matter of the searches.
    for (let i = 0; i < WARM_UPS; i++) await timePage(agent, `${address}/search?page=${i + 1}`);
    for (const { kind, parameters } of queries) {
      // An address of its own each time: none is answered by a finished page.
      const pageOf = (time: string) =>
        `${address}/search?${new URLSearchParams({ ...parameters, time })}`;
      const all = times.get(kind) ?? { cold: [], warm: [] };
      times.set(kind, all);
      all.cold.push(await timePage(agent, pageOf("first")));
      all.warm.push(await timePage(agent, pageOf("second")));
    }
  } finally {
    await agent.close();
  }
  return [...times].map(([kind, { cold, warm }]) => ({
    ...{ kind, queries: cold.length },
    ...{ cold: toTimes(cold), warm: toTimes(warm) },
  }));
}

async function timePage(dispatcher: Agent, page: string): Promise<number> {
  const begun = performance.now();
  const { statusCode, body } = await request(page, { dispatcher, headers: ACCEPT_ENCODING });
  await body.dump();
  if (statusCode !== 200) throw new Error(`${page} answered ${statusCode}`);
  return performance.now() - begun;
}

export function toTimes(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) };
}
