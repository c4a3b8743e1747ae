import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTimelineQuery, timelineHref } from "./timeline-query.ts";

const TODAY = "2026-04-10";

describe("parseTimelineQuery", () => {
  it.each([
    [{}, { lanes: [], topicId: null, from: null, to: null }],
    [{ lane: "uk" }, { lanes: ["uk"], topicId: null, from: null, to: null }],
    [{ lane: ["ua", "uk", "xx"] }, { lanes: ["uk", "ua"], topicId: null, from: null, to: null }],
    [
      { from: "Feb 2025", to: "2025", topic: " nuclear " },
      { lanes: [], topicId: "nuclear", from: "2025-02-01", to: "2025-12-31" },
    ],
    [
      { from: "", to: " " },
      { lanes: [], topicId: null, from: null, to: null },
    ],
  ])("reads %j", (parameters, filter) => {
    expect(parseTimelineQuery(parameters, TODAY)).toMatchObject({ filter, problems: [] });
  });

  it("says which date it cannot read, and does without it", () => {
    const { filter, problems } = parseTimelineQuery({ from: "soonish", to: "2022" }, TODAY);
    expect(problems).toEqual(["“soonish” is not a date that can be read here."]);
    expect(filter).toMatchObject({ from: null, to: "2022-12-31" });
  });

  it("says that a range runs backwards", () => {
    expect(parseTimelineQuery({ from: "2025", to: "2022" }, TODAY).problems).toHaveLength(1);
  });

  it.each([["-3"], ["0"], ["1e99"], ["x"], ["2.5"]])("takes page %s for the first", (page) => {
    expect(parseTimelineQuery({ page }, TODAY).page).toBe(1);
  });

  it("never throws, whatever the address holds", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
    const keys = fc.constantFrom("lane", "topic", "from", "to", "order", "page");
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
});
