import { describe, expect, it } from "vitest";
import { readEventFile } from "#lib/exchange/event-import.ts";
import { isSimilarTitle } from "#lib/exchange/similar-title.ts";

const slide = (given: object) => ({
  start_date: { year: "2025", month: "3", day: "2" },
  text: { headline: "Talks", text: "" },
  ...given,
});
const readSlides = (...slides: object[]) => readEventFile(JSON.stringify({ events: slides })).rows;

describe("a TimelineJS file", () => {
  it("becomes plain text, with what it shows and links as sources", () => {
    const [row] = readSlides(
      slide({
        text: {
          headline: "<b>Talks</b> &amp; tea",
          text: `<p>They met.<script>bad()</script></p><p>See <a href="https://www.paper.example/1">the report</a> or <a href="javascript:x">this</a>.</p>`,
        },
        media: {
          url: "https://photos.example/2.jpg",
          credit: "A <i>photographer</i>",
          caption: "A table",
        },
      }),
    );
    expect(row?.event).toMatchObject({
      id: "talks-and-tea-2025-03",
      title: "Talks & tea",
      date: "2025-03-02",
      kind: "other",
      facts: ["They met.", "See the report or this."],
      sources: [
        { publisher: "A photographer", title: "A table", url: "https://photos.example/2.jpg" },
        { publisher: "paper.example", title: "the report", url: "https://www.paper.example/1" },
      ],
    });
  });

  it.each([
    [{ start_date: { year: 2021 } }, "2021"],
    [{ start_date: { year: 2021, month: "" } }, "2021"],
    [{ start_date: { year: "2021", month: "03", day: "" } }, "2021-03"],
    [{ start_date: { year: 2021, month: 3 }, display_date: "circa March 2021" }, "2021-03~"],
    [{ end_date: { year: 2025, month: 3, day: 4 } }, "2025-03-02/2025-03-04"],
    [{ end_date: { year: 2025, month: 3, day: 2 } }, "2025-03-02"],
  ])("has a date as exact as it says: %j", (given, date) => {
    expect(readSlides(slide(given))[0]?.event?.date).toBe(date);
  });

  it.each([
    [{ start_date: { year: "-43", month: 3 } }, /-43 is before the year 1/],
    [{ start_date: { year: "2025", month: 2, day: 30 } }, /no such date/],
    [{ start_date: {} }, /no year/],
    [{ end_date: { year: 2024 } }, /ends before it begins/],
    [{ text: {} }, /no title/],
  ])("says what is wrong in words: %j", (given, problem) => {
    const [row] = readSlides(slide(given));
    expect(row?.event).toBeNull();
    expect(row?.problems.join(" ")).toMatch(problem);
  });

  it("names what is no event, and refuses an id that stands twice", () => {
    const events = [slide({ unique_id: "a" }), slide({ unique_id: "a" })];
    const { rows, left } = readEventFile(JSON.stringify({ title: {}, eras: [{}], events }));
    expect(left).toHaveLength(2);
    expect(rows.map(({ event }) => event?.id)).toEqual(["a", undefined]);
    expect(rows[1]?.problems[0]).toContain("as row 1");
  });

  it.each(["{", "[]", '{"slides": []}', ""])("says that %j is none", (text) => {
    expect(() => readEventFile(text)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
});

describe("a table", () => {
  it("is read by the columns of TimelineJS's spreadsheet", () => {
    const { rows, left } = readEventFile(
      [
        "Year,Month,Day,End Year,End Month,End Day,Display Date,Headline,Text,Media,Media Credit,Type",
        ",,,,,,,Our title,,,,title",
        "2025,3,2,2025,3,4,,Talks,<p>They met.</p>,https://p.example/1,Paper,",
        "-44,3,15,,,,,Too early,,,,",
      ].join("\n"),
    );
    expect(left).toEqual(["Row 1 is no event but the title."]);
    expect(rows.map(({ row, event }) => [row, event?.date, event?.facts, event?.sources])).toEqual([
      [
        2,
        "2025-03-02/2025-03-04",
        ["They met."],
        [{ publisher: "Paper", title: "Talks", url: "https://p.example/1", stateMedia: false }],
      ],
      [3, undefined, undefined, undefined],
    ]);
  });

  it.each([
    ["27 February 2025", "2025-02-27"],
    ["Feb 2025", "2025-02"],
    ["2024", "2024"],
    ["2025-02-27~", "2025-02-27~"],
    ["yesterday", undefined],
    ["44 BC", undefined],
  ])("has dates in EDTF or in words: %s", (written, date) => {
    const { rows } = readEventFile(`title,date\nTalks,${written}\n`);
    expect(rows[0]?.event?.date).toBe(date);
  });

  it("says which columns it needs, and how much it may hold", () => {
    expect(() => readEventFile("a,b\n1,2")).toThrow(/title and date/);
    const many = `title,date\n${"Talks,2025\n".repeat(2_001)}`;
    expect(() => readEventFile(many)).toThrow(/more than 2,000 events/);
    expect(() => readEventFile("x".repeat(2 * 1024 * 1024 + 1))).toThrow(/2 MB/);
  });

  it("keeps a source's name where its address is none, and an unknown kind as other", () => {
    const { rows } = readEventFile(
      'title,date,kind,sources\nTalks,2025,party,"Paper | One | javascript:x"\n',
    );
    expect(rows[0]?.event).toMatchObject({ kind: "other", sources: [{ title: "One", url: null }] });
    expect(rows[0]?.problems).toHaveLength(2);
  });
});

it("tells a title that is much like another", () => {
  expect(isSimilarTitle("Leaders meet in London", "London: leaders meet again")).toBe(true);
  expect(isSimilarTitle("Leaders meet in London", "Parliament votes on aid")).toBe(false);
  expect(isSimilarTitle("", "")).toBe(false);
});
