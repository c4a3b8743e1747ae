import { describe, expect, it } from "vitest";
import { parsePositionsQuery, positionsHref } from "#lib/statements/positions-query.ts";

const TODAY = "2026-04-10";
const parse = (parameters: Parameters<typeof parsePositionsQuery>[0]) =>
  parsePositionsQuery(parameters, TODAY);

describe("parsePositionsQuery", () => {
  it.each([
    [{}, { topics: [], actors: [], on: TODAY, compare: null, confirmedOnly: false }],
    [{ on: "27 Feb 2025" }, { on: "2025-02-27" }],
    [{ on: "2025-02" }, { on: "2025-02-28" }],
    [{ on: ["2024", "2025"] }, { on: "2024-12-31" }],
    [{ topic: "grain", actor: ["brook", "reed", "brook"] }, { actors: ["brook", "reed"] }],
    [{ compare: "2025-02-27" }, { compare: { day: "2025-02-27" } }],
    [{ compare: "reed" }, { compare: { actor: "reed" } }],
    [{ compare: "actor-2" }, { compare: { actor: "actor-2" } }],
    [{ compare: "Tom Reed" }, { compare: { actor: "Tom Reed" } }],
    [{ compare: "last month" }, { compare: { day: "2026-03-31" } }],
    [{ confirmed: "1" }, { confirmedOnly: true }],
    [{ confirmed: "yes" }, { confirmedOnly: false }],
  ])("reads %j", (parameters, expected) => {
    const { query, problems } = parse(parameters);
    expect(query).toMatchObject(expected);
    expect(problems).toEqual([]);
  });

  it("says what cannot be read, and does without it", () => {
    const { query, written, problems } = parse({ on: "soonish", compare: "31 Feb" });
    // Whether anybody is called that, the archive knows.
    expect(query).toMatchObject({ on: TODAY, compare: { actor: "31 Feb" } });
    expect(written).toEqual({ on: "soonish", compare: "31 Feb" });
    expect(problems).toEqual([expect.stringContaining("“soonish” could not be read as a date")]);
  });

  it("takes as many topics and people as fit, and says so", () => {
    const { query, problems } = parse({
      topic: Array.from({ length: 13 }, (_, i) => `t${i}`),
      actor: Array.from({ length: 9 }, (_, i) => `a${i}`),
    });
    expect([query.topics.length, query.actors.length]).toEqual([12, 8]);
    expect(problems).toEqual([
      "Only 12 topics fit into the table, so the first 12 are shown.",
      "Only 8 people fit into the table, so the first 8 are shown.",
    ]);
  });

  it.each([
    ["12", 12],
    ["-1", null],
    ["1.5", null],
    ["", null],
  ])("reads %j as a step of the slider", (slide, expected) => {
    expect(parse({ slide }).slide).toBe(expected);
  });
});

describe("positionsHref", () => {
  it.each([
    "/positions",
    "/positions?topic=grain&topic=ports&actor=brook&on=2025-02-27&compare=2025-03-01&confirmed=1",
    "/positions?actor=brook&on=2026-04-10&compare=reed",
  ])("leads back to %s", (href) => {
    const given: Record<string, string[]> = {};
    for (const [name, value] of new URL(href, "https://x.test").searchParams) {
      (given[name] ??= []).push(value);
    }
    const { query, written } = parse(given);
    expect(positionsHref({ ...query, on: written.on ? query.on : null })).toBe(href);
  });
});
