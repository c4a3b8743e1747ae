import { describe, expect, it, vi } from "vitest";
import { getBatch, listBatchItems } from "#lib/batches/data.ts";
import { listBatchTables, listSampledTables } from "#lib/batches/data-tables.ts";
import { listUnattended } from "#lib/batches/mutations-lease.ts";
import { receiveBatch, receiveFile } from "#lib/batches/mutations-receive.ts";
import { tidyBatches } from "#lib/batches/mutations-run.ts";
import { answerTables, type TableChoice } from "#lib/batches/mutations-tables.ts";
import { cancelBatch, importDryRun } from "#lib/batches/mutations.ts";
import { runBatch } from "#lib/batches/run-batch.ts";
import { getColumnChooser, listColumnMappings } from "#lib/columns/data.ts";
import {
  editColumns,
  purgeRemovedColumns,
  removeColumns,
  restoreColumns,
} from "#lib/columns/mutations.ts";
import { database } from "#lib/db/client.ts";
import { MAX_ASKED } from "#lib/batches/table-decisions.ts";
import type { ArticleField, ColumnField } from "#lib/ingest/types.ts";
import { makeZip } from "#lib/testing/zip.ts";

const EDITOR = { userId: null, agent: "test" };
const NEVER = new AbortController().signal;

// Work begins where a test says so.
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

async function receive(
  name: string,
  bytes: string | Buffer,
  isDryRun = false,
  columns?: ColumnField[],
) {
  async function* whole() {
    yield new Uint8Array(Buffer.from(bytes));
  }
  return await receiveBatch("upload", EDITOR, async (reception) => {
    await receiveFile(reception, { name }, whole());
    return { isDryRun, publish: false, columns };
  });
}

async function work(id: string) {
  await runBatch(id, NEVER);
  return await getBatch(id);
}

let made = 0;
/** A table that nobody has sent before, with these headings. */
const tableOf = (headings: string, rows = 2) =>
  [
    headings,
    ...Array.from({ length: rows }, () => {
      made++;
      return `Envoys meet no. ${made};Envoys met for the ${made}th time in Northmark.;${made} pages;27 February 2025`;
    }),
  ].join("\n");

/** A choice for each table of a batch, by its columns. */
async function choose(
  id: string,
  fields: Record<string, ArticleField>,
): Promise<Map<string, TableChoice>> {
  const tables = await listBatchTables(id);
  return new Map(
    tables.map((table) => [
      table.shape,
      table.fields.map(({ column }) => ({ column, field: fields[column] ?? null })),
    ]),
  );
}

const GERMAN = { Titel: "headline", Volltext: "body", Datum: "published" } as const;
const answersOf = async (id: string) =>
  (await listBatchTables(id)).map(({ path, answer, count }) => [path, answer, count]);
const headlinesOf = async (id: string) =>
  (await listBatchItems(id, { page: 1 })).items.map(({ headline }) => headline);

describe("a batch with tables", () => {
  it("asks for columns that nobody knows, remembers the answer, and asks no more", async () => {
    const id = await receive("de.csv", tableOf("Titel;Volltext;Seiten;Datum"));
    expect(await work(id)).toMatchObject({ state: "asking", total: null, done: 0 });
    expect(await answersOf(id)).toEqual([["de.csv", "asked", 1]]);
    expect((await listSampledTables(id))[0]?.sample).toHaveLength(2);
    // It waits for somebody, not for a worker.
    expect((await listUnattended()).map(({ batchId }) => batchId)).not.toContain(id);
    await runBatch(id, NEVER);
    await answerTables(id, await choose(id, GERMAN), EDITOR);
    expect(await work(id)).toMatchObject({ state: "done", total: 2, made: 2 });
    expect(await headlinesOf(id)).toEqual([
      `Envoys meet no. ${made - 1}`,
      `Envoys meet no. ${made}`,
    ]);

    const next = await receive(
      "upload",
      tableOf("Datum;Volltext;Seiten;Titel").replace("Datum", "\ufeffDatum"),
    );
    expect(await work(next)).toMatchObject({ state: "done", total: 2 });
    expect(await answersOf(next)).toEqual([["upload", "remembered", 1]]);
    const mapping = (await listColumnMappings()).find(({ name }) => name === "de.csv");
    expect(mapping?.fields).toContainEqual({ column: "Seiten", field: null });
    const audited = await database.auditEntry.findMany({ where: { subjectId: mapping?.id } });
    expect(audited).toMatchObject([
      {
        action: "columns.save",
        details: { fields: "headline = Titel, body = Volltext, published = Datum" },
      },
    ]);
  });

  it("goes by what was said of its columns, remembers none of it, and asks where it is not enough", async () => {
    const mappings = (await listColumnMappings()).length;
    const said: ColumnField[] = [
      { column: "Rubrik", field: "headline" },
      { column: "Inhalt", field: "body" },
      // Drives out the column that only is called so.
      { column: "Stand", field: "published" },
    ];
    const table = tableOf("Rubrik;Inhalt;Date;Stand");
    const id = await receive("upload", table, false, said);
    expect(await work(id)).toMatchObject({ state: "done", total: 2, made: 2 });
    expect(await answersOf(id)).toEqual([["upload", "chosen", 1]]);
    expect(await headlinesOf(id)).toEqual([
      `Envoys meet no. ${made - 1}`,
      `Envoys meet no. ${made}`,
    ]);
    const { items } = await listBatchItems(id, { page: 1 });
    const article = await database.article.findUnique({ where: { id: items[0]?.articleId ?? "" } });
    expect(article?.publishedOn).toEqual(new Date("2025-02-27"));
    expect(await listColumnMappings()).toHaveLength(mappings);

    // Another table asks: what was said of this one is not remembered with its answer.
    const zip = makeZip({ "a.csv": table, "b.csv": tableOf("Zeile;Wortlaut;Ort;Tag") });
    const both = await receive("both.zip", zip, false, said);
    expect(await work(both)).toMatchObject({ state: "asking" });
    const fields = new Map(said.map(({ column, field }) => [column, field]));
    const answer = { Zeile: "headline", Wortlaut: "body", Tag: "published" } as const;
    await answerTables(
      both,
      await choose(both, { ...Object.fromEntries(fields), ...answer }),
      EDITOR,
    );
    expect(await work(both)).toMatchObject({ state: "done", total: 4 });
    expect(await listColumnMappings()).toHaveLength(mappings + 1);

    const wrong = await receive("w.csv", table, false, [{ column: "Stnd", field: "published" }]);
    expect(await work(wrong)).toMatchObject({ state: "paused", total: null });
    expect((await getBatch(wrong))?.problem).toContain("No table in it has a column “Stnd”.");

    const short = await receive("x.csv", tableOf("Rubrik;Inhalt;Seite;Stand"), false, [
      { column: "Rubrik", field: "headline" },
    ]);
    expect(await work(short)).toMatchObject({ state: "asking" });
    expect((await listBatchTables(short))[0]?.fields).toContainEqual(said[0]);
  });

  it("starts at once where the names say everything, and asks for a column left unused", async () => {
    const clear = await receive(
      "a.csv",
      "Title,Text,Date\nTalks open,Ministers met at noon.,2025-02-27",
    );
    expect(await work(clear)).toMatchObject({ state: "done", total: 1 });
    expect(await answersOf(clear)).toEqual([["a.csv", "named", 1]]);
    const unsure = await receive(
      "b.csv",
      "Title,Text,Mood\nTalks close,Ministers left at noon.,glum",
    );
    expect(await work(unsure)).toMatchObject({ state: "asking" });
    const json = await receive(
      "c.json",
      '{"title":"Talks go on","text":"Ministers stay.","mood":"glum"}',
    );
    expect(await work(json)).toMatchObject({ state: "done", total: 1 });
  });

  it("asks for each kind of columns in an archive, leaves out what is none of articles, and begins anew when killed", async () => {
    const zip = makeZip({
      "a.csv": tableOf("Überschrift;Inhalt;Seiten"),
      "b.csv": tableOf("Überschrift;Inhalt;Seiten"),
      "c.csv": "Name;Mail\nAda;ada@example.org",
      "d.txt": "Talks adjourn\n27 February 2025\n\nMinisters adjourned the talks until the spring.",
    });
    const id = await receive("all.zip", zip);
    expect(await work(id)).toMatchObject({ state: "asking" });
    const tables = [
      ["all.zip/a.csv", 2],
      ["all.zip/c.csv", 1],
    ] as const;
    expect(await answersOf(id)).toEqual(tables.map(([path, count]) => [path, "asked", count]));
    const choices = await choose(id, { Überschrift: "headline", Inhalt: "body" });
    await expect(answerTables(id, choices, EDITOR)).rejects.toThrow(
      "all.zip/c.csv: No column holds the text.",
    );
    const people = (await listBatchTables(id))[1]?.shape as string;
    await answerTables(id, choices.set(people, null), EDITOR);
    // As a worker leaves it that is killed while it counts.
    await database.batch.update({
      where: { id },
      data: {
        state: "running",
        leaseToken: crypto.randomUUID(),
        leaseUntil: new Date(),
        leaseSession: "1@2",
      },
    });
    expect(await work(id)).toMatchObject({ state: "done", total: 5, made: 5 });
    expect(await answersOf(id)).toEqual([
      ["all.zip/a.csv", "chosen", 2],
      ["all.zip/c.csv", "left_out", 1],
    ]);
    await expect(answerTables(id, choices, EDITOR)).rejects.toMatchObject({ code: "conflict" });
    await tidyBatches();
    expect((await listSampledTables(id)).map(({ sample }) => sample)).toEqual([[], []]);
    // What holds no articles here may hold some there.
    const other = await receive("c.csv", "Name;Mail\nAda;ada@example.org");
    expect(await work(other)).toMatchObject({ state: "asking" });
    await cancelBatch(other, EDITOR);
    expect(await work(other)).toMatchObject({ state: "cancelled" });
  });

  it("makes a dry run anew with other columns, and imports by the last", async () => {
    const id = await receive("dry.csv", tableOf("Kopf;Rumpf;Fuß"), true);
    await work(id);
    await answerTables(id, await choose(id, { Fuß: "headline", Rumpf: "body" }), EDITOR);
    expect(await work(id)).toMatchObject({ state: "done", isDryRun: true, total: 2 });
    expect((await headlinesOf(id))[1]).toBe(`${made} pages`);
    await answerTables(id, await choose(id, { Kopf: "headline", Rumpf: "body" }), EDITOR);
    await work(id);
    expect((await headlinesOf(id))[1]).toBe(`Envoys meet no. ${made}`);
    // Whatever is remembered meanwhile, it is read as the dry run was.
    const mapping = (await listColumnMappings()).find(({ name }) => name === "dry.csv");
    await removeColumns(mapping?.id as string, EDITOR);
    await importDryRun(id, EDITOR);
    expect(await work(id)).toMatchObject({ state: "done", isDryRun: false, made: 2 });
    expect((await headlinesOf(id))[1]).toBe(`Envoys meet no. ${made}`);
  });

  it("asks no more than somebody can answer, and keeps of what it shows only what fits", async () => {
    const lines = Object.fromEntries(
      Array.from({ length: MAX_ASKED + 5 }, (_, i) => [
        `${i}.csv`,
        `a${i},b\n${"x".repeat(300_000)},\0y`,
      ]),
    );
    const id = await receive("many.zip", makeZip(lines));
    expect(await work(id)).toMatchObject({ state: "asking" });
    const tables = await listSampledTables(id);
    expect(tables).toHaveLength(MAX_ASKED);
    expect(tables[0]?.sample).toEqual([{ a0: "x".repeat(2_000), b: "y" }]);
  });
});

describe("remembered columns", () => {
  it("are changed, removed, taken back, and forgotten after 30 days", async () => {
    const id = await receive("fr.csv", tableOf("Titre;Texte;Pages;Jour"));
    await work(id);
    await answerTables(id, await choose(id, { Titre: "headline", Texte: "body" }), EDITOR);
    const find = async () =>
      (await listColumnMappings()).find(({ name }) => /^Le/.test(name) || name === "fr.csv");
    const { id: mappingId, fields } = (await find())!;
    const isKnown = async () => {
      const told = vi.fn();
      const choose = await getColumnChooser({ onUnclear: told });
      const columns = fields.map(({ column }) => column);
      choose({ path: "x.csv", columns, sample: [], isClear: false, isGuess: false });
      return told.mock.calls.length === 0;
    };
    const dated = fields.map((one) =>
      one.column === "Jour" ? { ...one, field: "published" as const } : one,
    );
    await editColumns(mappingId, { name: "Le Jour", fields: dated }, EDITOR);
    expect(await find()).toMatchObject({ name: "Le Jour", fields: dated });
    const none = fields.map(({ column }) => ({ column, field: null }));
    await expect(editColumns(mappingId, { name: "x", fields: none }, EDITOR)).rejects.toThrow(
      "No column holds the text.",
    );
    expect(await isKnown()).toBe(true);
    await removeColumns(mappingId, EDITOR);
    expect(await isKnown()).toBe(false);
    await expect(removeColumns(mappingId, EDITOR)).rejects.toMatchObject({ code: "conflict" });
    await restoreColumns(mappingId, EDITOR);
    expect(await isKnown()).toBe(true);
    await removeColumns(mappingId, EDITOR);
    await purgeRemovedColumns();
    expect(await find()).not.toBeUndefined();
    const removedAt = new Date(Date.now() - 31 * 24 * 60 * 60_000);
    await database.columnMapping.update({ where: { id: mappingId }, data: { removedAt } });
    await purgeRemovedColumns();
    expect(await find()).toBeUndefined();
    await expect(restoreColumns(mappingId, EDITOR)).rejects.toMatchObject({ code: "not_found" });
  });
});
