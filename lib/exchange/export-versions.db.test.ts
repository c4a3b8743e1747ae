import { beforeAll, expect, it, vi } from "vitest";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { setReadingAside, takeReading } from "#lib/articles/mutations-readings.ts";
import { publishArticle } from "#lib/articles/mutations.ts";
import { database } from "#lib/db/client.ts";
import { listPairsOf } from "#lib/duplicates/data.ts";
import { decidePair, undoPairDecision } from "#lib/duplicates/mutations-decide.ts";
import type { ExportFile, Line } from "#lib/exchange/types.ts";
import { changeLines } from "#lib/testing/changed-export.ts";
import {
  exportFiles,
  inOtherDatabase,
  linesOf,
  restore,
  toTexts,
} from "#lib/testing/exported-archive.ts";
import { pageOf, toIncoming } from "#lib/testing/page.ts";

const LONG_MS = 120_000;
vi.setConfig({ testTimeout: LONG_MS });

const DESK = { userId: null, agent: "test" };
const NOWHERE = "0198c5a0-0000-7000-8000-00000000dead";
const NO_SUCH = new RegExp(`names ${NOWHERE} of the`);

/** Sentences that no other story has. */
const storyOf = (name: string) =>
  Array.from({ length: 8 }, (_, i) => `The ${name} ${i} said that ${name} quay ${i}${i} was shut.`);

async function receive(name: string, { outlet = "Post", more = [] as string[] } = {}) {
  const address = `https://www.${outlet.toLowerCase()}.example/2025/${name}-news`;
  const body = [...storyOf(name), ...more];
  const page = pageOf({ address, outlet, headline: `News of the ${name}`, body });
  return (await archiveOriginal(toIncoming(page), DESK)).articleId;
}

async function publish(name: string, outlet?: string) {
  const id = await receive(name, { outlet });
  await publishArticle(id, DESK);
  return id;
}

async function proposedOf(articleId: string) {
  const where = { articleId, state: "proposed" as const };
  return (await database.articleOriginal.findFirstOrThrow({ where })).originalId;
}

/** A reprint, which appeared before the one that it is merged into. */
async function merge(name: string) {
  const [merged, into] = [await publish(name, "Courier"), await publish(name)];
  const [pair] = await listPairsOf(merged, 1);
  await decidePair(String(pair?.id), "same_text", DESK, into);
  return { merged, into, pairId: String(pair?.id) };
}

async function fillArchive() {
  const user = { role: "editor", passwordHash: null } as const;
  const { id: userId } = await database.user.create({
    data: { ...user, name: "Bea Lund", email: "bea@example.org" },
  });
  const decider = { userId, agent: "test" };
  const more = ["And a harbour was opened."];
  const draft = await receive("ferry");
  await receive("ferry", { more });
  const waiting = await publish("barge");
  await receive("barge", { more });
  const takenOver = await publish("canoe");
  await receive("canoe", { more });
  const options = { baseVersion: 1, takes: [] };
  await takeReading(takenOver, await proposedOf(takenOver), options, decider);
  const aside = await publish("yacht");
  await receive("yacht", { more });
  await setReadingAside(aside, await proposedOf(aside), decider);
  const reprint = await merge("punt");
  await receive("punt", { outlet: "Courier", more });
  return {
    draft,
    waiting,
    takenOver,
    aside,
    reprint,
    others: [await merge("raft"), await merge("sloop")] as const,
    userId,
  };
}

/** Every row of the new tables and columns, times too. */
const rowsHere = async () => ({
  originals: await database.articleOriginal.findMany({ orderBy: { originalId: "asc" } }),
  revisions: await database.revision.findMany({ orderBy: { id: "asc" } }),
  articles: await database.article.findMany({ orderBy: { id: "asc" } }),
});

let filled: Awaited<ReturnType<typeof fillArchive>>;
let files: ExportFile[];

beforeAll(async () => {
  filled = await fillArchive();
  files = await exportFiles();
}, LONG_MS);

it("holds versions, what was decided about them, and merged articles, unchanged", async () => {
  const { draft, waiting, takenOver, aside, reprint, userId } = filled;
  const before = await rowsHere();
  const statesOf = (id: string) =>
    before.originals.flatMap(({ articleId, state }) => (articleId === id ? [state] : []));
  expect([draft, waiting, takenOver, aside, reprint.merged].map(statesOf)).toEqual([
    ["taken", "taken"],
    ["taken", "proposed"],
    ["taken", "taken"],
    ["taken", "set_aside"],
    ["taken", "kept"],
  ]);
  expect(linesOf(files, "users")).toEqual([{ id: userId, name: "Bea Lund" }]);
  expect(linesOf(files, "articles").at(-1)).toMatchObject({ mergedAs: "same_text" });
  await inOtherDatabase(async () => {
    const foreseen = await restore(files, true);
    const state = await restore(files);
    expect(state.problems).toEqual([]);
    expect(state.counts).toEqual(foreseen.counts);
    expect(await rowsHere()).toEqual(before);
    expect(toTexts(await exportFiles())).toEqual(toTexts(files));
    expect(await restore(files)).toMatchObject({ problems: [], restoredCount: 0 });
  });
});

it("can be gone on with where it came: a version waits; a merge stays", async () => {
  const { waiting, reprint } = filled;
  await inOtherDatabase(async () => {
    await restore(files);
    const originalId = await proposedOf(waiting);
    const options = { baseVersion: 1, takes: [] };
    expect(await takeReading(waiting, originalId, options, DESK)).toEqual({ version: 2 });
    // What it moved is in the audit, which stayed behind.
    await undoPairDecision(reprint.pairId, DESK).catch(() => undefined);
    expect(await database.article.findUnique({ where: { id: reprint.merged } })).toMatchObject({
      ...{ mergedIntoId: reprint.into, status: "draft" },
    });
  });
});

it("is kept apart from what is here: another version, another merge", async () => {
  const { waiting, reprint } = filled;
  const [elsewhere] = filled.others;
  await inOtherDatabase(async () => {
    await restore(files);
    await database.articleOriginal.deleteMany({ where: { articleId: waiting, state: "proposed" } });
    await database.article.delete({ where: { id: reprint.merged } });
    await database.article.update({
      where: { id: reprint.into },
      data: { mergedIntoId: elsewhere.into, mergedAs: "update", status: "draft" },
    });
    const { problems, counts } = await restore(files);
    const reasons = Object.fromEntries(problems.map(({ what, reason }) => [what, reason]));
    expect(reasons[waiting]).toMatch(/differs in originals\. What is here was kept/);
    expect(reasons[reprint.merged]).toMatch(/which is itself merged into another/);
    expect(counts.articles).toMatchObject({ restored: 0, refused: 1 });
  });
});

type Original = { originalId: string };

it("refuses what names nothing or breaks a rule, each with its reason", async () => {
  const { draft, waiting, takenOver, aside, reprint } = filled;
  const [other, circle] = filled.others;
  const inList = (line: Line, i: number, values: Line) => ({
    ...line,
    originals: (line.originals as Line[]).map((each, at) =>
      at === i ? { ...each, ...values } : each,
    ),
  });
  const changes: Record<string, (line: Line) => Line> = {
    [draft]: (line) => ({
      ...line,
      originals: (line.originals as Original[]).filter(
        (each) => each.originalId !== line.originalId,
      ),
    }),
    [waiting]: (line) => inList(line, 1, { originalId: NOWHERE }),
    [takenOver]: (line) => inList(line, 1, { decidedById: NOWHERE }),
    [aside]: (line) => inList(line, 0, { state: "proposed" }),
    [reprint.merged]: (line) => ({ ...line, mergedIntoId: NOWHERE }),
    [other.merged]: (line) => ({ ...line, mergedAs: null }),
    [circle.merged]: (line) => ({ ...line, mergedIntoId: line.id }),
  };
  const revisionOf = linesOf(files, "revisions").filter(
    ({ articleId }) => articleId === reprint.into,
  );
  const [foreign] = linesOf(files, "articles").filter(({ id }) => id === other.into);
  const broken = changeLines(files, {
    articles: (line) => changes[String(line.id)]?.(line) ?? line,
    revisions: (line) =>
      line.id === revisionOf[0]?.id ? { ...line, originalId: foreign?.originalId } : line,
  });
  await inOtherDatabase(async () => {
    const { problems, counts } = await restore(broken);
    const reasons = Object.fromEntries(problems.map(({ what, reason }) => [what, reason]));
    expect(reasons).toMatchObject({
      [draft]: expect.stringMatching(/is not among its originals/),
      [waiting]: expect.stringMatching(NO_SUCH),
      [takenOver]: expect.stringMatching(NO_SUCH),
      [aside]: expect.stringMatching(/article_originals_proposed_reads/),
      [reprint.merged]: expect.stringMatching(NO_SUCH),
      [circle.merged]: expect.stringMatching(/itself merged into another/),
      [other.merged]: expect.stringMatching(/articles_merged_says_as_what/),
      [String(revisionOf[0]?.id)]: expect.stringMatching(/not one of its article's/),
    });
    expect(counts.articles).toMatchObject({ restored: 3, refused: 7 });
    expect(await database.original.count()).toBe(3);
  });
});
