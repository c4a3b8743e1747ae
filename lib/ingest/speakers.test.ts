import { describe, expect, it } from "vitest";
import type { Gazetteer } from "#lib/ingest/gazetteer.ts";
import { SpeakerFinder } from "#lib/ingest/speakers.ts";
import { understandBody } from "#lib/ingest/understand.ts";

const DAY = "2025-02-27";

const person = (
  id: string,
  name: string,
  country: string,
  offices: [title: string, from: string, to: string | null][] = [],
  aliases: string[] = [],
) => ({
  ...{ id, name, aliases, kind: "person" as const, country },
  offices: offices.map(([title, from, to]) => ({ title, from, to })),
});
const place = (id: string, name: string, kind: "country" | "organisation", country: string) => ({
  ...{ id, name, kind, country, aliases: [], offices: [] },
});

const GAZETTEER: Gazetteer = {
  topics: [],
  actors: [
    person("hale", "Tom Hale", "United Kingdom", [
      ["UK Foreign Secretary", "2020-01-01", "2024-07-05"],
      ["Prime Minister of the United Kingdom", "2024-07-05", null],
    ]),
    person("quill", "Mara Quill", "United States", [
      ["President of the United States", "2025-01-20", null],
    ]),
    person(
      "lind",
      "Olha Lind",
      "Ukraine",
      [["President of Ukraine", "2019-05-20", null]],
      ["Olha Lindh", "Ольга Лінд"],
    ),
    person("moss", "Petro Moss", "Ukraine", [["Prime Minister of Ukraine", "2020-01-01", null]]),
    person("head", "Ivan Reed", "Ukraine", [
      ["Head of the Office of the President of Ukraine", "2020-01-01", null],
    ]),
    place("ua", "Ukraine", "country", "Ukraine"),
    place("uk", "United Kingdom", "country", "United Kingdom"),
    place("palace", "Bellevue Palace", "organisation", "Ukraine"),
  ],
};

/** Who the words in square brackets of a text name. */
function speakerIn(marked: string, day: string | null = DAY): string | null {
  const body = marked.replace(/[[\]]/g, "");
  const start = marked.indexOf("[");
  const source = { start, end: marked.indexOf("]") - 1 };
  const { mentions } = understandBody(body, day, GAZETTEER);
  return new SpeakerFinder(body, day, GAZETTEER, mentions).find(source)?.actorId ?? null;
}

describe("a source", () => {
  it.each([
    ["[Tom Hale] said no.", "hale"],
    ["Tom Hale came. [Mr Hale, the prime minister,] said no.", "hale"],
    ["[President of Ukraine Olha Lind] said no.", "lind"],
    ["[Ольга Лінд] said no.", "lind"],
    ["Olha Lindh came. [Lindh] said no, and so did Lind.", "lind"],
    ["[Bellevue Palace] said no.", "palace"],
    ["[Ukraine] said no.", "ua"],
  ])("is who it names: %s", (text, expected) => {
    expect(speakerIn(text)).toBe(expected);
  });

  it.each([
    "[Tom Hale’s spokesman] said no.",
    "[a spokesman for Tom Hale] said no.",
    "[an aide to President Olha Lind] said no.",
    "Tom Hale came. [Victoria Hale] said no.",
    "[the Ukraine desk] said no.",
    "[the former prime minister] said no.",
  ])("is nobody that it only belongs to: %s", (text) => {
    expect(speakerIn(text)).toBeNull();
  });

  it.each([
    ["[the British prime minister] said no.", "hale"],
    ["[The Ukrainian president] said no.", "lind"],
    ["Tom Hale met Petro Moss. Moss left. Hale stayed. [The prime minister] said no.", "hale"],
    ["Mara Quill spoke, then Olha Lind, in Ukraine. [The president] said no.", "lind"],
    ["They met in Ukraine. [The prime minister] said no.", "moss"],
    ["Talks in the United Kingdom went on. [the prime minister] said no.", "hale"],
  ])("is the holder of an office on the day: %s", (text, expected) => {
    expect(speakerIn(text)).toBe(expected);
  });

  it("holds no office on a day that is not known, or before the office", () => {
    expect(speakerIn("[the British prime minister] said no.", null)).toBeNull();
    expect(speakerIn("[the American president] said no.", "2024-02-27")).toBeNull();
    expect(speakerIn("[The foreign secretary] said no.", "2024-02-27")).toBe("hale");
  });

  it.each([
    ["Tom Hale met [his Ukrainian counterpart] in Kyiv.", "moss"],
    ["Tom Hale spoke. [His American counterpart] said no.", "quill"],
    ["Mara Quill spoke. [her British counterpart] said no.", "hale"],
    ["[his Ukrainian counterpart] said no.", null],
  ])("is the counterpart of who was named before: %s", (text, expected) => {
    expect(speakerIn(text)).toBe(expected);
  });
});
