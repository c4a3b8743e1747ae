import { describe, expect, it } from "vitest";
import type { Gazetteer } from "#lib/ingest/gazetteer.ts";
import { understandBody } from "#lib/ingest/understand.ts";

const DAY = "2025-02-27";
const GAZETTEER: Gazetteer = {
  actors: [
    {
      ...{ id: "brook", name: "Ada Brook", aliases: [], kind: "person", country: "United Kingdom" },
      offices: [],
    },
  ],
  topics: [
    { id: "treaty", label: "Harbour treaty", definition: "", keywords: ["harbour deal"] },
    { id: "grid", label: "Energy", definition: "", keywords: ["grid"] },
  ],
};

const statementsOf = (body: string, day: string | null = DAY) =>
  understandBody(body, day, GAZETTEER).statements;
/** The first that quotes somebody. */
const firstOf = (body: string, day: string | null = DAY) => {
  const statement = statementsOf(body, day).find(({ parts }) => parts.quotes.length > 0);
  if (!statement) throw new Error("no statement");
  return statement;
};

describe("statements", () => {
  it("say who spoke, in which words, at their places", () => {
    const body = "All came. “We will stay with [Northmark],” Ada Brook said.";
    const { parts, ...statement } = firstOf(body);
    const wordsAt = ({ start, end }: { start: number; end: number }) => body.slice(start, end);
    expect(statement).toMatchObject({
      ...{ kind: "direct", speakerId: "brook", speakerText: "Ada Brook", isAnonymous: false },
    });
    expect(parts.quotes.map(wordsAt)).toEqual(["“We will stay with [Northmark],”"]);
    expect(parts.insertions.map(wordsAt)).toEqual(["[Northmark]"]);
    expect(parts.source && wordsAt(parts.source)).toBe("Ada Brook");
  });

  it.each([
    ["“We will stay,” sources close to the minister said.", true],
    ["“We will stay,” a senior official said.", false],
    ["“We will stay,” the minister said, on condition of anonymity.", true],
    ["“We will stay,” the minister said.", false],
    ["“We will stay,” Ada Brook said.", false],
  ])("mark sources that may not be named: %s", (body, expected) => {
    expect(firstOf(body).isAnonymous).toBe(expected);
  });

  it("keep what an unknown speaker is called, and no pronoun", () => {
    expect(firstOf("“We will stay,” the harbour master said.")).toMatchObject({
      ...{ speakerId: null, speakerText: "the harbour master" },
    });
    expect(firstOf("“We will stay,” she said.").speakerText).toBeNull();
  });

  it("know a pronoun by the name that it stands for", () => {
    const body =
      "Ada Brook, the foreign minister, came to the port on Monday.\n\n“We will stay as long as it takes,” she said.";
    expect(firstOf(body)).toMatchObject({ speakerId: "brook", speakerText: "Ada Brook" });
  });

  it("are dated by the day beside their cue, not by those that they speak of", () => {
    expect(firstOf("“We will stay until Monday,” Ada Brook said on Tuesday.").saidOn).toBe(
      "2025-02-25",
    );
    expect(firstOf("“We will stay until Monday,” Ada Brook said.").saidOn).toBeNull();
    expect(firstOf("“We will stay,” Ada Brook said on Tuesday.", null).saidOn).toBeNull();
  });

  it("say where they were made, as the article does", () => {
    const body = "“We will stay,” Ada Brook said in an interview with the Tide.";
    const { venue, parts } = firstOf(body);
    expect(venue).toBe("in an interview with the Tide");
    expect(body.slice(parts.venue?.start, parts.venue?.end)).toBe(venue);
  });

  it("have the topics of their own words, and less surely those beside them", () => {
    const body =
      "Asked about the grid, Ada Brook said: “The harbour deal stands.” The grid failed.";
    expect(firstOf(body).topics.toSorted((a, b) => b.confidence - a.confidence)).toEqual([
      { topicId: "treaty", confidence: 0.8 },
      { topicId: "grid", confidence: 0.5 },
    ]);
    expect(firstOf("“We stay,” Ada Brook said.\n\nThe grid failed.").topics).toEqual([]);
  });

  it("are bounded in time and number, whatever the text", () => {
    const body = "“We stay,” Ada Brook said on Tuesday of the grid. ".repeat(2_000);
    const started = performance.now();
    expect(statementsOf(body).length).toBe(1_000);
    expect(performance.now() - started).toBeLessThan(10_000);
    const noStops = "Ada Brook said the grid and ".repeat(2_000);
    const again = performance.now();
    statementsOf(noStops);
    expect(performance.now() - again).toBeLessThan(10_000);
  });
});
