import { describe, expect, it } from "vitest";
import { rankRelated, sharedInWords, type Own, type Shared } from "#lib/articles/rank-related.ts";

const OWN: Own = {
  weights: new Map([
    [1, 6],
    [2, 4],
    [3, 2],
  ]),
  topicIds: ["grain", "talks"],
  actorIds: ["brook", "north"],
};

function candidate(id: string, shared: Partial<Shared> = {}): Shared {
  return {
    ...{ id, daysApart: 0, terms: [], topicIds: [], actorIds: [], isOnSameEvent: false },
    ...shared,
  };
}

const order = (candidates: Shared[]) => rankRelated(OWN, candidates).map(({ id }) => id);

describe("what is like an article", () => {
  it("shares its most telling words before a topic, and either before nothing", () => {
    expect(
      order([
        candidate("nothing"),
        candidate("topic", { topicIds: ["grain"] }),
        candidate("few", { terms: [3] }),
        candidate("most", { terms: [1, 2] }),
      ]),
    ).toEqual(["most", "topic", "few"]);
  });

  it("is not so for a topic that all have", () => {
    const everywhere = Array.from({ length: 50 }, (_, i) =>
      candidate(`${i}`, { topicIds: ["talks"] }),
    );
    expect(order([...everywhere, candidate("rare", { topicIds: ["talks", "grain"] })])).toEqual([
      "rare",
    ]);
  });

  it("is the more so the nearer in time, and on the same event", () => {
    expect(
      order([
        candidate("far", { terms: [1], daysApart: 900 }),
        candidate("near", { terms: [1], daysApart: 3 }),
        candidate("event", { terms: [1], daysApart: 3, isOnSameEvent: true }),
      ]),
    ).toEqual(["event", "near", "far"]);
  });

  it("names what fewest share first", () => {
    const [, first] = rankRelated(OWN, [
      candidate("a", { terms: [1], topicIds: ["talks"] }),
      candidate("b", { topicIds: ["talks", "grain"] }),
    ]);
    expect(first?.topicIds).toEqual(["grain", "talks"]);
  });
});

describe("what two articles share, in words", () => {
  it("names topics and people, then words that these do not hold already", () => {
    const labels = {
      topics: ["Grain exports", "Talks", "Ports"],
      people: ["Ada Brook"],
      words: ["Brook", "grain", "Northmark", "barge"],
    };
    expect(sharedInWords(labels, 4)).toEqual(["Grain exports", "Talks", "Ada Brook", "Northmark"]);
    expect(sharedInWords({ topics: [], people: [], words: ["barge"] }, 4)).toEqual(["barge"]);
  });
});
