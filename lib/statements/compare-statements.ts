/** What understanding an article anew changes about its statements. */
import { carryStatements } from "#lib/statements/carry-statements.ts";
import { wordsOfStatement } from "#lib/statements/words.ts";
import type { KnownStatement, NewStatement, SuggestedStatement } from "#lib/statements/types.ts";

export type StatementsDifference = {
  gained: number;
  lost: number;
  /** Some row is to be written: one came, went, or says something else. */
  hasChanges: boolean;
  /** What is to stand there. */
  next: NewStatement[];
};

/** Confidences are kept in single precision. */
const PRECISION = 4;

/** How the statements known of a body differ from those that it has once `suggestions` are carried in. */
export function compareStatements(
  body: string,
  known: readonly KnownStatement[],
  suggestions: readonly SuggestedStatement[],
): StatementsDifference {
  // One whose place holds no words cannot be kept.
  const next = carryStatements({ before: body, after: body }, known, suggestions).filter(
    ({ id, parts }) => id !== undefined || wordsOfStatement(body, parts) !== "",
  );
  const before = new Map(known.map((statement) => [statement.id, contentOf(statement)]));
  const kept = next.flatMap(({ id }) => (id && before.has(id) ? [id] : []));
  const gained = next.length - kept.length;
  const lost = known.length - kept.length;
  const isAltered = next.some(({ id, ...rest }) => {
    return id !== undefined && before.get(id) !== contentOf(rest);
  });
  return { gained, lost, hasChanges: gained > 0 || lost > 0 || isAltered, next };
}

/** All that a reading decides of a statement, as a comparable value. */
function contentOf(statement: Omit<NewStatement, "id">): string {
  const { kind, parts, speakerId, speakerText, isAnonymous, venue, saidOn, confidence } = statement;
  const { content, quotes, insertions, cue, source } = parts;
  const topics = statement.topics
    .map(
      ({ topicId, status, confidence }) => `${topicId} ${status} ${confidence.toFixed(PRECISION)}`,
    )
    .sort();
  return JSON.stringify([
    ...[kind, speakerId, speakerText, isAnonymous, venue, saidOn, confidence.toFixed(PRECISION)],
    ...[content, quotes, insertions, cue, source, parts.venue, parts.saidOn].map(placesOf),
    topics,
  ]);
}

/** The order of a span's properties differs between what was read from text and from the database. */
function placesOf(spans: NewStatement["parts"]["content"] | NewStatement["parts"]["cue"]): string {
  return [spans ?? []]
    .flat()
    .map(({ start, end }) => `${start}-${end}`)
    .join();
}
