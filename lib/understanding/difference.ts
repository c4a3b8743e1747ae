/** What is understood otherwise in an article than it was. */
import type { Gazetteer, Understanding } from "#lib/ingest/pipeline.ts";
import { explainTopics } from "#lib/ingest/pipeline.ts";
import { sentencesWith } from "#lib/text/sentences-with.ts";
import type { Span } from "#lib/text/span.ts";
import type { ChangeCounts, Difference, Proposal } from "#lib/understanding/types.ts";

/** Shown of each topic and actor; who wants to see more opens the article. */
const MAX_SENTENCES = 3;
const MAX_SENTENCE_CHARACTERS = 300;

type Placed = { actorId: string; startsAt: number; endsAt: number; status: string };

export type Changes = {
  topics: { gained: readonly { id: string }[]; lost: readonly string[] };
  mentions: { added: readonly Placed[]; removed: readonly Placed[] };
  statements: Difference["statements"];
};

/**
 * The changes of an article with the sentences that made us think so; those of a topic that goes are
 * known only where `before`, the definitions that it came from, are given. A mention that is only
 * longer or shorter, and one that comes as rejected, is no difference.
 */
export function differenceOf(
  body: string,
  changes: Changes,
  found: Pick<Understanding, "topics">,
  before?: Gazetteer,
): Difference {
  const spans = new Map(found.topics.map((topic) => [topic.topicId, topic.spans]));
  const { gained, lost } = changes.topics;
  const reasons = new Map(
    lost.length > 0 && before
      ? explainTopics(body, before.topics).map((why) => [why.topicId, why.sentences])
      : [],
  );
  return {
    topics: [
      ...gained.map(({ id }) => ({
        ...{ id, change: "gained" as const },
        sentences: wordsOf(body, sentencesWith(body, spans.get(id) ?? [])),
      })),
      ...lost.map((id) => ({
        ...{ id, change: "lost" as const },
        sentences: wordsOf(body, reasons.get(id) ?? []),
      })),
    ],
    mentions: mentionsOf(body, changes.mentions),
    statements: changes.statements,
  };
}

function mentionsOf(body: string, { added, removed }: Changes["mentions"]): Difference["mentions"] {
  const placeOf = ({ actorId, startsAt }: Placed) => `${startsAt} ${actorId}`;
  const [cameAt, wentFrom] = [new Set(added.map(placeOf)), new Set(removed.map(placeOf))];
  const came = added.filter((each) => each.status !== "rejected" && !wentFrom.has(placeOf(each)));
  const went = removed.filter((each) => !cameAt.has(placeOf(each)));
  return [...Map.groupBy([...came, ...went], ({ actorId }) => actorId)].map(([id, all]) => {
    const spans = all
      .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt }))
      .sort((a, b) => a.start - b.start);
    const lost = all.filter((each) => went.includes(each)).length;
    const sentences = wordsOf(body, sentencesWith(body, spans));
    return { id, gained: all.length - lost, lost, sentences };
  });
}

function wordsOf(body: string, sentences: readonly Span[]): string[] {
  return sentences.slice(0, MAX_SENTENCES).map(({ start, end }) => {
    const sentence = body.slice(start, Math.min(end, start + MAX_SENTENCE_CHARACTERS));
    return start + MAX_SENTENCE_CHARACTERS < end ? `${sentence} …` : sentence;
  });
}

/** The part of a difference that is of the proposed topic or actor itself. */
export function ofSubject({ topics, mentions }: Difference, { kind, id }: Proposal): Difference {
  const isIt = (each: { id: string }) => each.id === id;
  return {
    topics: kind === "topic" ? topics.filter(isIt) : [],
    mentions: kind === "actor" ? mentions.filter(isIt) : [],
    statements: { gained: 0, lost: 0 },
  };
}

/** True where nothing is gained or lost. */
export function isNothing({ topics, mentions, statements }: Difference): boolean {
  const count = topics.length + mentions.length + statements.gained + statements.lost;
  return count === 0;
}

/** What differs in several articles, in figures. */
export function countChanges(differences: readonly Difference[]): ChangeCounts {
  const sum = (countOf: (difference: Difference) => number) =>
    differences.reduce((total, difference) => total + countOf(difference), 0);
  const topics = (change: "gained" | "lost") =>
    sum((each) => each.topics.filter((topic) => topic.change === change).length);
  const mentions = (change: "gained" | "lost") =>
    sum((each) => each.mentions.reduce((total, mention) => total + mention[change], 0));
  return {
    changed: differences.filter((each) => !isNothing(each)).length,
    topicsGained: topics("gained"),
    topicsLost: topics("lost"),
    mentionsGained: mentions("gained"),
    mentionsLost: mentions("lost"),
    statementsGained: sum(({ statements }) => statements.gained),
    statementsLost: sum(({ statements }) => statements.lost),
  };
}
