import { describe, expect, it } from "vitest";
import { hasChanges, planUnderstanding } from "#lib/articles/plan-understanding.ts";

const BODY = "Ada Brook met Tom Hale. Brook spoke of grain.";

type Status = "suggested" | "confirmed" | "rejected";

function mention(actorId: string, words: string, status: Status = "suggested") {
  const startsAt = BODY.indexOf(words);
  return { actorId, startsAt, endsAt: startsAt + words.length, status };
}
const topic = (id: string, status: Status = "suggested", confidence = 0.7) => {
  return { id, status, confidence };
};
const found = (topics: ReturnType<typeof topic>[], mentions: ReturnType<typeof mention>[]) => ({
  topics: topics.map(({ id, confidence }) => ({ topicId: id, confidence, spans: [] })),
  mentions: mentions.map(({ actorId, startsAt, endsAt }) => {
    return { actorId, span: { start: startsAt, end: endsAt }, text: BODY.slice(startsAt, endsAt) };
  }),
});

describe("planUnderstanding", () => {
  it("changes nothing where the same is found again", () => {
    const known = { topics: [topic("grain")], mentions: [mention("brook", "Ada Brook")] };
    const plan = planUnderstanding(BODY, known, found(known.topics, known.mentions));
    expect(hasChanges(plan)).toBe(false);
  });

  it("takes suggestions back that are made no more, and makes new ones", () => {
    const known = {
      topics: [topic("grain"), topic("talks", "suggested", 0.5)],
      mentions: [mention("brook", "Ada Brook")],
    };
    const now = found(
      [topic("talks", "suggested", 0.6), topic("port")],
      [mention("hale", "Tom Hale")],
    );
    const plan = planUnderstanding(BODY, known, now);
    expect(plan.topics).toEqual({
      gained: [topic("port")],
      lost: ["grain"],
      reweighed: [topic("talks", "suggested", 0.6)],
    });
    expect(plan.mentions).toEqual({
      added: [mention("hale", "Tom Hale")],
      removed: [mention("brook", "Ada Brook")],
    });
  });

  it("leaves what a person decided, and suggests nothing at its place", () => {
    const known = {
      topics: [topic("grain", "confirmed"), topic("port", "rejected")],
      mentions: [
        mention("brook", "Ada Brook", "confirmed"),
        mention("hale", "Tom Hale", "rejected"),
      ],
    };
    const again = found([topic("port", "suggested", 0.9)], [mention("other", "Brook met")]);
    expect(hasChanges(planUnderstanding(BODY, known, again))).toBe(false);
    expect(hasChanges(planUnderstanding(BODY, known, found([], [])))).toBe(false);
  });

  it("adds another mention of somebody rejected throughout as rejected", () => {
    const known = { topics: [], mentions: [mention("brook", "Ada Brook", "rejected")] };
    const { mentions } = planUnderstanding(
      BODY,
      known,
      found([], [mention("brook", "Brook spoke")]),
    );
    expect(mentions).toEqual({ added: [mention("brook", "Brook spoke", "rejected")], removed: [] });
  });
});
