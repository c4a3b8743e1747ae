import { beforeEach, describe, expect, it, vi } from "vitest";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { requestAlert } from "#lib/saved-searches/mutations-alerts.ts";
import { getSaved, listNews, listOpening, listSaved } from "#lib/saved-searches/data.ts";
import {
  deleteSearch,
  markSeen,
  noteOpened,
  purgeDeletedSearches,
  purgeUnopenedSearches,
  renameSearch,
  restoreSearch,
  saveSearch,
} from "#lib/saved-searches/mutations.ts";
import { findReleased, takeLook } from "#lib/search/data-followed.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

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
  await markSeen(token, (await newsOf(token)).asOf);
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

  it("is what is committed only after the look, however long that took, and only once", async () => {
    const late = await withGrain({ status: "draft", releasedAt: null });
    const token = await saveSearch("q=grain", []);
    await database.$transaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE articles SET status = 'published', released_at = now() - interval '3 hours'
        WHERE id = ${late}::uuid`;
      for (let i = 0; i < 3; i++) await withGrain();
      expect(await idsOf(token)).toHaveLength(3);
      await seeAll(token);
    });
    expect(await idsOf(token)).toEqual([late]);
    const seen = (await getSaved(token))?.seen;
    if (!seen) throw new Error("It is not there.");
    const look = { since: seen, asOf: await takeLook(), limit: 1 };
    expect(await findReleased("q=grain", look)).toMatchObject([{ id: late }]);
    await seeAll(token);
    expect(await idsOf(token)).toEqual([]);
  });

  it("is not what was only changed, nor what came from an export", async () => {
    const id = await withGrain();
    const token = await saveSearch("q=grain", []);
    await database.article.update({ where: { id }, data: { headline: "Grain waits" } });
    await withGrain({ releasedAt: new Date(Date.now() - 2 * DAY_MS) });
    expect(await idsOf(token)).toEqual([]);
  });

  it("is told by the moment where the database was restored and counts its transactions anew", async () => {
    await withGrain({ releasedAt: new Date(Date.now() - 60_000) });
    const token = await saveSearch("q=grain", []);
    await database.savedSearch.updateMany({ data: { seenSnapshot: "999999999:999999999:" } });
    const id = await withGrain();
    expect(await idsOf(token)).toEqual([id]);
    await seeAll(token);
    expect(await idsOf(token)).toEqual([]);
  });

  it("is not what the page did not show when it was marked", async () => {
    const token = await saveSearch("q=grain", []);
    await withGrain();
    const { asOf } = await newsOf(token);
    const later = await withGrain();
    await markSeen(token, { ...asOf, until: new Date(Date.now() + DAY_MS) });
    expect(await idsOf(token)).toEqual([later]);
  });

  it("stays seen where an older page is marked after a newer one", async () => {
    const token = await saveSearch("q=grain", []);
    await withGrain();
    const older = await newsOf(token);
    await withGrain();
    await seeAll(token);
    await markSeen(token, older.asOf);
    expect(await idsOf(token)).toEqual([]);
    await expect(markSeen("y".repeat(43), older.asOf)).rejects.toThrow(/no saved search/);
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

  it("ends where it was neither opened nor mailed for a year", async () => {
    const [opened = "", mailed = "", forgotten = "", asked = ""] = await Promise.all(
      ["grain", "wheat", "coal", "ships"].map((word) => saveSearch(`q=${word}`, [])),
    );
    await requestAlert(mailed, { email: "reader@example.org", cadence: "daily" });
    await requestAlert(asked, { email: "reader@example.org", cadence: "daily" });
    const search = { tokenHash: hashToken(mailed) };
    await database.searchAlert.updateMany({ where: { search }, data: { lastSentAt: new Date() } });
    await database.savedSearch.updateMany({
      data: { openedAt: new Date(Date.now() - 366 * DAY_MS) },
    });
    await noteOpened([opened]);
    expect(await purgeUnopenedSearches()).toBe(2);
    const all = [opened, mailed, forgotten, asked];
    expect(await listOpening(all)).toEqual([opened, mailed]);
  });

  it("is opened by nothing but its secret", async () => {
    const token = await saveSearch("q=grain", []);
    for (const other of ["", "x", hashToken(token), `${token.slice(0, 42)}_`, `${token}a`])
      expect(other === token ? null : await getSaved(other)).toBeNull();
    await expect(renameSearch("y".repeat(43), "Mine")).rejects.toThrow(/no saved search/);
  });
});
