import { describe, expect, it } from "vitest";
import { draftFromBytes, understand, bodyOf } from "#lib/ingest/pipeline.ts";
import { explainTopics, findTopics } from "#lib/ingest/topics.ts";
import { understandBody, type Gazetteer } from "#lib/ingest/understand.ts";

const person = (
  id: string,
  name: string,
  country: string,
  offices: [string, string, string | null][],
) => ({
  id,
  name,
  aliases: ["the prime minister"],
  kind: "person" as const,
  country,
  offices: offices.map(([title, from, to]) => ({ title, from, to })),
});

const GAZETTEER: Gazetteer = {
  actors: [
    person("brook", "Ada Brook", "United Kingdom", [
      ["Prime Minister of the United Kingdom", "2020-01-01", "2024-07-05"],
    ]),
    person("hale", "Tom Hale", "United Kingdom", [
      ["Prime Minister of the United Kingdom", "2024-07-05", null],
    ]),
    {
      id: "us",
      name: "United States",
      aliases: ["US"],
      kind: "country",
      country: null,
      offices: [],
    },
  ],
  topics: [
    { id: "treaty", label: "Harbour treaty", definition: "", keywords: ["harbour deal"] },
    { id: "grid", label: "Energy", definition: "", keywords: ["grid"] },
  ],
};

function mentionsOf(body: string, day: string | null = "2025-02-27") {
  return understandBody(body, day, GAZETTEER).mentions.map(({ actorId, text }) => [actorId, text]);
}

describe("mentions", () => {
  it("are full names, and surnames only after them", () => {
    const body = "Brook had no comment. Ada Brook spoke later; Brook’s aides did not.";
    expect(mentionsOf(body)).toEqual([
      ["brook", "Ada Brook"],
      ["brook", "Brook"],
    ]);
  });

  it("are no words in lower case", () => {
    expect(mentionsOf("It gives us hope, the US said. He crossed the brook.")).toEqual([
      ["us", "US"],
    ]);
  });

  it("are office holders of the day, where it is clear whose office it is", () => {
    expect(mentionsOf("The British prime minister left.")).toEqual([
      ["hale", "British prime minister"],
    ]);
    expect(mentionsOf("The British prime minister left.", "2024-07-04")[0]?.[0]).toBe("brook");
    expect(mentionsOf("The British prime minister left.", null)).toEqual([]);
    expect(mentionsOf("The prime minister and the former British prime minister left.")).toEqual(
      [],
    );
  });

  it("index into the body that the pipeline makes", async () => {
    const text =
      "Talks resume at last\nBy Mara Quill\n27 February 2025\n\nThey met on Monday in town.\n\nTom Hale left early that day.";
    const draft = understand(await draftFromBytes(Buffer.from(text)), GAZETTEER);
    const [mention] = draft.mentions;
    expect(bodyOf(draft).slice(mention?.span.start, mention?.span.end)).toBe("Tom Hale");
  });
});

describe("topics", () => {
  const topic = (more: Partial<Gazetteer["topics"][number]>) => ({
    ...{ id: "grid", label: "Energy", definition: "", keywords: ["grid"], ...more },
  });
  const isAbout = (body: string, more: Partial<Gazetteer["topics"][number]>) =>
    findTopics(body, [topic(more)]).length > 0;
  const LATE = "One.\n\nTwo.\n\n";

  it("need as many hits as their definition says, one in the opening counted twice", () => {
    expect(isAbout(`${LATE}The grid failed.`, { hitsNeeded: 1 })).toBe(true);
    expect(isAbout("The grid failed.", { hitsNeeded: 3 })).toBe(false);
    expect(isAbout("The grid failed.\n\nTwo.\n\nThe grid was old.", { hitsNeeded: 3 })).toBe(true);
    expect(isAbout(`${LATE}A grid is a grid.`, { hitsNeeded: 3 })).toBe(false);
  });

  it("have no hit in a sentence with an exception", () => {
    const exceptions = ["starting grid"];
    expect(isAbout("He led from the starting grid. All cheered.", { exceptions })).toBe(false);
    expect(isAbout("He left the starting grid. The grid failed.", { exceptions })).toBe(true);
  });

  it("share a word that both have, and take an acronym only in capitals", () => {
    const both = [topic({ keywords: ["AID"] }), topic({ id: "help", keywords: ["aid"] })];
    const topicsOf = (body: string) => findTopics(body, both).map(({ topicId }) => topicId);
    expect(topicsOf("The AID came.")).toEqual(["grid", "help"]);
    expect(topicsOf("The aid came.")).toEqual(["help"]);
  });

  it("are explained by the sentences of their hits", () => {
    const body = "Ada Brook spoke. The grid failed.\n\nIt rained. Grid and town were dark.";
    const [why] = explainTopics(body, [topic({})]);
    expect(why?.sentences.map(({ start, end }) => body.slice(start, end))).toEqual([
      "The grid failed.",
      "Grid and town were dark.",
    ]);
  });

  it("need two hits, or one in the opening", () => {
    const topicsOf = (body: string) =>
      understandBody(body, null, GAZETTEER).topics.map(({ topicId }) => topicId);
    expect(topicsOf("The harbour deal was signed.")).toEqual(["treaty"]);
    expect(topicsOf("One.\n\nTwo.\n\nThe grid failed.")).toEqual([]);
    expect(topicsOf("One.\n\nTwo.\n\nThe grid failed. The grid was old.")).toEqual(["grid"]);
  });
});
