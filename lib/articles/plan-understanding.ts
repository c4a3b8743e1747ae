/** What understanding an article anew changes about its topics and mentions. */
import { carryMentions, type PlacedMention } from "#lib/articles/carry-mentions.ts";
import type { Judgement } from "#lib/articles/schema.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";

export type WeighedTopic = Judgement & { confidence: number };

/** What stands about an article's topics and mentions. */
export type KnownSubjects = { topics: readonly WeighedTopic[]; mentions: readonly PlacedMention[] };

/** Rows that go and rows that come, in that order; what is in neither stays as it is. */
export type SubjectChanges = {
  topics: {
    gained: WeighedTopic[];
    lost: string[];
    /** Still suggested, with another confidence. */
    reweighed: WeighedTopic[];
  };
  mentions: { added: PlacedMention[]; removed: PlacedMention[] };
};

/** Confidences are kept in single precision. */
const SAME_CONFIDENCE = 1e-4;

/**
 * How what is known of a body becomes what is found in it now. What a person confirmed or rejected
 * stays, and nothing is suggested where it stands.
 */
export function planUnderstanding(
  body: string,
  known: KnownSubjects,
  found: Pick<Understanding, "topics" | "mentions">,
): SubjectChanges {
  return { topics: planTopics(known.topics, found), mentions: planMentions(body, known, found) };
}

function planTopics(
  known: readonly WeighedTopic[],
  { topics }: Pick<Understanding, "topics">,
): SubjectChanges["topics"] {
  const found = topics.map(({ topicId, confidence }) => {
    return { id: topicId, status: "suggested" as const, confidence };
  });
  const before = new Map(known.map((topic) => [topic.id, topic]));
  const isFound = new Set(found.map(({ id }) => id));
  return {
    gained: found.filter(({ id }) => !before.has(id)),
    lost: known.flatMap(({ id, status }) =>
      status === "suggested" && !isFound.has(id) ? [id] : [],
    ),
    reweighed: found.filter(({ id, confidence }) => {
      const topic = before.get(id);
      const isOpen = topic?.status === "suggested";
      return isOpen && Math.abs(topic.confidence - confidence) > SAME_CONFIDENCE;
    }),
  };
}

function planMentions(
  body: string,
  { mentions }: KnownSubjects,
  found: Pick<Understanding, "mentions">,
): SubjectChanges["mentions"] {
  const suggestions = found.mentions.map(({ actorId, span }) => {
    return { actorId, startsAt: span.start, endsAt: span.end };
  });
  const wanted = carryMentions({ before: body, after: body }, [...mentions], suggestions);
  const [had, has] = [new Set(mentions.map(keyOf)), new Set(wanted.map(keyOf))];
  return {
    added: wanted.filter((mention) => !had.has(keyOf(mention))),
    removed: mentions.filter((mention) => !has.has(keyOf(mention))),
  };
}

function keyOf({ actorId, startsAt, endsAt, status }: PlacedMention): string {
  return `${startsAt}-${endsAt} ${actorId} ${status}`;
}

/** True where there is something to write. */
export function hasChanges({ topics, mentions }: SubjectChanges): boolean {
  const lists = [
    ...[topics.gained, topics.lost, topics.reweighed],
    ...[mentions.added, mentions.removed],
  ];
  return lists.some((list) => list.length > 0);
}
