import { afterEach, beforeEach, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { viewIndex } from "./data-index.ts";
import { arePlacesKept } from "./data-lists.ts";
import { keepSearchWarm } from "./data-warm.ts";
import { indexPending } from "./mutations-index.ts";

const SEGMENT = 210;
const COMMON = { term: "harbour", isPrefix: false };
const RARE = { term: "lantern", isPrefix: false };

let stopping: AbortController;

beforeEach(async () => {
  stopping = new AbortController();
  await database.$executeRaw`TRUNCATE articles, originals CASCADE`;
});
afterEach(() => stopping.abort());

async function addSegment(): Promise<void> {
  for (let i = 0; i < SEGMENT; i++)
    await createTestArticle({ body: i === 0 ? "A lantern in the harbour." : "The harbour." });
  await indexPending();
}

it("reads the lists of common words before anyone asks, and those of later segments", async () => {
  await addSegment();
  await keepSearchWarm(stopping.signal, 0);
  const first = await viewIndex();
  expect([arePlacesKept(first, [COMMON]), arePlacesKept(first, [RARE])]).toEqual([true, false]);
  await addSegment();
  const second = await viewIndex();
  expect(second.segments.length).toBe(first.segments.length + 1);
  await expect.poll(() => arePlacesKept(second, [COMMON]), { timeout: 10_000 }).toBe(true);
});

it("reads no lists where it is to stop already", async () => {
  await addSegment();
  stopping.abort();
  await keepSearchWarm(stopping.signal, 0);
  expect(arePlacesKept(await viewIndex(), [COMMON])).toBe(false);
});
