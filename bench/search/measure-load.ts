import { setTimeout as delay } from "node:timers/promises";
import { request } from "undici";
import { database } from "#lib/db/client.ts";
import { load } from "../archive/load.ts";
import type { DrawnQuery } from "./corpus-queries.ts";
import { toTimes, type Times } from "./measure-endpoint.ts";

export type UnderLoad = Times & {
  requestsPerSecond: number;
  /** Until an article that was published meanwhile is found; the longest of a few. */
  foundAfterMs: number;
};

const READERS = 20;
const SECONDS = 20;
const PUBLISHED = 3;
const PAUSE_MS = 50;
const GIVEN_UP_MS = 30_000;

/** Twenty readers search without pause, while articles are published. Rejects at the first error. */
export async function measureLoad(
  address: string,
  queries: readonly DrawnQuery[],
): Promise<UnderLoad> {
  let number = 0;
  const nextPath = () => {
    const { parameters } = queries[(++number * 7_919) % queries.length] as DrawnQuery;
    return `/search?${new URLSearchParams(parameters)}`;
  };
  const [{ requestsPerSecond, timesMs }, foundAfterMs] = await Promise.all([
    load(address, nextPath, { readers: READERS, seconds: SECONDS }),
    publishMeanwhile(address),
  ]);
  return { requestsPerSecond, ...toTimes(timesMs), foundAfterMs };
}

async function publishMeanwhile(address: string): Promise<number> {
  let longest = 0;
  for (let i = 0; i < PUBLISHED; i++) {
    await delay(2_000);
    longest = Math.max(longest, await publishOne(address));
  }
  return longest;
}

/** Publishes an article with a word of its own, and takes it back. */
async function publishOne(address: string): Promise<number> {
  const word = `quarzly${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}`;
  const { id } = await database.article.findFirstOrThrow({
    where: { slug: { startsWith: "article-" }, status: "published" },
    select: { id: true },
  });
  const { headline } = await database.article.findUniqueOrThrow({ where: { id } });
  await database.article.update({ where: { id }, data: { headline: `${headline} ${word}` } });
  const begun = performance.now();
  try {
    while (performance.now() - begun < GIVEN_UP_MS) {
      const { body } = await request(`${address}/search?q=${word}`);
      if ((await body.text()).includes("<strong>1 article")) return performance.now() - begun;
      await delay(PAUSE_MS);
    }
    return Infinity;
  } finally {
    await database.article.update({ where: { id }, data: { headline } });
  }
}
