import type { Judgement } from "#lib/articles/schema.ts";
import { followSpans } from "#lib/text/moved-spans.ts";

/** An actor at `[startsAt, endsAt)` of a body. */
export type PlacedMention = {
  actorId: string;
  startsAt: number;
  endsAt: number;
  status: Judgement["status"];
};

/**
 * The mentions of an edited body: what a person confirmed or rejected moves with its words and
 * goes only with them; `suggestions`, found in the new body, take the places that are free. Who
 * was rejected everywhere is not suggested again.
 */
export function carryMentions(
  bodies: { before: string; after: string },
  mentions: PlacedMention[],
  suggestions: Omit<PlacedMention, "status">[],
): PlacedMention[] {
  const follow = followSpans(bodies.before, bodies.after);
  const decided = mentions.flatMap((mention) => {
    if (mention.status === "suggested") return [];
    const span = follow({ start: mention.startsAt, end: mention.endsAt });
    return span ? [{ ...mention, startsAt: span.start, endsAt: span.end }] : [];
  });
  const unwanted = new Set(listRejected(mentions));
  const fresh = suggestions
    .filter((suggestion) => !decided.some((mention) => overlap(mention, suggestion)))
    .map((suggestion) => ({
      ...suggestion,
      status: unwanted.has(suggestion.actorId) ? ("rejected" as const) : ("suggested" as const),
    }));
  return [...decided, ...fresh].sort((a, b) => a.startsAt - b.startsAt);
}

/** One judgement for each actor, in order of first mention: decided only where all its mentions agree. */
export function judgeActors(mentions: PlacedMention[]): Judgement[] {
  return [...Map.groupBy(mentions, ({ actorId }) => actorId)].map(([id, places]) => {
    const statuses = new Set(places.map(({ status }) => status));
    const [only = "suggested"] = statuses;
    return { id, status: statuses.size === 1 ? only : "suggested" };
  });
}

function listRejected(mentions: PlacedMention[]): string[] {
  return judgeActors(mentions).flatMap(({ id, status }) => (status === "rejected" ? [id] : []));
}

function overlap(a: Omit<PlacedMention, "status">, b: Omit<PlacedMention, "status">): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
