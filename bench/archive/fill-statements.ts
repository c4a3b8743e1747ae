import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import type { NewStatement } from "#lib/statements/types.ts";
import { sentencesOf } from "#lib/text/sentences.ts";

/** So many sentences the shortest of articles have, more or less. */
export const STATEMENTS_EACH = 30;
const MAX_STATEMENTS_EACH = 100;
const BATCH = 200;
const BATCH_TIMEOUT_MS = 60_000;
const MIN_CHARACTERS = 40;
/** One in so many was confirmed by a person. */
const CONFIRMED_EVERY = 5;
const MADE_UP_ACTORS = 400;

let seed = 20_250_227;

/** The same numbers in every run (a linear congruential generator, as in Numerical Recipes), 0–1. */
function nextShare(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
}

/** Few are spoken of in most of the news: the first of a list most, each further one less. */
function pick<T>(list: readonly T[]): T {
  return list[Math.floor(list.length * nextShare() ** 3)] as T;
}

/**
 * Takes the first sentences of the archive's articles for statements, until there are so many, of
 * speakers and topics that are as unequal as in the news. Returns how many there are.
 */
export async function fillStatements(wanted: number): Promise<number> {
  await database.actor.createMany({
    data: Array.from({ length: MADE_UP_ACTORS }, (_, i) => ({
      ...{ id: `envoy-${i}`, kind: "person" as const, name: `Envoy ${i} of Northmark` },
    })),
  });
  const orderBy = { id: "asc" } as const;
  const actors = await database.actor.findMany({ select: { id: true }, orderBy });
  const topics = await database.topic.findMany({ select: { id: true }, orderBy });
  let made = 0;
  let after = "";
  while (made < wanted) {
    const articles = await database.article.findMany({
      where: after ? { id: { gt: after } } : {},
      select: { id: true, body: true, publishedOn: true },
      orderBy,
      take: BATCH,
    });
    if (articles.length === 0) break;
    after = articles.at(-1)?.id ?? "";
    const rows = articles.map(({ id, body, publishedOn }) => ({
      ...{ articleId: id, body, publishedOn: publishedOn && toCalendarDay(publishedOn) },
      statements: statementsIn(body, actors, topics),
    }));
    made += rows.reduce((sum, { statements }) => sum + statements.length, 0);
    await database.$transaction((tx) => insertStatements(tx, rows), { timeout: BATCH_TIMEOUT_MS });
  }
  return made;
}

type Named = readonly { id: string }[];

function statementsIn(body: string, actors: Named, topics: Named): NewStatement[] {
  const sentences = sentencesOf(body).filter(({ start, end }) => end - start >= MIN_CHARACTERS);
  return sentences.slice(0, MAX_STATEMENTS_EACH).map((sentence, i) => {
    const status = i % CONFIRMED_EVERY === 0 ? ("confirmed" as const) : ("suggested" as const);
    const parts = {
      ...{ content: [sentence], quotes: [sentence], insertions: [] },
      ...{ cue: null, source: null, venue: null, saidOn: null },
    };
    const topicIds = new Set([pick(topics).id, pick(topics).id]);
    return {
      ...{ kind: "direct", parts, status, confidence: nextShare(), venue: null, saidOn: null },
      ...{ speakerId: pick(actors).id, speakerText: null, isAnonymous: false },
      decidedAt: status === "confirmed" ? new Date() : null,
      topics: [...topicIds].map((topicId) => ({ topicId, status, confidence: 0.8 })),
    };
  });
}
