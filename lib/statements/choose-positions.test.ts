import { describe, expect, it } from "vitest";
import { chooseActors, toColumns } from "#lib/statements/choose-positions.ts";

describe("chooseActors", () => {
  const most = ["reed", "brook", "vale"];

  it.each([
    ["those with the most statements", [], null, most],
    ["those chosen, in their order", ["vale", "brook"], null, ["vale", "brook"]],
    ["the first chosen beside another", ["brook", "reed"], "vale", ["brook", "vale"]],
    ["the one with the most beside another", [], "vale", ["reed", "vale"]],
    ["nobody beside themselves", ["reed"], "reed", ["brook", "reed"]],
  ])("takes %s", (_name, chosen, besideId, expected) => {
    expect(chooseActors(chosen, most, besideId)).toEqual(expected);
  });

  it("takes one alone where there is nobody else", () => {
    expect(chooseActors([], [], "reed")).toEqual(["reed"]);
  });
});

describe("toColumns", () => {
  const headings = (compare: Parameters<typeof toColumns>[1]["compare"]) =>
    toColumns(["brook", "reed"], { on: "2025-02-27", compare }).map(
      ({ actorId, day }) => `${actorId} ${day}`,
    );

  it("has one for each actor, or one for each of two days, the earlier first", () => {
    expect(headings(null)).toEqual(["brook 2025-02-27", "reed 2025-02-27"]);
    expect(headings({ day: "2024-01-01" })).toEqual([
      ...["brook 2024-01-01", "brook 2025-02-27"],
      ...["reed 2024-01-01", "reed 2025-02-27"],
    ]);
    expect(headings({ day: "2025-02-27" })).toHaveLength(2);
  });
});
