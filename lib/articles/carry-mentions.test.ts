import { describe, expect, it } from "vitest";
import { carryMentions, judgeActors, type PlacedMention } from "#lib/articles/carry-mentions.ts";

const before = "Ada Brook met Tom Reed.";
const at = (
  body: string,
  words: string,
  actorId: string,
  status: PlacedMention["status"] = "suggested",
): PlacedMention => {
  const startsAt = body.indexOf(words);
  return { actorId, startsAt, endsAt: startsAt + words.length, status };
};

describe("mentions of an edited body", () => {
  it("keep a person's decision at its words, and replace old suggestions by new ones", () => {
    const after = "On Monday Ada Brook met Eve Marsh.";
    const carried = carryMentions(
      { before, after },
      [at(before, "Ada Brook", "brook", "confirmed"), at(before, "Tom Reed", "reed")],
      [at(after, "Ada Brook", "brook"), at(after, "Eve Marsh", "marsh")],
    );
    expect(carried).toEqual([
      at(after, "Ada Brook", "brook", "confirmed"),
      at(after, "Eve Marsh", "marsh"),
    ]);
  });

  it("never suggest again who was rejected, here or elsewhere in the text", () => {
    const after = `${before} Tom Reed left.`;
    const second = { actorId: "reed", startsAt: 24, endsAt: 32 };
    const carried = carryMentions(
      { before, after },
      [at(before, "Tom Reed", "reed", "rejected")],
      [at(after, "Tom Reed", "reed"), second],
    );
    expect(carried.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("drop a decision whose words are gone", () => {
    const mentions = [at(before, "Tom Reed", "reed", "confirmed")];
    expect(carryMentions({ before, after: "Ada Brook met no one." }, mentions, [])).toEqual([]);
  });
});

it("judges an actor only where all mentions agree", () => {
  expect(
    judgeActors([
      { actorId: "a", startsAt: 0, endsAt: 1, status: "confirmed" },
      { actorId: "b", startsAt: 2, endsAt: 3, status: "confirmed" },
      { actorId: "b", startsAt: 4, endsAt: 5, status: "suggested" },
    ]),
  ).toEqual([
    { id: "a", status: "confirmed" },
    { id: "b", status: "suggested" },
  ]);
});
