import { describe, expect, it } from "vitest";
import { choosePositions, toColumns } from "#lib/statements/choose-positions.ts";

const COUNTS = [
  { topicId: "grain", actorId: "brook", count: 5 },
  { topicId: "ports", actorId: "brook", count: 1 },
  { topicId: "grain", actorId: "reed", count: 2 },
  { topicId: "roads", actorId: "reed", count: 7 },
  { topicId: "roads", actorId: "vale", count: 1 },
];
const choose = (chosen: Partial<Parameters<typeof choosePositions>[1]>) =>
  choosePositions(COUNTS, { topicIds: [], actorIds: [], besideId: null, ...chosen });

describe("choosePositions", () => {
  it("takes those with the most statements", () => {
    expect(choose({})).toEqual({
      actorIds: ["reed", "brook", "vale"],
      topicIds: ["roads", "grain", "ports"],
    });
  });

  it("takes the topics on which those chosen spoke, and those who spoke on the topics chosen", () => {
    expect(choose({ actorIds: ["brook"] }).topicIds).toEqual(["grain", "ports"]);
    expect(choose({ topicIds: ["grain"] }).actorIds).toEqual(["brook", "reed"]);
  });

  it("keeps what was chosen, in its order, though nothing is there", () => {
    const chosen = { topicIds: ["ports", "grain"], actorIds: ["vale", "brook"] };
    expect(choose(chosen)).toEqual(chosen);
  });

  it.each([
    [
      ["brook", "reed"],
      ["brook", "vale"],
    ],
    [[], ["reed", "vale"]],
    [["vale"], ["reed", "vale"]],
  ])("sets one of %j beside another", (actorIds, pair) => {
    expect(choose({ actorIds, besideId: "vale" }).actorIds).toEqual(pair);
  });

  it("takes so many that they are read without scrolling far", () => {
    const many = Array.from({ length: 20 }, (_, i) => ({
      ...{ topicId: `t${i}`, actorId: `a${i % 10}`, count: 1 },
    }));
    const { topicIds, actorIds } = choosePositions(many, {
      ...{ topicIds: [], actorIds: [], besideId: null },
    });
    expect([topicIds.length, actorIds.length]).toEqual([8, 4]);
  });
});

describe("toColumns", () => {
  const actors = [
    { id: "brook", name: "Ada Brook", kind: "person" as const, country: null },
    { id: "reed", name: "Tom Reed", kind: "person" as const, country: null },
  ];
  const headings = (compare: Parameters<typeof toColumns>[1]["compare"]) =>
    toColumns(actors, { on: "2025-02-27", compare }).map(({ actor, day }) => `${actor.id} ${day}`);

  it("has one for each actor, or one for each of two days, the earlier first", () => {
    expect(headings(null)).toEqual(["brook 2025-02-27", "reed 2025-02-27"]);
    expect(headings({ day: "2024-01-01" })).toEqual([
      ...["brook 2024-01-01", "brook 2025-02-27"],
      ...["reed 2024-01-01", "reed 2025-02-27"],
    ]);
    expect(headings({ day: "2025-02-27" })).toHaveLength(2);
  });
});
