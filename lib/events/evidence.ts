/** Which sentences of the articles on an event speak of it, and by what that is seen. */
import { WHOLE_DAY_PATTERN } from "#lib/events/day-precision.ts";
import { contentWords } from "#lib/events/content-words.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { findTimeExpressions, type TimeExpression } from "#lib/language/time-expressions.ts";
import { sentencesOf } from "#lib/text/sentences.ts";
import type { Span } from "#lib/text/span.ts";

export type SoughtEvent = {
  /** Extended Date/Time Format, and the first and last day that it covers. */
  date: string;
  startsOn: string;
  endsOn: string;
  title: string;
  placeName: string | null;
  placeCountry: string | null;
  facts: readonly string[];
  participants: readonly { actorId: string; name: string }[];
};

export type SearchedArticle = {
  id: string;
  /** `YYYY-MM-DD`: what "on Thursday" counts from. */
  publishedOn: string;
  /** As far as readers may see it; `startsAt` is the place in the body. */
  paragraphs: readonly { text: string; startsAt: number }[];
  mentions: readonly { actorId: string; startsAt: number; endsAt: number }[];
};

/** What a sentence has in common with an event. */
export type SharedWithEvent = {
  /** It names the day, or the month or year in which it lies. */
  date: string | null;
  place: string | null;
  /** Names of participants. */
  people: string[];
  /** Words of its title and facts, as the sentence has them, the most telling first. */
  words: string[];
};

export type EvidenceSentence = {
  articleId: string;
  /** In the article's body. */
  span: Span;
  /** Number of the paragraph among those shown, from 1. */
  paragraph: number;
  text: string;
  shares: SharedWithEvent;
  /** Places in the list of facts of those that it seems to bear out. */
  facts: number[];
  score: number;
};

const SENTENCES_PER_ARTICLE = 3;
const MIN_SCORE = 4;
/** Two rare words, or more common ones. */
const MIN_TELLING = 1.5;
/** Of so few, none shows yet which words are rare. */
const FEW_SENTENCES = 60;
const DAY_SCORE = 3;
const PERIOD_SCORE = 1;
const PLACE_SCORE = 2;
const COUNTRY_SCORE = 0.5;
const PERSON_SCORE = 1.5;
const MOST_PEOPLE_SCORED = 3;
const MOST_WORDS_SCORED = 6;
/** So much of a fact's own words a sentence has to have to bear it out, and so many at least. */
const FACT_SHARE = 0.4;
const FACT_WORDS = 3;
const MAX_SENTENCE_CHARACTERS = 1_000;
const MIN_NAME_CHARACTERS = 3;

/**
 * The sentences that speak most clearly of an event: up to three of each article, in the order of the
 * articles and of their texts. A sentence is taken where it shares the event's date, or telling words of
 * its title and facts, and besides that its place, its participants or the other of these; and where
 * it does not name another day.
 */
export function findEvidence(
  event: SoughtEvent,
  articles: readonly SearchedArticle[],
): EvidenceSentence[] {
  const sought = prepare(event);
  const read = articles.map((article) => readSentences(article));
  const weigh = tellingWeights(read.flat());
  return read.flatMap((sentences) =>
    sentences
      .flatMap((sentence) => judge(sought, sentence, weigh))
      .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
      .slice(0, SENTENCES_PER_ARTICLE)
      .sort((a, b) => a.span.start - b.span.start),
  );
}

/** A sentence as it is read, before anything is compared. */
type Sentence = {
  article: SearchedArticle;
  paragraph: number;
  span: Span;
  text: string;
  /** Stems with the words; those of its time expressions apart. */
  words: Map<string, string>;
  timeWords: Map<string, string>;
  times: (TimeExpression & { words: string })[];
};

function readSentences(article: SearchedArticle): Sentence[] {
  return article.paragraphs.flatMap(({ text, startsAt }, i) => {
    const times = findTimeExpressions(text, article.publishedOn).map((time) => {
      return { ...time, words: text.slice(time.start, time.end) };
    });
    return sentencesOf(text).flatMap(({ start, end }): Sentence[] => {
      if (end - start > MAX_SENTENCE_CHARACTERS) return [];
      const within = times.filter((time) => time.start >= start && time.end <= end);
      return [
        {
          ...{ article, paragraph: i + 1, times: within },
          span: { start: startsAt + start, end: startsAt + end },
          text: text.slice(start, end),
          words: contentWords(text.slice(start, end)),
          timeWords: contentWords(within.map(({ words }) => words).join(" ")),
        },
      ];
    });
  });
}

/** How telling a word is among these sentences, 0 to 1: least where it stands in all of them. */
function tellingWeights(sentences: readonly Sentence[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const most = Math.log(Math.max(sentences.length, FEW_SENTENCES));
  return (stem) => 1 - Math.log(counts.get(stem) ?? 1) / most;
}

type Sought = {
  event: SoughtEvent;
  isDatedToTheDay: boolean;
  places: string[];
  words: ReadonlySet<string>;
  facts: ReadonlySet<string>[];
};

function prepare(event: SoughtEvent): Sought {
  const names = new Set(
    contentWords(
      [event.placeName, event.placeCountry, ...event.participants.map(({ name }) => name)].join(
        " ",
      ),
    ).keys(),
  );
  const facts = event.facts.map((fact) => new Set(contentWords(fact).keys()));
  const all = [...contentWords(event.title).keys(), ...facts.flatMap((fact) => [...fact])];
  return {
    event,
    isDatedToTheDay: new RegExp(WHOLE_DAY_PATTERN).test(event.date),
    places: (event.placeName ?? "")
      .split(/[,/]/)
      .map((part) => part.trim())
      .filter((part) => part.length >= MIN_NAME_CHARACTERS),
    words: new Set(all.filter((word) => !names.has(word))),
    facts,
  };
}

function judge(
  sought: Sought,
  sentence: Sentence,
  weigh: (stem: string) => number,
): EvidenceSentence[] {
  const { article, span, paragraph, text, words, timeWords } = sentence;
  const stems = [...words.keys()].filter((stem) => sought.words.has(stem) && !timeWords.has(stem));
  const telling = stems.reduce((sum, stem) => sum + weigh(stem), 0);
  const shares: SharedWithEvent = {
    date: sharedDate(sought, sentence),
    place: sharedPlace(sought, text),
    people: sharedPeople(sought, sentence),
    words: stems.sort((a, b) => weigh(b) - weigh(a)).map((stem) => words.get(stem) ?? stem),
  };
  const score = scoreOf(sought, shares, sentence) + Math.min(MOST_WORDS_SCORED, telling);
  if (score < MIN_SCORE || !speaksOfIt(shares, telling)) return [];
  if (isOfAnotherDay(sought, shares, sentence)) return [];
  const facts = sought.facts.flatMap((fact, i) => (bearsOut(words, fact) ? [i] : []));
  return [{ articleId: article.id, span, paragraph, text, shares, facts, score }];
}

/** The same people at the same place may have met for anything. */
function speaksOfIt({ date, place, people }: SharedWithEvent, telling: number): boolean {
  const isTelling = telling >= MIN_TELLING;
  return (
    (date !== null || isTelling) && [date, place, people[0], isTelling].filter(Boolean).length > 1
  );
}

function isOfAnotherDay(
  { event, isDatedToTheDay }: Sought,
  { date }: SharedWithEvent,
  { times }: Sentence,
): boolean {
  const days = times.flatMap(({ day }) => day ?? []);
  return isDatedToTheDay && date === null && days.some((day) => !isWithin(event, day, day));
}

/** What date, place and people give. */
function scoreOf(
  { event }: Sought,
  { date, place, people }: SharedWithEvent,
  { times }: Sentence,
): number {
  const isDay = times.some(({ day }) => day !== null && isWithin(event, day, day));
  return (
    (date === null ? 0 : isDay ? DAY_SCORE : PERIOD_SCORE) +
    (place === null ? 0 : place === event.placeCountry ? COUNTRY_SCORE : PLACE_SCORE) +
    PERSON_SCORE * Math.min(MOST_PEOPLE_SCORED, people.length)
  );
}

/** The words of the sentence that name the event's date or the period in which it lies. */
function sharedDate({ event, isDatedToTheDay }: Sought, { times }: Sentence): string | null {
  const found =
    times.find(({ day }) => day !== null && isWithin(event, day, day)) ??
    times.find(({ value, type }) => {
      const range = type === "DATE" && value ? parseEdtf(value) : null;
      if (!range) return false;
      return isDatedToTheDay
        ? range.start <= event.startsOn && event.endsOn <= range.end
        : isWithin(event, range.start, range.end);
    });
  return found?.words ?? null;
}

function isWithin({ startsOn, endsOn }: SoughtEvent, from: string, to: string): boolean {
  return startsOn <= from && to <= endsOn;
}

function sharedPlace({ event, places }: Sought, sentence: string): string | null {
  const named = places.find((place) => hasWords(sentence, place));
  const country = event.placeCountry;
  return named ?? (country && hasWords(sentence, country) ? country : null);
}

function sharedPeople({ event }: Sought, { article, span, text }: Sentence): string[] {
  const mentioned = new Set(
    article.mentions
      .filter(({ startsAt, endsAt }) => startsAt >= span.start && endsAt <= span.end)
      .map(({ actorId }) => actorId),
  );
  return event.participants
    .filter(({ name }) => !event.placeName?.includes(name))
    .filter(({ actorId, name }) => {
      const surname = name.split(" ").at(-1) ?? "";
      const isNamed = surname.length > MIN_NAME_CHARACTERS && hasWords(text, surname);
      return mentioned.has(actorId) || isNamed;
    })
    .map(({ name }) => name);
}

/** Whole words, as they are written. */
function hasWords(sentence: string, words: string): boolean {
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
    const around = `${sentence[at - 1] ?? " "}${sentence[at + words.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function bearsOut(words: ReadonlyMap<string, string>, fact: ReadonlySet<string>): boolean {
  const shared = [...fact].filter((word) => words.has(word)).length;
  return shared >= FACT_WORDS && shared >= FACT_SHARE * fact.size;
}
