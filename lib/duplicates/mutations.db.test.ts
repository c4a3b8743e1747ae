import { describe, expect, it } from "vitest";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { deleteArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { getPair, listOpenPairs, listPairsOf } from "#lib/duplicates/data.ts";
import { decidePair, undoPairDecision } from "#lib/duplicates/mutations-decide.ts";
import { addMissingFingerprints } from "#lib/duplicates/mutations.ts";
import { PAIR_KINDS } from "#lib/duplicates/types.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

const DESK = { userId: null, agent: "test" };
const KINDS = ["quay", "field", "mill", "court", "tower", "bridge", "school", "orchard"];
let count = 0;

/** Paragraphs that no other call has. */
function freshParagraphs(): string[] {
  const number = ++count;
  return KINDS.map((kind, i) =>
    Array.from({ length: 25 }, (_, j) => `${kind}${number}x${i * 25 + j}`).join(" "),
  ).map((paragraph) => `The ${paragraph} stands.`);
}

const archive = async (headline: string, paragraphs: string[], day = "27 February 2025") => {
  const text = `${headline}\nBy Ada Brook\n${day}\n\n${paragraphs.join("\n\n")}`;
  const bytes = new TextEncoder().encode(text);
  const { articleId } = await archiveOriginal({ bytes, receivedVia: "paste" }, DESK);
  return articleId;
};
const pairBetween = async (a: string, b: string) => {
  const pairs = await listPairsOf(a, 50);
  return pairs.find(({ articles }) => articles.some(({ id }) => id === b)) ?? null;
};
const keysOf = async (articleId: string) => {
  const row = await database.articleFingerprint.findUniqueOrThrow({ where: { articleId } });
  const kept = await database.fingerprintKey.count({ where: { number: row.number } });
  return { keys: new Set(row.keys).size, kept, number: row.number };
};

describe("storing an article", () => {
  it("keeps its fingerprint, and suggests the reprint, the cut version and nothing else", async () => {
    const paragraphs = freshParagraphs();
    const whole = await archive("Harbour opens", paragraphs);
    await archive("Quite another matter", freshParagraphs());
    const reprint = await archive("Ships return", paragraphs, "3 March 2025");
    const cut = await archive("Port in brief", paragraphs.slice(0, 2), "3 April 2025");
    expect(await pairBetween(whole, reprint)).toMatchObject({
      kind: "same_text",
      score: 1,
      status: "suggested",
      articles: [
        { id: whole, headline: "Harbour opens", publishedOn: "2025-02-27", outlet: null },
        { id: reprint },
      ],
    });
    expect(await pairBetween(whole, cut)).toMatchObject({ kind: "same_text" });
    expect(await listPairsOf(whole, 50)).toHaveLength(2);
    const { keys, kept } = await keysOf(whole);
    expect(kept).toBe(keys);
    expect(keys).toBeGreaterThan(40);
  });

  it("finds the other one also when both are stored at the same moment", async () => {
    const paragraphs = freshParagraphs();
    const ids = await Promise.all([1, 2, 3].map((i) => archive(`Version ${i} of it`, paragraphs)));
    const pairs = await listPairsOf(ids[0] as string, 50);
    expect(pairs.filter(({ kind }) => kind === "same_text")).toHaveLength(2);
  });

  it("suggests a new version at the same address as an update", async () => {
    const sourceUrl = "https://example.org/harbour";
    const first = await archive("Harbour to open", freshParagraphs());
    const second = await archive("Harbour did not open", freshParagraphs());
    await saveArticle(first, { sourceUrl }, { baseVersion: 1 }, DESK);
    await saveArticle(second, { sourceUrl }, { baseVersion: 1 }, DESK);
    expect(await pairBetween(first, second)).toMatchObject({ kind: "update", score: 1 });
  });

  it("joins coverage of one event of the same days, not of another week", async () => {
    const about = "Northmark and Westvale signed a grain agreement in Alder, Tom Reed said.";
    const event = (headline: string, day: string) =>
      archive(headline, [about.replace("said", headline), ...freshParagraphs().slice(0, 1)], day);
    const one = await event("Grain agreement signed in Alder", "10 June 2025");
    const two = await event("Alder grain agreement: Reed signs", "12 June 2025");
    const later = await event("Alder grain agreement a week on", "20 June 2025");
    expect(await pairBetween(one, two)).toMatchObject({ kind: "same_event" });
    expect(await pairBetween(one, later)).toBeNull();
  });

  it("leaves out what lies in the bin", async () => {
    const paragraphs = freshParagraphs();
    const binned = await archive("Thrown away", paragraphs);
    await deleteArticle(binned, DESK);
    const kept = await archive("Kept", paragraphs);
    expect(await listPairsOf(kept, 50)).toEqual([]);
    expect(await database.articlePair.count({ where: { firstId: binned } })).toBe(0);
  });
});

describe("editing an article", () => {
  it("finds anew what it resembles, and keeps what was decided", async () => {
    const [mine, theirs] = [freshParagraphs(), freshParagraphs()];
    const other = await archive("The other", theirs);
    const third = await archive("The third", mine);
    const id = await archive("The edited", mine);
    const decided = await pairBetween(id, third);
    await decidePair(decided?.id ?? "", "different", DESK);
    const before = await keysOf(id);
    await saveArticle(id, { paragraphs: theirs }, { baseVersion: 1 }, DESK);
    expect(await pairBetween(id, other)).toMatchObject({ kind: "same_text" });
    expect(await pairBetween(id, third)).toMatchObject({ status: "rejected" });
    const after = await keysOf(id);
    expect(after.kept).toBe(after.keys);
    expect(await database.fingerprintKey.count({ where: { number: before.number } })).toBe(0);
  });

  it("writes no other fingerprint where neither text nor day nor outlet changed", async () => {
    const id = await archive("Unchanged", freshParagraphs());
    const { number } = await keysOf(id);
    await saveArticle(id, { summary: "In short." }, { baseVersion: 1 }, DESK);
    expect((await keysOf(id)).number).toBe(number);
  });
});

describe("deciding about a pair", () => {
  const archivePair = async () => {
    const paragraphs = freshParagraphs();
    const a = await archive("A first print", paragraphs);
    const b = await archive("A second print", paragraphs);
    const pair = await pairBetween(a, b);
    if (!pair) throw new Error("no pair");
    return pair;
  };
  const isOpen = async (id: string) => {
    const { items } = await listOpenPairs(PAIR_KINDS, 1_000);
    return items.some((pair) => pair.id === id);
  };

  it("takes it out of the queue, says who and what, and can be undone", async () => {
    const user = await database.user.create({
      data: { email: "pairs@example.org", name: "Ada Brook", role: "editor" },
    });
    const { id } = await archivePair();
    expect(await isOpen(id)).toBe(true);
    await decidePair(id, "update", { userId: user.id, agent: "admin pages" });
    expect(await isOpen(id)).toBe(false);
    expect(await getPair(id)).toMatchObject({
      kind: "same_text",
      status: "confirmed",
      decision: "update",
      decidedBy: "Ada Brook",
      verdict: { kind: "same_text" },
    });
    await undoPairDecision(id, DESK);
    expect(await getPair(id)).toMatchObject({
      status: "suggested",
      decision: null,
      decidedAt: null,
    });
    const audit = await database.auditEntry.findMany({ where: { subjectId: id } });
    expect(audit.map(({ action }) => action)).toEqual(["article_pair.decide", "article_pair.undo"]);
  });

  it("is for one person: the second is told", async () => {
    const { id } = await archivePair();
    await decidePair(id, "different", DESK);
    await expect(decidePair(id, "same_text", DESK)).rejects.toMatchObject({ code: "conflict" });
    expect(await getPair(id)).toMatchObject({ status: "rejected", decision: null });
    await undoPairDecision(id, DESK);
    await undoPairDecision(id, DESK);
    expect(await isOpen(id)).toBe(true);
  });

  it("says when there is no such pair", async () => {
    const id = "01890000-0000-7000-8000-000000000000";
    await expect(decidePair(id, "update", DESK)).rejects.toMatchObject({ code: "not_found" });
    expect(await getPair(id)).toBeNull();
  });

  it("comes with the most doubtful first", async () => {
    const { items, total } = await listOpenPairs(PAIR_KINDS, 1_000);
    const scores = items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(total).toBe(items.length);
  });
});

describe("what must never be", () => {
  it("a pair of an article with itself or the wrong way round, or half decided", async () => {
    const [a, b] = [await createTestArticle({}), await createTestArticle({})].sort();
    if (!a || !b) throw new Error("no articles");
    const insert = (data: object) =>
      database.articlePair.create({
        data: { firstId: a, secondId: b, kind: "update", score: 0.5, ...data },
      });
    for (const wrong of [
      { secondId: a },
      { firstId: b, secondId: a },
      { score: 1.5 },
      { status: "confirmed", decidedAt: new Date() },
      { status: "rejected" },
      { decision: "update" },
    ]) {
      await expect(insert(wrong), JSON.stringify(wrong)).rejects.toThrow();
    }
    await insert({});
  });

  it("a fingerprint that changes, or keys that outlive it", async () => {
    const id = await archive("To be removed", freshParagraphs());
    const { number } = await keysOf(id);
    await expect(
      database.articleFingerprint.update({ where: { articleId: id }, data: { shingles: 1 } }),
    ).rejects.toThrow();
    await database.article.delete({ where: { id } });
    expect(await database.fingerprintKey.count({ where: { number } })).toBe(0);
  });
});

it("gives older articles a fingerprint, once", async () => {
  const body = freshParagraphs().join("\n\n");
  const [one, two] = [await createTestArticle({ body }), await createTestArticle({ body })];
  expect(await addMissingFingerprints(1_000)).toBeGreaterThanOrEqual(2);
  expect(await addMissingFingerprints(1_000)).toBe(0);
  expect(await pairBetween(one, two)).toMatchObject({ kind: "same_text" });
});
