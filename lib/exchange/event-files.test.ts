import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import { eventRecordSchema, type RecordedEvent } from "#lib/events/types-record.ts";
import { calendarFrame, toCalendarEntries } from "#lib/exchange/event-calendar.ts";
import { EVENT_COLUMNS, guardTwice, toEventCells } from "#lib/exchange/event-columns.ts";
import { readEventFile } from "#lib/exchange/event-import.ts";
import { toSlide } from "#lib/exchange/event-timelinejs.ts";

const BASE = "https://archive.example.org";

function made(given: Partial<RecordedEvent> = {}): RecordedEvent {
  const id = given.id ?? "talks-in-london";
  const date = given.date ?? "2025-03-02";
  const span = parseEdtf(date);
  if (!span) throw new Error(`not a date: ${date}`);
  return {
    ...{ id, date, title: "Talks in London", kind: "meeting", placeName: "London" },
    ...{ placeCountry: "United Kingdom", latitude: 51.5, longitude: -0.1276 },
    participants: [{ name: "Ada Example", role: "Host", actorId: "example" }],
    topics: ["Ceasefire"],
    facts: ["Eighteen people met.", "They spoke for two hours."],
    sources: [
      { publisher: "Paper", title: "One | two", url: "https://p.example/1", stateMedia: true },
      { publisher: "Agency", title: "Three", url: null, stateMedia: false },
    ],
    related: ["talks-in-kyiv"],
    ...{ path: `/events/${id}`, startsOn: span.start, endsOn: span.end },
    ...{ lanes: ["uk"], laneNames: ["United Kingdom"], verification: "verified" },
    updatedAt: "2026-11-28T10:00:00.000Z",
    ...given,
  };
}

const toCsv = (events: RecordedEvent[]) =>
  stringify(
    [
      EVENT_COLUMNS,
      ...events.map((event) => {
        const cells = toEventCells(event, BASE);
        return EVENT_COLUMNS.map((column) => {
          const cell = cells[column];
          return typeof cell === "string" ? guardTwice(cell) : cell;
        });
      }),
    ],
    { escape_formulas: true, record_delimiter: "windows" },
  );
const toTimelineJs = (events: RecordedEvent[]) =>
  JSON.stringify({ title: {}, events: events.map((event) => toSlide(event, BASE)) });
const recordOf = (event: RecordedEvent) => eventRecordSchema.parse(event);

describe("a round trip", () => {
  const line = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .map((text) => text.replace(/\0/g, "").replace(/\s+/g, " ").trim())
    .filter((text) => text !== "" && text.isWellFormed());
  const part = fc.oneof(line, fc.constantFrom("=1+1", "'=x", "a | b", "\\n", "-", "@x", "one\\"));
  const pad = (number: number, digits = 2) => String(number).padStart(digits, "0");
  const point = fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain(([year, month, day]) =>
      fc.constantFrom(
        pad(year, 4),
        `${pad(year, 4)}-${pad(month)}`,
        `${pad(year, 4)}-${pad(month)}-${pad(day)}`,
      ),
    );
  const marked = fc.tuple(point, fc.constantFrom("", "~", "?", "%")).map((each) => each.join(""));
  const date = fc.oneof(
    marked,
    fc
      .tuple(marked, marked)
      // From a year to the same is that year, as which TimelineJS gives it back.
      .filter(([from, to]) => from !== to)
      .map((ends) => ends.join("/"))
      .filter((each) => parseEdtf(each) !== null),
  );
  const event = fc
    .record({
      date,
      title: part,
      kind: fc.constantFrom(...EVENT_KINDS),
      placeName: fc.option(part),
      latitude: fc.option(fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0)),
      facts: fc.array(part, { maxLength: 4 }),
      topics: fc.array(part, { maxLength: 3 }),
      participants: fc.array(
        fc.record({ name: part, role: fc.option(part), actorId: fc.option(part) }),
        { maxLength: 3 },
      ),
      sources: fc.array(
        fc.record({
          publisher: part,
          title: part,
          url: fc.option(fc.webUrl()),
          stateMedia: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
    })
    .map((given) => made(given));

  it.each([
    ["the table", toCsv],
    ["TimelineJS", toTimelineJs],
  ])("through %s loses nothing that an event record holds", (_name, write) => {
    fc.assert(
      fc.property(event, (given) => {
        const { rows } = readEventFile(write([given]));
        expect(rows.map((row) => row.event)).toEqual([recordOf(given)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the calendar", () => {
  const unfold = (text: string) => text.replaceAll("\r\n ", "");
  const entryOf = (given: Partial<RecordedEvent>) => unfold(toCalendarEntries([made(given)], BASE));

  it("ends on the day after the last, whatever the server's time zone", () => {
    const entry = entryOf({ date: "2025-02-14/2025-02-16" });
    expect(entry).toContain("DTSTART;VALUE=DATE:20250214\r\n");
    expect(entry).toContain("DTEND;VALUE=DATE:20250217\r\n");
    expect(entry).toContain("STATUS:CONFIRMED");
    expect(entry).toContain("UID:event-talks-in-london@archive.example.org");
    expect(entry).toContain(`URL;VALUE=URI:${BASE}/events/talks-in-london`);
    expect(entry).toContain("CATEGORIES:meeting,Ceasefire");
  });

  it("says that a date is no day, and writes years before 1000 in four figures", () => {
    const entry = entryOf({ date: "0988-07~" });
    expect(entry).toContain("DTSTART;VALUE=DATE:09880701\r\n");
    expect(entry).toContain("DTEND;VALUE=DATE:09880801\r\n");
    expect(entry).toContain("SUMMARY:Talks in London (about July 988)");
    expect(entry).toContain("No exact day is known");
    expect(entry).toContain("STATUS:TENTATIVE");
    expect(entry).toContain("X-EDTF-DATE:0988-07~");
  });

  it("is one calendar, in one frame, with lines that end and fold as they must", () => {
    const { head, foot } = calendarFrame({ name: "Timeline", url: `${BASE}/timeline` });
    const text = head + entryOf({}) + foot;
    expect(text.match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
    const facts = ["A line, with; marks \\ and\nbreaks", "x".repeat(300)];
    const folded = toCalendarEntries([made({ facts })], BASE);
    for (const each of folded.split("\r\n")) expect(Buffer.byteLength(each)).toBeLessThan(76);
    expect(unfold(folded)).toContain("A line\\, with\\; marks \\\\ and\\nbreaks");
  });
});

describe("TimelineJS", () => {
  it("has only the parts of a date that are known, and text that is no HTML", () => {
    const slide = toSlide(made({ date: "2021-03", title: "A <b>bold</b> & bad title" }), BASE);
    expect(slide).toMatchObject({
      unique_id: "talks-in-london",
      start_date: { year: 2021, month: 3 },
      display_date: "March 2021",
      group: "United Kingdom",
      text: { headline: "A &lt;b&gt;bold&lt;/b&gt; &amp; bad title" },
    });
    expect(slide).not.toHaveProperty("end_date");
  });
});

describe("the table", () => {
  it("holds nothing that a spreadsheet takes for a formula", () => {
    for (const title of ["=1+1", "+1", "-1", "@x", "'=1"]) {
      const [, row = ""] = toCsv([made({ title })]).split("\r\n");
      expect(row).not.toMatch(/(^|,)"?[=+@-](?!0\.1276)/);
    }
  });
});
