import { describe, expect, it } from "vitest";
import { countChanges, differenceOf, isNothing, ofSubject } from "#lib/understanding/difference.ts";

const BODY = "Ada Brook spoke of grain. It rained.\n\nTom Hale left. Brook stayed for the grain.";
const NOTHING = {
  topics: { gained: [], lost: [] },
  mentions: { added: [], removed: [] },
  statements: { gained: 0, lost: 0 },
};

function place(words: string, from = 0) {
  const start = BODY.indexOf(words, from);
  return { start, end: start + words.length };
}

function mention(actorId: string, words: string, status = "suggested") {
  const { start, end } = place(words);
  return { actorId, startsAt: start, endsAt: end, status };
}

const GRAIN = {
  topics: [{ topicId: "grain", confidence: 1, spans: [place("grain"), place("grain", 40)] }],
};

describe("differenceOf", () => {
  it("gives the sentences that made us think so", () => {
    const changes = { ...NOTHING, topics: { gained: [{ id: "grain" }], lost: [] } };
    expect(differenceOf(BODY, changes, GRAIN).topics).toEqual([
      {
        id: "grain",
        change: "gained",
        sentences: ["Ada Brook spoke of grain.", "Brook stayed for the grain."],
      },
    ]);
  });

  it("gives those of a topic that goes by the definitions that it came from", () => {
    const changes = { ...NOTHING, topics: { gained: [], lost: ["rain"] } };
    const rain = { id: "rain", label: "Rain", definition: "", keywords: ["rained"] };
    const lost = { id: "rain", change: "lost", sentences: [] as string[] };
    expect(differenceOf(BODY, changes, { topics: [] }).topics).toEqual([lost]);
    const before = { actors: [], topics: [rain] };
    expect(differenceOf(BODY, changes, { topics: [] }, before).topics).toEqual([
      { ...lost, sentences: ["It rained."] },
    ]);
  });

  it("counts mentions of each actor, but not those that only grew or came as rejected", () => {
    const mentions = {
      added: [
        mention("brook", "Ada Brook"),
        mention("brook", "Brook stayed"),
        mention("hale", "Tom Hale", "rejected"),
      ],
      removed: [mention("brook", "Ada"), mention("hale", "Hale left")],
    };
    const difference = differenceOf(BODY, { ...NOTHING, mentions }, { topics: [] });
    expect(difference.mentions).toEqual([
      { id: "brook", gained: 1, lost: 0, sentences: ["Brook stayed for the grain."] },
      { id: "hale", gained: 0, lost: 1, sentences: ["Tom Hale left."] },
    ]);
    expect(countChanges([difference, difference])).toMatchObject({
      changed: 2,
      mentionsGained: 2,
      mentionsLost: 2,
    });
  });

  it("shortens what is long, and shows three sentences at most", () => {
    const body = `${"A grain. ".repeat(5)}${"word ".repeat(100)}grain.`;
    const spans = [...body.matchAll(/grain/g)].map(({ index }) => {
      return { start: index, end: index + 5 };
    });
    const changes = { ...NOTHING, topics: { gained: [{ id: "grain" }], lost: [] } };
    const of = (from: number) =>
      differenceOf(body, changes, {
        topics: [{ topicId: "grain", confidence: 1, spans: spans.slice(from) }],
      }).topics[0]?.sentences;
    expect(of(0)).toEqual(["A grain.", "A grain.", "A grain."]);
    expect(of(5)?.[0]).toMatch(/^word .{290,}…$/s);
  });

  it("is nothing where nothing came or went, or only of others", () => {
    expect(isNothing(differenceOf(BODY, NOTHING, GRAIN))).toBe(true);
    const changes = { ...NOTHING, topics: { gained: [{ id: "grain" }], lost: [] } };
    const difference = differenceOf(BODY, changes, GRAIN);
    const fields = {
      ...{ label: "Rain", definition: "", keywords: [], exceptions: [], hitsNeeded: 2 },
      ...{ broaderId: null, iptcId: null },
    };
    const proposal = { kind: "topic" as const, id: "rain", fields, base: fields };
    expect(isNothing(ofSubject(difference, proposal))).toBe(true);
    expect(isNothing(ofSubject(difference, { ...proposal, id: "grain" }))).toBe(false);
  });
});
