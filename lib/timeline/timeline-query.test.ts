import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toTime } from "./time-units.ts";
import { toWindow } from "./view-window.ts";
import { daysOf, parseTimelineQuery, timelineHref, windowHref } from "./timeline-query.ts";

const TODAY = "2026-04-10";

describe("parseTimelineQuery", () => {
  it.each([
    [{}, { lanes: [], topicId: null, show: ["events", "articles"], kinds: [], text: "" }],
    [{ lane: "uk" }, { lanes: ["uk"] }],
    [{ lane: ["ua", "uk", "xx"] }, { lanes: ["uk", "ua"] }],
    [{ show: "statements,events" }, { show: ["events", "statements"] }],
    [
      { show: ["articles"], kind: "call,visit,x" },
      { show: ["articles"], kinds: ["call", "visit"] },
    ],
    [
      { topic: " nuclear ", person: "starmer" },
      { topicId: "nuclear", actorId: "starmer" },
    ],
    [
      { outlet: "kyiv-post", q: "grain\0" },
      { outletSlug: "kyiv-post", text: "grain" },
    ],
    [{ known: "Feb 2025" }, { knownOn: "2025-02-28" }],
  ])("reads %j", (parameters, narrowing) => {
    expect(parseTimelineQuery(parameters, TODAY)).toMatchObject({ narrowing, problems: [] });
  });

  it.each([
    [{}, null, null, { from: null, to: null }],
    [{ from: "", to: " " }, null, null, { from: null, to: null }],
    [
      { from: "Feb 2025", to: "2025" },
      toTime("2025-02-01"),
      toTime("2026-01-01"),
      { from: "2025-02-01", to: "2025-12-31" },
    ],
    [
      { from: "2025-02-27T06:00", to: "2025-02-27T18:00" },
      toTime("2025-02-27") + 0.25,
      toTime("2025-02-27") + 0.75,
      { from: "2025-02-27", to: "2025-02-27" },
    ],
  ])("reads the window of %j", (parameters, from, to, days) => {
    const { window, problems } = parseTimelineQuery(parameters, TODAY);
    expect({ window, problems }).toEqual({ window: { from, to }, problems: [] });
    expect(daysOf(window)).toEqual(days);
  });

  it("says which date it cannot read, and does without it", () => {
    const { window, problems } = parseTimelineQuery({ from: "soonish", to: "2022" }, TODAY);
    expect(problems).toEqual(["“soonish” is not a date that can be read here."]);
    expect(window).toEqual({ from: null, to: toTime("2023-01-01") });
  });

  it("says that a range runs backwards", () => {
    expect(parseTimelineQuery({ from: "2025", to: "2022" }, TODAY).problems).toHaveLength(1);
  });

  it.each([["-3"], ["0"], ["1e99"], ["x"], ["2.5"]])("takes page %s for the first", (page) => {
    expect(parseTimelineQuery({ page }, TODAY).page).toBe(1);
  });

  it("never throws, whatever the address holds", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    const keys = fc.constantFrom(
      "lane",
      "topic",
      "from",
      "to",
      "order",
      "page",
      "show",
      "q",
      "known",
      "kind",
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value), (parameters) => {
        expect(parseTimelineQuery(parameters, TODAY).page).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe("timelineHref", () => {
  it("is read back as what it was made from", () => {
    const { written } = parseTimelineQuery(
      { lane: ["uk", "us"], topic: "nuclear", from: "2022", order: "oldest", page: "3" },
      TODAY,
    );
    const href = timelineHref(written, { page: 3 });
    expect(href).toBe("/timeline?lane=uk&lane=us&topic=nuclear&from=2022&order=oldest&page=3");
    const query = new URL(href, "http://localhost").searchParams;
    const parameters = { ...Object.fromEntries(query), lane: query.getAll("lane") };
    expect(parseTimelineQuery(parameters, TODAY).written).toEqual(written);
  });

  it("goes back to the first page when anything is changed", () => {
    const { written } = parseTimelineQuery({ page: "3" }, TODAY);
    expect(timelineHref(written, { lane: ["ru"] })).toBe("/timeline?lane=ru");
  });

  it("names every window so that it is read back", () => {
    const { written } = parseTimelineQuery({ lane: "uk" }, TODAY);
    const minute = fc.integer({ min: 0, max: 1_440 * 40_000 }).map((each) => each / 1_440);
    fc.assert(
      fc.property(minute, minute, (one, other) => {
        const window = toWindow({ from: Math.min(one, other), to: Math.max(one, other) });
        const query = new URL(windowHref(written, window), "http://localhost").searchParams;
        const read = parseTimelineQuery(Object.fromEntries(query), TODAY).window;
        expect(read.from).toBeCloseTo(window.from, 6);
        expect(read.to).toBeCloseTo(window.to, 6);
      }),
    );
  });
});
