/** Suggests who an article mentions, what it is about and who says what in it, by a gazetteer: simple, precise, linear. */
import { findOfficeHolders } from "./office-holders.ts";
import type { Gazetteer, GazetteerActor, Understanding } from "./gazetteer.ts";
import { onceFor } from "./once-for.ts";
import { createPhraseMatcher } from "./phrase-matcher.ts";
import { findTopicHits, weighTopics } from "./topics.ts";
import type { Span } from "./types.ts";
import { understandStatements } from "./understand-statements.ts";

export type { Gazetteer, Understanding } from "./gazetteer.ts";

type Mention = Understanding["mentions"][number];

/** Aliases that name an office, not a person: they depend on the day and are looked up by it. */
const GENERIC_ALIAS =
  /^(?:the )?(?:(?:uk|us|british|american|ukrainian|russian|former|then) )*(?:prime minister|president|foreign secretary|secretary of state|chancellor|king|queen|minister|defence secretary|ambassador|envoy|pm|potus)$/i;
const MIN_SURNAME_LENGTH = 3;

/**
 * Mentions, topics and statements suggested for a body (paragraphs joined by a blank line). A bare surname counts
 * only after the full name; an office only where `publishedOn` leaves one holder. Never throws.
 */
export function understandBody(
  body: string,
  publishedOn: string | null,
  gazetteer: Gazetteer,
): Understanding {
  const mentions = findMentions(body, publishedOn, gazetteer.actors);
  const keywords = findTopicHits(body, gazetteer.topics);
  return {
    mentions,
    topics: weighTopics(body, gazetteer.topics, keywords),
    statements: understandStatements(body, { publishedOn, gazetteer, mentions, keywords }),
  };
}

/** The actors named in a body, in its order, as `understandBody` says. */
export function findMentions(
  body: string,
  publishedOn: string | null,
  actors: GazetteerActor[],
): Mention[] {
  const named = findNamed(body, actors);
  const surnames = findSurnames(body, named, actors);
  const offices = findOfficeHolders(body, publishedOn, actors);
  return withoutOverlaps([...named, ...surnames, ...offices]);
}

const findNames = onceFor((actors: GazetteerActor[]) => {
  // Full names first: where two actors share a phrase, the one whose name it is has it.
  const phrases = [
    ...actors.map(({ id, name }) => [name, id] as const),
    ...actors.flatMap(({ id, aliases }) =>
      aliases.filter(isNaming).map((alias) => [alias, id] as const),
    ),
  ];
  const acronyms = new Set(phrases.flatMap(([p]) => (isAcronym(p) ? [p.toLowerCase()] : [])));
  return { match: createPhraseMatcher(phrases), acronyms };
});

function findNamed(body: string, actors: GazetteerActor[]): Mention[] {
  const { match, acronyms } = findNames(actors);
  return match(body).flatMap(({ value, span }) => {
    const text = body.slice(span.start, span.end);
    // "US" is a country and "us" is not: what is written in capitals must stand so.
    if (acronyms.has(text.toLowerCase()) && text !== text.toUpperCase()) return [];
    return /\p{Lu}/u.test(text) ? [{ actorId: value, span, text }] : [];
  });
}

function isNaming(alias: string): boolean {
  return !GENERIC_ALIAS.test(alias.trim());
}

function isAcronym(phrase: string): boolean {
  return phrase.length <= 5 && phrase === phrase.toUpperCase();
}

const surnamesById = onceFor((actors: GazetteerActor[]) => {
  const people = actors.filter(({ kind }) => kind === "person");
  return new Map(people.map((actor) => [actor.id, surnamesOf(actor)]));
});

/** Surnames of people named in full earlier, where no two of them share one. */
function findSurnames(body: string, named: Mention[], actors: GazetteerActor[]): Mention[] {
  const surnames = surnamesById(actors);
  const first = new Map<string, { actorId: string; from: number } | null>();
  for (const { actorId, span } of named) {
    for (const surname of surnames.get(actorId) ?? []) {
      const known = first.get(surname);
      if (known === undefined) first.set(surname, { actorId, from: span.end });
      else if (known && known.actorId !== actorId) first.set(surname, null);
    }
  }
  const phrases = [...first].flatMap(([surname, found]) =>
    found ? [[surname, found] as const] : [],
  );
  if (phrases.length === 0) return [];
  return createPhraseMatcher(phrases)(body).flatMap(({ value, span }) => {
    const text = body.slice(span.start, span.end);
    if (span.start < value.from || !/^\p{Lu}/u.test(text)) return [];
    return [{ actorId: value.actorId, span, text }];
  });
}

/** In all the spellings that the archive knows: "Zelensky", "Zelenskyy", "Зеленський". */
function surnamesOf(actor: GazetteerActor): Set<string> {
  const [name = [], ...aliases] = [actor.name, ...actor.aliases.filter(isNaming)].map((each) =>
    each.split(/\s+/),
  );
  const forenames = new Set(name.slice(0, -1));
  const surnames = [name, ...aliases].flatMap((words) => (words.length > 1 ? words.slice(-1) : []));
  return new Set(
    surnames.filter((word) => word.length >= MIN_SURNAME_LENGTH && !forenames.has(word)),
  );
}

/** In order of place; of two that overlap, the longer one. */
function withoutOverlaps(mentions: Mention[]): Mention[] {
  const length = ({ start, end }: Span) => end - start;
  const sorted = mentions.toSorted(
    (a, b) => a.span.start - b.span.start || length(b.span) - length(a.span),
  );
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (!last || mention.span.start >= last.span.end) kept.push(mention);
  }
  return kept;
}
