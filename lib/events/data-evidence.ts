import { listVisibleTexts, type VisibleText } from "#lib/articles/data-visible.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { database } from "#lib/db/client.ts";
import { readWeighed } from "#lib/events/data-importance.ts";
import { findEvidence, type EvidenceSentence } from "#lib/events/evidence.ts";
import { importanceOf } from "#lib/events/importance.ts";
import { countIndependent, type Coverage } from "#lib/events/independence.ts";
import { LONGEST_DATED_DAYS } from "#lib/events/day-precision.ts";
import { toSaying } from "#lib/events/sayings.ts";
import type { EventEvidence, EvidenceLine } from "#lib/events/types-evidence.ts";
import type { EventDetails } from "#lib/events/types.ts";
import { addDays } from "#lib/dates/calendar-day.ts";
import { listStancedStatements, type StancedStatement } from "#lib/statements/data-stances.ts";
import { textFragment } from "#lib/text/text-fragment.ts";

/** So many articles are read, those nearest in time to the event; the others are counted. */
const ARTICLES_READ = 40;
const STATEMENTS_READ = 400;
/** Of so many events, some 50 kB each: to read forty articles anew takes a tenth of a second. */
const MOST_KEPT = 200;
const NO_COVERAGE: Coverage = { reports: [], copies: [], publishers: [] };

/**
 * What an event rests on: the sentences of its published articles that speak of it, as far as readers
 * may see them, who says so, how many outlets report it independently, and why it weighs what it does.
 */
export const getEvidence = keptUntilChange("event-evidence", MOST_KEPT, readEvidence);

async function readEvidence(event: EventDetails): Promise<EventEvidence> {
  const [{ ids, linkedCount }, weighed] = await Promise.all([
    listNearestArticles(event.id),
    readWeighed([event.id]),
  ]);
  const [texts, statements] = await Promise.all([
    listVisibleTexts(ids),
    listStancedStatements(ids, STATEMENTS_READ),
  ]);
  const sentences = findEvidence(event, texts);
  const own = weighed.get(event.id);
  const { count, accounts } = countIndependent(own?.coverage ?? NO_COVERAGE);
  const then = statements.filter((statement) => isSaidThen(event, statement));
  const about = statements.filter(
    (each) => !then.includes(each) && sentences.some((sentence) => isIn(each, sentence)),
  );
  return {
    articles: toArticles(texts, sentences, statements),
    ...{ linkedCount, readCount: texts.length },
    ...{ independentCount: count, accounts },
    statementsThen: withoutRepeats(then),
    statementsAbout: withoutRepeats(about),
    otherStatementCount: statements.length - then.length - about.length,
    importance: own ? importanceOf(own) : { score: 0, reasons: [] },
  };
}

async function listNearestArticles(eventId: string) {
  const rows = await database.$queryRaw<{ id: string; total: number }[]>`
    SELECT article_id::text AS id, (count(*) OVER ())::int AS total
    FROM event_articles JOIN article_search USING (article_id)
    JOIN events ON events.id = event_id
    WHERE event_id = ${eventId}
    ORDER BY abs(published_on - starts_on), article_id
    LIMIT ${ARTICLES_READ}`;
  return { ids: rows.map(({ id }) => id), linkedCount: rows[0]?.total ?? 0 };
}

function toArticles(
  texts: readonly VisibleText[],
  sentences: readonly EvidenceSentence[],
  statements: readonly StancedStatement[],
) {
  const lines = sentences.map((sentence, i) => ({ sentence, number: i + 1 }));
  return texts.flatMap((text) => {
    const own = lines.filter(({ sentence }) => sentence.articleId === text.id);
    if (own.length === 0) return [];
    const { id, path, headline, headlineProposed, outlet, publishedOn, sources, isShortened } =
      text;
    return {
      ...{ id, path, headline, headlineProposed, publishedOn, sources, isShortened },
      outletName: outlet?.name ?? null,
      sentences: own.map(({ sentence, number }) => toLine(text, sentence, statements, number)),
    };
  });
}

function toLine(
  { path, paragraphs }: VisibleText,
  { articleId, span, paragraph, text, shares, facts }: EvidenceSentence,
  statements: readonly StancedStatement[],
  number: number,
): EvidenceLine {
  const within = paragraphs[paragraph - 1];
  const place = within
    ? { start: span.start - within.startsAt, end: span.end - within.startsAt }
    : { start: 0, end: text.length };
  return {
    ...{ number, text, articleId, shares, facts },
    href: `${path}#p${paragraph}${textFragment(within?.text ?? text, place)}`,
    sayings: statements.filter((said) => isIn(said, { articleId, span })).map(toSaying),
  };
}

function isIn(
  { articleId, startsAt, endsAt }: StancedStatement,
  sentence: Pick<EvidenceSentence, "articleId" | "span">,
): boolean {
  const { start, end } = sentence.span;
  return articleId === sentence.articleId && startsAt < end && endsAt > start;
}

/** A day of the event's own, where it is dated so closely that this tells anything. */
function isSaidThen(
  { startsOn, endsOn }: EventDetails,
  { day, saidOn }: StancedStatement,
): boolean {
  if (endsOn > addDays(startsOn, LONGEST_DATED_DAYS)) return false;
  return saidOn !== null && day >= startsOn && day <= endsOn;
}

/** The same words of several articles once. */
function withoutRepeats(statements: readonly StancedStatement[]): StancedStatement[] {
  const keyOf = ({ groupId, speaker }: StancedStatement) => `${groupId} ${speaker?.id ?? ""}`;
  const first = new Map<string, StancedStatement>();
  for (const each of statements) if (!first.has(keyOf(each))) first.set(keyOf(each), each);
  return [...first.values()];
}
