import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { seedDemoArchive } from "#lib/demo/mutations.ts";
import { listEventImports } from "#lib/events/data-imports.ts";
import { listRecordedEvents } from "#lib/events/data-records.ts";
import { getEmbeddedTimeline, listAddressedEventIds } from "#lib/timeline/data-addressed.ts";
import { parseTimelineQuery } from "#lib/timeline/timeline-query.ts";
import { importEvents, redoEventImport, undoEventImport } from "#lib/events/mutations-import.ts";
import { setEventVerification } from "#lib/events/mutations.ts";
import { planEventImport } from "#lib/exchange/data-event-import.ts";
import { encodeEvents, type EventFileEnding } from "#lib/exchange/event-files.ts";

const DESK = { userId: null, agent: "test" };
const SEED_TIMEOUT_MS = 120_000;
const TODAY = "2026-11-28";

async function write(ending: EventFileEnding, query = ""): Promise<string> {
  const { ids, path } = await listAddressedEventIds(new URLSearchParams(query), TODAY);
  const parts: Uint8Array[] = [];
  for await (const bytes of encodeEvents(ending, ids, path)) parts.push(bytes);
  return Buffer.concat(parts).toString("utf8");
}

async function takeIn(text: string) {
  const plan = await planEventImport(text);
  const events = plan.rows.flatMap(({ event, duplicate }) => (event && !duplicate ? event : []));
  const { importId } = await importEvents(events, { name: "file", format: plan.format }, DESK);
  return { plan, importId };
}

/** All but whether somebody verified it, which an import leaves to the people here. */
const withoutVerdicts = (text: string) =>
  text.replaceAll(/"verification":"\w+"/g, "").replaceAll(/,(?:to_verify|verified),/g, ",,");

beforeAll(async () => {
  await seedDemoArchive();
}, SEED_TIMEOUT_MS);

describe("an archive without events", () => {
  it.each<EventFileEnding>(["csv", "timelinejs.json"])(
    "that takes a %s in gives the same again",
    async (ending) => {
      const before = await write(ending);
      await database.event.deleteMany();
      const { plan } = await takeIn(before);
      expect(plan.rows).toHaveLength(233);
      expect(plan.rows.flatMap(({ problems }) => problems)).toEqual([]);
      expect(withoutVerdicts(await write(ending))).toBe(withoutVerdicts(before));
      const verified = await database.event.count({ where: { verification: "verified" } });
      expect(verified).toBe(0);
    },
  );
});

describe("an import", () => {
  const file = (...rows: string[]) =>
    `id,title,date,participants,topics,sources\n${rows.join("\n")}`;

  it("knows what is here already, by its id or by its date and title", async () => {
    const [first] = await listRecordedEvents(["budapest-memorandum-1994"]);
    const plan = await planEventImport(
      file(
        "budapest-memorandum-1994,Anything else,2001,,,",
        `other-id,"${first?.title} today",${first?.date},,,`,
        "new-one,Something quite different,1994-12-05,,,",
      ),
    );
    expect(plan.rows.map(({ duplicate }) => duplicate?.isSameId)).toEqual([true, false, undefined]);
  });

  it("links who and what is known, names who is not, and keeps the sources", async () => {
    const { plan } = await takeIn(
      file('talks-x,Talks X,2031-01,"Keir Starmer | Host\nNobody Known",Sanctions,Paper | One'),
    );
    expect(plan.rows[0]?.problems).toEqual([
      "Not among the people here, so left out: Nobody Known.",
    ]);
    const [event] = await listRecordedEvents(["talks-x"]);
    expect(event).toMatchObject({
      verification: "to_verify",
      date: "2031-01",
      participants: [{ name: "Keir Starmer", role: "Host" }],
      sources: [{ publisher: "Paper", title: "One", url: null }],
    });
  });

  it("gives an id of its own to one whose id is taken, and keeps what belongs together", async () => {
    const text = `id,title,date,related\ntwin,One,2032-01-01,other\nother,Two,2032-01-02,twin\n`;
    const { rows } = await planEventImport(text);
    const events = rows.flatMap(({ event }) => event ?? []);
    const original = { name: "a", format: "csv" } as const;
    await importEvents(events, original, DESK);
    const again = await importEvents(events, original, DESK);
    expect(again.eventIds).toEqual(["twin-2", "other-2"]);
    const [twin] = await listRecordedEvents(["twin-2"]);
    expect(twin?.related).toEqual(["other-2"]);
  });

  it("is taken back whole, but for what somebody worked on, and can be had again", async () => {
    const { importId } = await takeIn(file("u-1,First,2033-01-01,,,", "u-2,Second,2033-02-02,,,"));
    await setEventVerification("u-2", "verified", DESK);
    expect(await undoEventImport(importId, DESK)).toEqual({ removed: 1, kept: 1 });
    expect(await listRecordedEvents(["u-1", "u-2"])).toMatchObject([{ id: "u-2" }]);
    await expect(undoEventImport(importId, DESK)).rejects.toMatchObject({ code: "conflict" });
    const [line] = await listEventImports(1);
    expect(line).toMatchObject({ id: importId, events: 2, remaining: 1, importedBy: null });
    expect(await redoEventImport(importId, DESK)).toBe(1);
    expect(await listRecordedEvents(["u-1", "u-2"])).toHaveLength(2);
    const audit = await database.auditEntry.findMany({
      where: { subjectId: importId },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      ...["event_import.create", "event_import.undo", "event_import.redo"],
    ]);
  });

  it("of nothing, or of none that there is, stores nothing", async () => {
    const before = await database.auditEntry.count();
    await expect(importEvents([], { name: "a", format: "csv" }, DESK)).rejects.toMatchObject({
      code: "invalid_input",
    });
    const nobody = "01912345-0000-7000-8000-000000000000";
    await expect(undoEventImport(nobody, DESK)).rejects.toMatchObject({ code: "not_found" });
    expect(await database.auditEntry.count()).toBe(before);
  });
});

it("narrows files and frames as the timeline's address does", async () => {
  const text = await write("timelinejs.json", "from=2025-02-28&to=2025-02-28&lane=ua");
  const { title, events } = JSON.parse(text);
  expect(events.map(({ unique_id }: { unique_id: string }) => unique_id)).toContain(
    "oval-office-clash-2025-02",
  );
  expect(title.text.text).toContain("lane=ua");
  const none = await write("timelinejs.json", "from=1901&to=1902");
  expect(JSON.parse(none).events).toEqual([]);
  expect(await write("ics", "from=1901&to=1902")).not.toContain("VEVENT");
  const day = { lane: "ua", from: "2025-02-28", to: "2025-02-28" };
  const frame = await getEmbeddedTimeline(parseTimelineQuery(day, TODAY));
  expect(frame.words).toBe("Ukraine · 28 February 2025");
  expect(frame.total).toBe(events.length);
});
