import { beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { getSaved, listNews, listOpening, listSaved } from "#lib/saved-searches/data.ts";
import {
  deleteSearch,
  markSeen,
  purgeDeletedSearches,
  renameSearch,
  restoreSearch,
  saveSearch,
} from "#lib/saved-searches/mutations.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const DAY_MS = 86_400_000;

beforeEach(async () => {
  await database.$executeRaw`TRUNCATE saved_searches, search_alerts, articles CASCADE`;
});

const withGrain = (more: object = {}) =>
  createTestArticle({ headline: "Ships wait", body: "It rained. Grain left the port.", ...more });

async function newsOf(token: string) {
  const saved = await getSaved(token);
  if (!saved) throw new Error("It is not there.");
  return await listNews(saved);
}

async function idsOf(token: string): Promise<string[]> {
  return (await newsOf(token)).matches.map(({ id }) => id);
}

async function seeAll(token: string): Promise<void> {
  const { asOf, matches } = await newsOf(token);
  await markSeen(token, { asOf, shown: matches.map(({ id }) => id) });
}

describe("saving a search", () => {
  it("keeps it in the one way that it can be written, and of its secret only the hash", async () => {
    const token = await saveSearch(
      "sort=oldest&page=3&evil=1&q=%20grain%20%20port&to=neverday",
      [],
    );
    const row = await database.savedSearch.findFirstOrThrow();
    expect(row).toMatchObject({ query: "q=grain+port", name: "grain port" });
    expect(row.tokenHash).toBe(hashToken(token));
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it("keeps days as they were typed", async () => {
    const token = await saveSearch("q=grain&from=last+month&topic=no-such&outlet=tide", []);
    const saved = await getSaved(token);
    expect(saved?.search.path).toBe("/search?q=grain&from=last+month&topic=no-such&outlet=tide");
    expect(saved?.asks).toEqual(["grain", "no-such", "tide", "from last month"]);
  });

  it("gives what the browser has already, and saves everything where nothing is asked", async () => {
    const token = await saveSearch("q=grain", []);
    expect(await saveSearch("q=grain&page=2", [token])).toBe(token);
    const all = await saveSearch("", [token]);
    expect(all).not.toBe(token);
    expect(await getSaved(all)).toMatchObject({
      name: "Every article",
      search: { path: "/search" },
    });
  });
});

describe("what is new", () => {
  it("is what the archive published since, of whatever day, with the sentence that matched", async () => {
    await withGrain();
    const token = await saveSearch("q=grain", []);
    expect(await idsOf(token)).toEqual([]);
    const id = await withGrain({ publishedOn: "1999-01-01" });
    await withGrain({ body: "Coal left the port." });
    await withGrain({ status: "draft", releasedAt: null });
    const { matches, count } = await newsOf(token);
    expect(count).toBe(1);
    expect(matches).toMatchObject([{ id, publishedOn: "1999-01-01" }]);
    expect(matches[0]?.sentence).toEqual([
      { text: "Grain", isMatch: true },
      { text: " left the port.", isMatch: false },
    ]);
    expect(await listSaved([token, "x".repeat(43)])).toMatchObject([{ token, newCount: 1 }]);
  });

  it("is seen only once it is marked", async () => {
    const token = await saveSearch("q=grain", []);
    await withGrain();
    await idsOf(token);
    expect(await idsOf(token)).toHaveLength(1);
    await seeAll(token);
    expect(await idsOf(token)).toEqual([]);
  });

  it("is what shows only later, too, although it was released before the look", async () => {
    const token = await saveSearch("q=grain", []);
    const releasedAt = new Date(Date.now() - 20_000);
    await withGrain();
    await seeAll(token);
    const late = await withGrain({ releasedAt });
    expect(await idsOf(token)).toEqual([late]);
    await seeAll(token);
    expect(await idsOf(token)).toEqual([]);
    await seeAll(token);
    expect(await idsOf(token)).toEqual([]);
  });

  it("is not what the page did not show when it was marked", async () => {
    const token = await saveSearch("q=grain", []);
    await withGrain();
    const { asOf, matches } = await newsOf(token);
    const later = await withGrain();
    const shown = matches.map(({ id }) => id);
    await markSeen(token, { asOf: new Date(asOf.getTime() + DAY_MS), shown });
    expect(await idsOf(token)).toEqual([later]);
  });

  it("is no longer what was withdrawn, and once more what is published again", async () => {
    const token = await saveSearch("q=grain", []);
    const id = await withGrain();
    await seeAll(token);
    const withdrawn = { status: "withdrawn", withdrawnAt: new Date(), withdrawnReason: "A test." };
    await database.article.update({ where: { id }, data: withdrawn as object });
    expect(await idsOf(token)).toEqual([]);
    const again = {
      ...{ status: "published", withdrawnAt: null, withdrawnReason: null },
      releasedAt: new Date(Date.now() + DAY_MS),
    };
    await database.article.update({ where: { id }, data: again as object });
    expect(await idsOf(token)).toEqual([id]);
  });
});

describe("a saved search", () => {
  it("is renamed, deleted, taken back, and forgotten after 30 days", async () => {
    const token = await saveSearch("q=grain", []);
    await renameSearch(token, "Grain and ports");
    await deleteSearch(token);
    await expect(renameSearch(token, "Too late")).rejects.toThrow(/no saved search/);
    await expect(deleteSearch(token)).rejects.toThrow(/no saved search/);
    expect(await purgeDeletedSearches()).toBe(0);
    await restoreSearch(token);
    expect(await getSaved(token)).toMatchObject({ name: "Grain and ports", deletedAt: null });
    await deleteSearch(token);
    await database.savedSearch.updateMany({
      data: { deletedAt: new Date(Date.now() - 31 * DAY_MS) },
    });
    expect(await listSaved([token])).toMatchObject([{ token, deletedAt: expect.any(Date) }]);
    expect(await listOpening([token])).toEqual([token]);
    expect(await purgeDeletedSearches()).toBe(1);
    expect(await getSaved(token)).toBeNull();
    expect(await listOpening([token])).toEqual([]);
  });

  it("is opened by nothing but its secret", async () => {
    const token = await saveSearch("q=grain", []);
    for (const other of ["", "x", hashToken(token), `${token.slice(0, 42)}_`, `${token}a`])
      expect(other === token ? null : await getSaved(other)).toBeNull();
    await expect(renameSearch("y".repeat(43), "Mine")).rejects.toThrow(/no saved search/);
  });
});
