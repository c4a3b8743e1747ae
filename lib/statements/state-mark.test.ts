import { expect, it } from "vitest";
import type { StatementState } from "./schema-review.ts";
import { markOf } from "./state-mark.ts";

const STATE: StatementState = {
  status: "confirmed",
  kind: "direct",
  speakerId: "ada-brook",
  speakerText: "Ms Brook",
  isAnonymous: false,
  venue: null,
  saidOn: "2025-02-27",
  topics: [
    { topicId: "grain", status: "confirmed", confidence: 1 },
    { topicId: "ports", status: "rejected", confidence: 0.4 },
  ],
  decidedAt: "2025-03-01T10:00:00.000Z",
  decidedById: null,
};

it("is the same for the same state, in whatever order its topics come", () => {
  expect(markOf(STATE)).toMatch(/^[0-9a-f]{16}$/);
  expect(markOf({ ...STATE, topics: STATE.topics.toReversed() })).toBe(markOf(STATE));
});

it("does not change with what a re-run suggests besides", () => {
  const topics = [...STATE.topics, { topicId: "sea", status: "suggested" as const, confidence: 1 }];
  expect(markOf({ ...STATE, topics })).toBe(markOf(STATE));
});

it.each<[string, Partial<StatementState>]>([
  ["status", { status: "rejected" }],
  ["kind", { kind: "mixed" }],
  ["speaker", { speakerId: "tom-reed" }],
  ["the speaker's words", { speakerText: "Brook" }],
  ["anonymity", { isAnonymous: true }],
  ["venue", { venue: "in Alder" }],
  ["day", { saidOn: "2025-02-28" }],
  ["a decided topic", { topics: STATE.topics.slice(1) }],
  ["when it was decided", { decidedAt: null }],
])("changes with %s", (_, change) => {
  expect(markOf({ ...STATE, ...change })).not.toBe(markOf(STATE));
});
