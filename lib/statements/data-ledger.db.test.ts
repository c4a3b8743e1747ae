import { beforeAll, describe, expect, it } from "vitest";
import { officesOnDay } from "#lib/articles/offices-on-day.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { getLedger, listStatementsAfter } from "#lib/statements/data-ledger.ts";
import { ledgerPath, parseLedger, WHOLE_LEDGER } from "#lib/statements/ledger-query.ts";
import type { LedgerQuery, StatementLine } from "#lib/statements/types-ledger.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";

const OFFICES = [
  { title: "Envoy", heldFrom: "2024-01-01", heldTo: "2025-02-10" },
  { title: "Minister", heldFrom: "2025-02-10", heldTo: "2025-02-20" },
  { title: "Member", heldFrom: null, heldTo: "2025-02-10" },
  { title: "Peer", heldFrom: null, heldTo: null },
  { title: "Chair", heldFrom: "2025-02-15", heldTo: null },
];
const LINE_OPEN = "“We will keep the line open, whatever it costs.”";
const LINE_SHORT = "“We will keep the line open.”";
const BRIDGE = "“The bridge is <safe> & sound.”";
const TUNNEL = "nobody had asked them about the tunnel";
const BODY = `Ada Brook said: ${LINE_OPEN} Once more: ${LINE_SHORT} She misread a line.

Ivo Lund added: ${BRIDGE} A senior official said that ${TUNNEL}.`;

const ids: Record<string, string> = {};

beforeAll(async () => {
  await database.actor.createMany({
    data: [
      { id: "brook", name: "Ada Brook", kind: "person", country: "United Kingdom" },
      { id: "lund", name: "Ivo Lund", kind: "person", country: "Norway" },
      { id: "old-brook", name: "A. Brook", kind: "person", mergedIntoId: "brook" },
    ],
  });
  await database.office.createMany({
    data: OFFICES.map(({ title, heldFrom, heldTo }) => ({
      ...{ actorId: "brook", title },
      heldFrom: heldFrom && toDateColumn(heldFrom),
      heldTo: heldTo && toDateColumn(heldTo),
    })),
  });
  await database.topic.createMany({
    data: [
      { id: "lines", label: "Lines", definition: "d" },
      { id: "bridges", label: "Bridges", definition: "d" },
    ],
  });
  const outlet = await database.outlet.create({ data: { slug: "courier", name: "Courier" } });
  const article = (values: Parameters<typeof createTestArticle>[0]) =>
    createTestArticle({ body: BODY, ...values });
  const courier = await article({ slug: "courier-piece", outletId: outlet.id });
  const other = await article({ slug: "other-piece", publishedOn: "2025-03-01" });
  const draft = await article({ status: "draft", releasedAt: null });
  const extract = await article({ rights: "extract" });
  const byBrook = { speakerId: "brook", source: "Ada Brook" };
  const bridges = { topicId: "bridges", confidence: 0.9 };
  Object.assign(ids, {
    first: await createTestStatement({
      ...{ ...byBrook, articleId: courier, words: LINE_OPEN, saidOn: "2025-02-05" },
      topics: [
        { topicId: "lines", status: "suggested", confidence: 0.9 },
        { ...bridges, status: "rejected" },
      ],
    }),
    same: await createTestStatement({
      ...{ ...byBrook, articleId: other, words: LINE_OPEN, saidOn: "2025-02-06" },
    }),
    short: await createTestStatement({
      ...{ ...byBrook, articleId: other, words: LINE_SHORT, saidOn: "2025-02-07" },
    }),
    confirmed: await createTestStatement({
      ...{
        articleId: courier,
        words: BRIDGE,
        speakerId: "lund",
        status: "confirmed",
        kind: "mixed",
      },
      topics: [{ ...bridges, status: "suggested" }],
    }),
    anonymous: await createTestStatement({
      ...{ articleId: other, words: TUNNEL, source: "A senior official", isAnonymous: true },
    }),
  });
  await createTestStatement({
    articleId: courier,
    words: "She misread a line",
    status: "rejected",
  });
  for (const articleId of [draft, extract]) {
    await createTestStatement({ ...byBrook, articleId, words: LINE_SHORT });
  }
});

const ledgerOf = (query: Partial<LedgerQuery>) =>
  getLedger({
    ...{ query: { ...WHOLE_LEDGER, ...query }, given: { from: "", to: "" } },
    ...{ problems: {}, ignored: [] },
  });
const foundBy = async (query: Partial<LedgerQuery>) => {
  const { items, total } = await ledgerOf(query);
  expect(total).toBe(items.length);
  return items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
};

describe("the ledger", () => {
  it("holds what readers may see, the same words of two articles once, newest first", async () => {
    expect(await foundBy({})).toEqual(["anonymous", "confirmed", "short", "first"]);
    expect(await foundBy({ sort: "oldest" })).toEqual(["first", "short", "confirmed", "anonymous"]);
  });

  it.each<[Partial<LedgerQuery>, string[]]>([
    [{ speakerId: "brook" }, ["short", "first"]],
    [{ speakerId: "old-brook" }, ["short", "first"]],
    [{ office: "Envoy" }, ["short", "first"]],
    [{ office: "Minister" }, []],
    [{ sides: ["uk"] }, ["short", "first"]],
    [{ sides: ["uk", "eu"] }, ["confirmed", "short", "first"]],
    [{ sides: ["ru"] }, []],
    [{ topicId: "lines" }, ["first"]],
    [{ topicId: "bridges" }, ["confirmed"]],
    [{ outletSlug: "courier" }, ["confirmed", "first"]],
    [{ kinds: ["mixed", "indirect"] }, ["anonymous", "confirmed"]],
    [{ from: "2025-02-06", to: "2025-02-06" }, ["same"]],
    [{ from: "2025-02-06", to: "2025-02-28" }, ["confirmed", "short", "same"]],
    [{ text: "bridge OR tunnel" }, ["anonymous", "confirmed"]],
    [{ text: '"line open" -costs' }, ["short"]],
    [{ isConfirmedOnly: true }, ["confirmed"]],
    [{ isConfirmedOnly: true, topicId: "bridges" }, []],
    [{ speakerId: "brook", text: "tunnel" }, []],
  ])("%j finds %j", async (query, names) => {
    expect(await foundBy(query)).toEqual(names);
  });

  it("names and leaves out what the archive does not know", async () => {
    const { ignored, items, query } = await ledgerOf({
      ...{ speakerId: "nobody", office: "Jester", topicId: "cheese", outletSlug: "gazette" },
    });
    expect(ignored).toEqual([
      ...["speaker “nobody”", "office “Jester”", "topic “cheese”", "outlet “gazette”"],
    ]);
    expect(items).toHaveLength(4);
    expect(query).toEqual(WHOLE_LEDGER);
  });

  it("survives whatever a reader types", async () => {
    for (const q of ["the", "!!! | & :* <->", "%'; DROP TABLE statements; --", "\\", '"']) {
      const parsed = parseLedger({ q, speaker: q, office: q }, "2026-11-27");
      const { items, isSearchable } = await getLedger(parsed);
      expect([items, isSearchable]).toEqual([[], q.startsWith("%")]);
    }
  });

  it("counts what each filter could narrow to, the others as they are", async () => {
    const { counts } = await ledgerOf({ speakerId: "brook" });
    expect(counts.speakers).toEqual([
      { id: "brook", label: "Ada Brook", count: 2 },
      { id: "lund", label: "Ivo Lund", count: 1 },
    ]);
    expect(counts.topics).toEqual([{ id: "lines", label: "Lines", count: 1 }]);
    expect(counts.offices).toEqual([
      { id: "Envoy", label: "Envoy", count: 2 },
      { id: "Member", label: "Member", count: 2 },
    ]);
    expect(counts.outlets).toEqual([{ id: "courier", label: "Courier", count: 1 }]);
    expect(counts.sides.map(({ id, count }) => [id, count])).toContainEqual(["uk", 2]);
    expect(counts.kinds.map(({ count }) => count)).toEqual([2, 0, 0]);
    expect(counts.cover).toBeNull();
  });

  it("keeps what is chosen among the choices where it has nothing", async () => {
    const { counts } = await ledgerOf({ speakerId: "lund", office: "Minister", topicId: "lines" });
    expect(counts.speakers).toContainEqual({ id: "lund", label: "Ivo Lund", count: 0 });
    expect(counts.offices).toContainEqual({ id: "Minister", label: "Minister", count: 0 });
    expect(counts.topics).toContainEqual({ id: "lines", label: "Lines", count: 0 });
  });

  it("says of each who held what office that day, where it stands, and how sure that is", async () => {
    const { items } = await ledgerOf({});
    const byName = (name: string) => items.find(({ id }) => id === ids[name]) as StatementLine;
    expect(byName("first")).toMatchObject({
      ...{ status: "suggested", kind: "direct", saidOn: "2025-02-05", day: "2025-02-05" },
      speaker: { id: "brook", name: "Ada Brook", offices: ["Envoy", "Member"] },
      place: `/2025/02/27/courier-piece#statement-${ids.first}`,
      path: `/statements/${ids.first}`,
      article: { publishedOn: "2025-02-27", outlet: { slug: "courier", name: "Courier" } },
      topics: [{ id: "lines", label: "Lines", status: "suggested" }],
      passage: [
        { text: "Ada Brook said: ", role: null },
        { text: LINE_OPEN, role: "words" },
      ],
    });
    expect(byName("confirmed")).toMatchObject({ status: "confirmed", saidOn: null });
    expect(byName("anonymous")).toMatchObject({ speaker: null, isAnonymous: true });
  });

  it("lists the other carriers of the same words, and how they differ", async () => {
    const { items } = await ledgerOf({ speakerId: "brook" });
    const [short, first] = items;
    expect(first).toMatchObject({
      ...{ id: ids.first, carrierCount: 1 },
      carriers: [{ id: ids.same, relation: "same", place: expect.stringMatching(/other-piece#/) }],
    });
    expect(short).toMatchObject({
      ...{ id: ids.short, carrierCount: 1 },
      carriers: [
        { id: ids.first, relation: "fuller", place: expect.stringMatching(/courier-piece#/) },
      ],
    });
  });

  it("goes on after any of its statements, either way", async () => {
    for (const sort of ["newest", "oldest"] as const) {
      const whole = await listStatementsAfter(WHOLE_LEDGER, { sort, after: null, limit: 10 });
      const walked: StatementLine[] = [];
      for (
        let last: StatementLine | undefined;
        walked.length < whole.length;
        last = walked.at(-1)
      ) {
        const after = last ? { day: last.day, id: last.id } : null;
        const page = await listStatementsAfter(WHOLE_LEDGER, { sort, after, limit: 1 });
        expect(page).toHaveLength(1);
        walked.push(...page);
      }
      expect(walked).toEqual(whole);
      const end = { day: whole.at(-1)?.day ?? "", id: whole.at(-1)?.id ?? "" };
      expect(await listStatementsAfter(WHOLE_LEDGER, { sort, after: end, limit: 1 })).toEqual([]);
    }
  });

  it("knows the same offices of a day as the rest of the archive", async () => {
    const articleId = await createTestArticle({ body: BODY });
    for (const day of [
      "2023-12-31",
      "2024-01-01",
      "2025-02-09",
      "2025-02-10",
      "2025-02-11",
      "2025-02-15",
      "2025-02-20",
      "2025-02-21",
    ]) {
      const id = await createTestStatement({
        ...{ articleId, words: LINE_SHORT, speakerId: "brook", saidOn: day },
      });
      const counted = await ledgerOf({ speakerId: "brook", from: day, to: day });
      const titles = counted.counts.offices.map(({ label }) => label);
      expect(titles.toSorted(), day).toEqual(officesOnDay(OFFICES, day).toSorted());
      await database.statement.delete({ where: { id } });
    }
  });
});

describe("a link to a filter", () => {
  it("leads to what it names", async () => {
    const [, address] = ledgerPath({ speakerId: "brook", sides: ["uk"] }).split("?");
    const parameters = Object.fromEntries(new URLSearchParams(address));
    expect((await getLedger(parseLedger(parameters, "2026-11-27"))).total).toBe(2);
  });
});
