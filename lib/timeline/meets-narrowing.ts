/** What a timeline is narrowed to, of what a process holds in memory. */
import { foldWords } from "#lib/events/data-event-index.ts";
import type { LaneId } from "#lib/events/schema.ts";
import { knownBefore, type TimelineNarrowing } from "#lib/timeline/timeline-query.ts";

/** What events and commitments are both narrowed by; `words` as `foldWords` writes them. */
type Narrowable = {
  lanes: readonly LaneId[];
  topicIds: readonly string[];
  actorIds: readonly string[];
  outlets: readonly string[];
  words: string;
  enteredAt: Date;
};

/** The conditions that are asked for, but that of kinds. */
export function testsOf(narrowing: TimelineNarrowing): ((each: Narrowable) => boolean)[] {
  const { lanes, topicId, actorId, outletSlug, text } = narrowing;
  const before = knownBefore(narrowing);
  const words = foldWords(text);
  const tests: [boolean, (each: Narrowable) => boolean][] = [
    [lanes.length > 0, (each) => each.lanes.some((lane) => lanes.includes(lane))],
    [topicId !== null, (each) => each.topicIds.includes(topicId ?? "")],
    [actorId !== null, (each) => each.actorIds.includes(actorId ?? "")],
    [outletSlug !== null, (each) => each.outlets.includes(outletSlug ?? "")],
    [text !== "", (each) => words.every((word) => each.words.includes(` ${word}`))],
    [before !== null, (each) => each.enteredAt.getTime() < (before ?? 0)],
  ];
  return tests.filter(([isAsked]) => isAsked).map(([, holds]) => holds);
}
