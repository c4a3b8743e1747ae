import { beforeAll, expect, it, vi } from "vitest";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { saveArticle } from "#lib/articles/mutations-save.ts";
import { deleteArticle, publishArticle, withdrawArticle } from "#lib/articles/mutations.ts";
import { rememberColumns } from "#lib/columns/mutations.ts";
import { database } from "#lib/db/client.ts";
import { writeWithAudit } from "#lib/db/transaction.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";
import { decidePair } from "#lib/duplicates/mutations-decide.ts";
import {
  KIND_NAMES,
  KINDS,
  LEFT_OUT,
  columnsOf,
  partColumnsOf,
  toColumn,
} from "#lib/exchange/export-tables.ts";
import { openExport } from "#lib/exchange/read-export.ts";
import type { RestoreState } from "#lib/exchange/restore-state.ts";
import type { ExportFile } from "#lib/exchange/types.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";
import { changeLines } from "#lib/testing/changed-export.ts";
import { inPieces, packExport } from "#lib/testing/export-file.ts";
import {
  exportFiles,
  inOtherDatabase,
  linesOf,
  restore,
  toTexts,
} from "#lib/testing/exported-archive.ts";

// Whole archives go out and in, which takes its time on a busy machine.
const LONG_MS = 120_000;
vi.setConfig({ testTimeout: LONG_MS });

const EDITOR = { email: "ada@example.org", name: "Ada Brook" };

const textOf = (headline: string) => `${headline}
By Ada Brook, Diplomatic correspondent
27 February 2025

The government of Northmark has offered to host a new round of talks on “${headline}”.

Keir Starmer said nothing. Officials will study the offer.`;

const sum = (
  { counts }: RestoreState,
  what: "restored" | "alreadyHere" | "conflicts" | "refused",
) => KIND_NAMES.reduce((total, kind) => total + counts[kind][what], 0);

/** The demo archive, and articles in every state, edited by a person. */
async function fillArchive() {
  await seedDemoArchive();
  const { id: userId } = await database.user.create({
    data: { ...EDITOR, role: "editor", passwordHash: "$argon2id$not-a-real-one" },
  });
  const editor = { userId, agent: "test" };
  const store = async (headline: string) => {
    const bytes = new TextEncoder().encode(textOf(headline));
    return (await archiveOriginal({ bytes, receivedVia: "paste" }, editor)).articleId;
  };
  const publish = async (headline: string) => {
    const id = await store(headline);
    await publishArticle(id, editor);
    return id;
  };
  const edited = await publish("Talks on grain begin");
  const changes = {
    headline: "Talks on grain begin in Northmark",
    publishedOn: "2025-02-28",
    outlet: "The Tide",
  };
  await saveArticle(edited, changes, { baseVersion: 1, note: "The day was wrong." }, editor);
  const { id: outletId } = await database.outlet.findFirstOrThrow({ where: { name: "The Tide" } });
  const { id: topicId } = await database.topic.findFirstOrThrow();
  await database.outletTopic.create({ data: { outletId, topicId } });
  const withdrawn = await publish("Talks on coal begin");
  await withdrawArticle(withdrawn, "It was about another country.", editor);
  const binned = await publish("Talks on fish begin");
  await deleteArticle(binned, editor);
  const draft = await store("Talks on iron begin");
  const extract = await publish("Talks on salt begin");
  await database.article.update({ where: { id: extract }, data: { rights: "metadata_only" } });
  const pair = await database.articlePair.findFirstOrThrow({ select: { id: true } });
  await decidePair(pair.id, "same_event", editor);
  const topic = {
    label: "Grain and its export",
    definition: "",
    keywords: ["grain"],
    mergedIntoId: "us-backstop",
  };
  await database.topic.create({ data: { id: "a-grain", ...topic } });
  const fields = [
    { column: "Titel", field: "headline" as const },
    { column: "Volltext", field: "body" as const },
    { column: "Seite", field: null },
  ];
  await writeWithAudit(editor, (tx, record) =>
    rememberColumns(tx, record, { name: "de.csv", fields }, editor),
  );
  const statement = await createTestStatement({
    ...{ articleId: edited, words: "Officials will study the offer", source: "Officials" },
    ...{ status: "confirmed", decidedById: userId, venue: "in Northmark", saidOn: "2025-02" },
    topics: [{ topicId, status: "rejected", confidence: 0.5 }],
  });
  return { edited, withdrawn, binned, draft, extract, userId, statement };
}

let filled: Awaited<ReturnType<typeof fillArchive>>;
let files: ExportFile[];

beforeAll(async () => {
  filled = await fillArchive();
  files = await exportFiles();
}, LONG_MS);

it("gives in an empty archive exactly what it was made of, and again nothing new", async () => {
  const { withdrawn, binned, draft, userId } = filled;
  await inOtherDatabase(async () => {
    const foreseen = await restore(files, true);
    expect(await database.topic.count()).toBe(0);
    const state = await restore(files);
    expect(state.counts).toEqual(foreseen.counts);
    expect(state.problems).toEqual([]);
    expect(toTexts(await exportFiles())).toEqual(toTexts(files));

    expect(await database.user.findUnique({ where: { id: userId } })).toMatchObject({
      ...{ name: EDITOR.name, role: "reader", passwordHash: null, disabledAt: expect.any(Date) },
    });
    const hidden = await database.articleSearch.count({
      where: { articleId: { in: [withdrawn, binned, draft] } },
    });
    expect(hidden).toBe(0);
    expect(await database.articleSearch.count()).toBeGreaterThan(77);
    expect(await database.articleFingerprint.count()).toBe(await database.article.count());
    const audits = await database.auditEntry.findMany({ where: { action: "archive.restore" } });
    expect(audits.length).toBeGreaterThan(5);

    const again = await restore(files);
    expect(again).toMatchObject({ problems: [], restoredCount: 0 });
    expect(sum(again, "alreadyHere")).toBe(sum(state, "restored"));

    const { statement, edited } = filled;
    await database.statement.delete({ where: { id: statement } });
    const words = "Officials will study the offer";
    const other = await createTestStatement({ articleId: edited, words });
    const { problems } = await restore(files);
    const reason = `Another statement stands at its words here, ${other}, which was kept.`;
    expect(problems).toEqual([{ kind: "statements", what: statement, reason }]);
  });
  const text = Object.values(toTexts(files)).join("\n");
  expect(text).toContain(EDITOR.name);
  for (const secret of [EDITOR.email, "argon2id"]) expect(text).not.toContain(secret);
});

it("goes on where an import was interrupted", async () => {
  await inOtherDatabase(async () => {
    const half = files.slice(
      0,
      files.findIndex(({ name }) => name.startsWith("articles-")),
    );
    await expect(restore(half)).rejects.toThrow(/and holds 0\./);
    expect(await database.original.count()).toBe(0);
    const state = await restore(files);
    expect(state.counts.topics).toMatchObject({ restored: 0, conflicts: 0 });
    expect(toTexts(await exportFiles())).toEqual(toTexts(files));
  });
});

it("keeps what is here, and says of each what differs", async () => {
  const [edited] = linesOf(files, "articles").filter(({ slug }) => /grain/.test(String(slug)));
  const outlet = linesOf(files, "outlets").find(({ name }) => name === "The Tide");
  await inOtherDatabase(async () => {
    const here = await database.outlet.create({ data: { slug: "tide", name: "The Tide" } });
    const { publishedOn, slug } = edited as { publishedOn: string; slug: string };
    const other = await createTestArticle({ publishedOn, slug });
    await database.topic.create({
      data: { id: "us-backstop", label: "Our own words", definition: "", keywords: [] },
    });
    const state = await restore(files);
    const reasons = Object.fromEntries(state.problems.map(({ what, reason }) => [what, reason]));
    expect(reasons).toMatchObject({
      [String(outlet?.id)]: expect.stringMatching(`name .* here as ${here.id}`),
      [String(edited?.id)]: expect.stringMatching(`that of article ${other} here`),
      "us-backstop": expect.stringMatching(/differs in label, definition/),
    });
    expect(await database.topic.findUnique({ where: { id: "us-backstop" } })).toMatchObject({
      label: "Our own words",
    });
    expect(await database.article.findUnique({ where: { id: String(edited?.id) } })).toBeNull();
    expect(
      await database.original.findUnique({ where: { id: String(edited?.originalId) } }),
    ).toBeNull();
    expect(state.counts.events).toMatchObject({ restored: 233, conflicts: 0, refused: 0 });
  });
});

it("refuses line by line what breaks the archive's rules, and takes in the rest", async () => {
  const broken = changeLines(files, {
    topics: (line) => (line.id === "a-grain" ? { ...line, id: "A Grain" } : line),
    events: (line, i) => (i === 1 ? { ...line, endsOn: "1900-01-01" } : line),
    articles: (line, i) => (i === 0 ? { ...line, slug: "No Slug" } : line),
    statements: (line) =>
      line.id === filled.statement ? { ...line, passageAt: Number(line.passageAt) + 1 } : line,
    pairs: (line) => ({ ...line, firstId: line.secondId, secondId: line.firstId }),
  });
  const [article] = linesOf(files, "articles");
  await inOtherDatabase(async () => {
    const { counts, problems } = await restore(broken);
    const reasonOf = (what: unknown) => problems.find((each) => each.what === what)?.reason;
    expect(reasonOf("A Grain")).toMatch(/breaks a rule of the archive: .*topics_id_form/);
    expect(reasonOf(linesOf(files, "events")[1]?.id)).toMatch(/events_forward/);
    expect(reasonOf(article?.id)).toMatch(/articles_slug_form/);
    expect(reasonOf(filled.statement)).toMatch(/do not stand where it says/);
    expect(counts.actors.refused).toBe(0);
    expect(counts.events).toMatchObject({ refused: 1, restored: 232 });
    expect(counts.articles.restored).toBeGreaterThan(40);
    expect(
      await database.original.findUnique({ where: { id: String(article?.originalId) } }),
    ).toBeNull();
    expect(await database.article.count()).toBe(counts.articles.restored);
    expect(await database.original.count()).toBe(counts.articles.restored);
    expect(counts.pairs.restored).toBe(0);
  });
});

it("passes on to others only what readers may see", async () => {
  const passedOn = await exportFiles({ isPublishedOnly: true });
  const published = linesOf(passedOn, "published");
  const headlines = published
    .map(({ headline }) => String(headline))
    .filter((each) => /Talks on/.test(each));
  expect(headlines.sort()).toEqual(["Talks on grain begin in Northmark", "Talks on salt begin"]);
  expect(published.find(({ headline }) => headline === "Talks on salt begin")).toMatchObject({
    ...{ paragraphs: [], mentions: [], isShortened: true, rights: "metadata_only" },
  });
  expect(published.length).toBe(await database.articleSearch.count());
  expect(
    passedOn.some(({ name }) => /^(originals|users|revisions|statements|pairs)/.test(name)),
  ).toBe(false);
  const { manifest, groups } = await openExport(inPieces(await packExport(passedOn)));
  expect(manifest).toMatchObject({
    contents: "published",
    counts: { published: published.length },
  });
  for await (const { problems } of groups) expect(problems).toEqual([]);
});

it("holds every column of every table, or says why not", async () => {
  const held = KIND_NAMES.flatMap((name) => {
    const kind = KINDS[name];
    const own = columnsOf(kind).map((each) => `${kind.table}.${toColumn(each)}`);
    const parts = Object.entries(kind.parts ?? {}).flatMap(([property, { table, parent }]) =>
      [parent, ...partColumnsOf(kind, property)].map((each) => `${table}.${toColumn(each)}`),
    );
    return [...own, ...parts];
  });
  const columns = await database.$queryRaw<{ table: string; name: string }[]>`
    SELECT table_name AS "table", table_name || '.' || column_name AS name
    FROM information_schema.columns WHERE table_schema = 'public'`;
  const isLeftOut = ({ table, name }: (typeof columns)[number]) =>
    LEFT_OUT[table] ?? LEFT_OUT[name];
  const kept = columns.filter((column) => !isLeftOut(column)).map(({ name }) => name);
  expect(kept.sort()).toEqual(held.sort());
  const existing = new Set(columns.flatMap(({ table, name }) => [table, name]));
  expect(Object.keys(LEFT_OUT).filter((each) => !existing.has(each))).toEqual([]);
});
