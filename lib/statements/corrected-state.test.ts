import { describe, expect, it } from "vitest";
import {
  confirmedAs,
  decidedLike,
  listCorrected,
  rejectedState,
  reopenedState,
} from "./corrected-state.ts";
import type { StatementState } from "./schema-review.ts";

const DECIDER = { decidedAt: "2025-03-01T10:00:00.000Z", decidedById: null };
const topic = (topicId: string, status: "suggested" | "confirmed" | "rejected", confidence = 1) => {
  return { topicId, status, confidence };
};
const READ: StatementState = {
  ...{ status: "suggested", kind: "direct", speakerId: "tom-reed", speakerText: "the official" },
  ...{ isAnonymous: false, venue: "in Alder", saidOn: "2025-02-27" },
  topics: [topic("grain", "suggested", 0.7), topic("ports", "suggested", 0.4)],
  ...{ decidedAt: null, decidedById: null },
};
const CORRECTED = {
  ...{ kind: "mixed" as const, speakerId: "ada-brook", speakerText: "Ms Brook" },
  ...{ isAnonymous: false, venue: null, saidOn: "2025-02-26" },
  ...{ topics: ["sea", "grain"], offered: ["grain", "ports"] },
};

it("confirms what a person ticked, and rejects what they could have ticked", () => {
  const before = { ...READ, topics: [...READ.topics, topic("later", "suggested", 0.2)] };
  const after = confirmedAs(before, CORRECTED, DECIDER);
  expect(after).toMatchObject({ status: "confirmed", speakerId: "ada-brook", ...DECIDER });
  expect(after.topics).toEqual([
    topic("grain", "confirmed"),
    topic("later", "suggested", 0.2),
    topic("ports", "rejected", 0.4),
    topic("sea", "confirmed"),
  ]);
  expect(after).not.toHaveProperty("offered");
  expect(listCorrected(READ, after)).toEqual([
    ...["kind", "speakerId", "speakerText", "venue", "saidOn"],
  ]);
});

it("rejects and puts back without a word about anything else", () => {
  expect(rejectedState(READ, DECIDER)).toEqual({ ...READ, ...DECIDER, status: "rejected" });
  expect(reopenedState(rejectedState(READ, DECIDER))).toEqual(READ);
  expect(listCorrected(READ, rejectedState(READ, DECIDER))).toEqual([]);
});

describe("decidedLike", () => {
  const model = confirmedAs(READ, CORRECTED, DECIDER);
  const other = { ...READ, venue: "at sea", topics: [topic("ports", "suggested", 0.5)] };

  it("takes the speaker over, and what else was read of it stays", () => {
    const after = decidedLike(model, other, { hasSameWords: false }, DECIDER);
    expect(after).toEqual({ ...other, ...DECIDER, status: "confirmed", speakerId: "ada-brook" });
  });

  it("takes the topics over with the same words", () => {
    const after = decidedLike(model, other, { hasSameWords: true }, DECIDER);
    expect(after.topics).toEqual(model.topics);
    expect(after.venue).toBe("at sea");
  });

  it("knows nobody behind an anonymous source", () => {
    const anonymous = { ...model, isAnonymous: true, speakerId: null };
    const after = decidedLike(anonymous, other, { hasSameWords: false }, DECIDER);
    expect(after).toMatchObject({ isAnonymous: true, speakerId: null });
  });

  it("rejects what is like a rejected one, and keeps what was read", () => {
    const rejected = rejectedState(model, DECIDER);
    const after = decidedLike(rejected, other, { hasSameWords: true }, DECIDER);
    expect(after).toEqual({ ...other, ...DECIDER, status: "rejected" });
  });
});
