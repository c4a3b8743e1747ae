import { createHash } from "node:crypto";
import type { StatementState } from "#lib/statements/schema-review.ts";

/**
 * 16 hexadecimal digits that change with whatever a person may decide about. What a re-run adds
 * beside it, a suggested topic, changes nothing that anybody has decided.
 */
export function markOf(state: StatementState): string {
  const { status, kind, speakerId, speakerText, isAnonymous, venue, saidOn, topics } = state;
  const decided = topics
    .filter((topic) => topic.status !== "suggested")
    .map((topic) => `${topic.topicId} ${topic.status}`)
    .sort();
  const fields = [status, kind, speakerId, speakerText, isAnonymous, venue, saidOn, decided];
  const all = JSON.stringify([...fields, state.decidedAt]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}
