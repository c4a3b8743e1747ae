/** Articles of few words, and the slow and obvious way to tell which of them a query asks for. */
import fc from "fast-check";
import { MAX_TEXT_LENGTH } from "#lib/search/parse-query.ts";
import { MAX_BEGINNINGS } from "#lib/search/parse-tree.ts";

// Words that stemming leaves as they are, none of which begins as another does.
const WORDS = [
  "alder",
  "brook",
  "cedar",
  "dapper",
  "elk",
  "fjord",
  "gull",
  "harbor",
  "iris",
  "jackal",
];
/** Another spelling of some, which is to make no difference. */
const SPELLED: Readonly<Record<string, string>> = {
  alder: "ａlder",
  brook: "brook’s",
  cedar: "ce\u00ADdar",
  elk: "ÉLK",
  fjord: "fjørd",
  gull: "“gull”",
  harbor: "harbour",
};
const TOPICS = ["grain", "ports", "tolls"];
const PEOPLE = ["ada-moss", "bo-lund", "cy-reed"];
const COUNTRIES = ["norland", "sudland"];
const OUTLETS = ["courier", "herald"];
const LANGUAGES = ["en", "uk"];
const DAYS = ["2022-02-24", "2024-12-31", "2025-01-01", "2025-02-27", "2025-02-28", "2025-03-01"];
const KINDS = ["direct", "indirect"] as const;

export type SaidWords = { words: string[]; speaker: string | null; kind: (typeof KINDS)[number] };
export type SearchedArticle = {
  isPublic: boolean;
  title: string[];
  body: string[];
  said: SaidWords[];
  day: string;
  outlet: string | null;
  language: string;
  topics: string[];
  people: string[];
  countries: string[];
};
/** A query and, for each article, whether it is one of those asked for. */
export type Asked = { text: string; isMet: (article: SearchedArticle) => boolean };

const someOf = <T>(values: readonly T[]) => fc.subarray([...values]);
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const words = (min: number, max: number) =>
  fc.array(oneOf(WORDS), { minLength: min, maxLength: max });

/** What stands in the archive: named things, by the ids under which queries name them. */
export const SEARCHED = { TOPICS, PEOPLE, COUNTRIES, OUTLETS };

export const searchedArticle: fc.Arbitrary<SearchedArticle> = fc.record({
  isPublic: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  title: words(1, 3),
  body: words(0, 8),
  said: fc.array(
    fc.record({ words: words(1, 4), speaker: oneOf([...PEOPLE, null]), kind: oneOf(KINDS) }),
    { maxLength: 2 },
  ),
  day: oneOf(DAYS),
  outlet: oneOf([...OUTLETS, null]),
  language: oneOf(LANGUAGES),
  topics: someOf(TOPICS),
  people: someOf(PEOPLE),
  countries: someOf(COUNTRIES),
});

/** Words as they are written, every other in another spelling if it has one. */
export function spelled(given: readonly string[]): string[] {
  return given.map((word, at) => (at % 2 === 0 ? word : (SPELLED[word] ?? word)));
}

type Span = { start: number; end: number };
/** Where a phrase stands in a text. */
type Finder = { text: string; find: (text: readonly string[]) => Span[] };

function phraseOf(wanted: readonly string[], isPrefix: boolean): Finder {
  const last = wanted.length - 1;
  const isAt = (text: readonly string[], at: number) =>
    wanted.every((word, i) =>
      i === last && isPrefix ? text[at + i]?.startsWith(word) : text[at + i] === word,
    );
  // A quotation mark in quotation marks would end them.
  const inQuotes = spelled(wanted).join(" ").replace(/[“”]/g, "");
  const written = wanted.length > 1 ? `"${inQuotes}"` : (wanted[0] ?? "");
  return {
    text: `${written}${isPrefix ? "*" : ""}`,
    find: (text) =>
      text.flatMap((_, at) => (isAt(text, at) ? [{ start: at, end: at + last }] : [])),
  };
}

function nearOf(one: Finder, other: Finder, distance: number): Finder {
  const isNear = (a: Span, b: Span) => b.start > a.end && b.start - a.end <= distance;
  return {
    text: `${one.text} near/${distance} ${other.text}`,
    find: (text) =>
      one.find(text).filter((a) => other.find(text).some((b) => isNear(a, b) || isNear(b, a))),
  };
}

const phrase = fc.oneof(
  words(1, 2).map((all) => phraseOf(all, false)),
  oneOf(WORDS).map((word) => phraseOf([word.slice(0, 3)], true)),
);
const finder = fc.oneof(
  { arbitrary: phrase, weight: 4 },
  {
    arbitrary: fc.tuple(phrase, phrase, fc.integer({ min: 1, max: 4 })).map((of) => nearOf(...of)),
    weight: 1,
  },
);

const asked = (text: string, isMet: Asked["isMet"]): Asked => ({ text, isMet });
const named = (field: string, names: readonly string[], of: (a: SearchedArticle) => unknown[]) =>
  oneOf(names).map((name) => asked(`${field}:${name}`, (article) => of(article).includes(name)));
const leaf: fc.Arbitrary<Asked> = fc.oneof(
  // An article is one running text, from its headline on.
  finder.map(({ text, find }) =>
    asked(text, ({ title, body }) => find([...title, ...body]).length > 0),
  ),
  phrase.map(({ text, find }) => asked(`title:${text}`, ({ title }) => find(title).length > 0)),
  phrase.map(({ text, find }) => asked(`body:${text}`, ({ body }) => find(body).length > 0)),
  fc
    .record({ one: finder, other: phrase, who: oneOf(PEOPLE), how: oneOf(KINDS) })
    .map(({ one, other, who, how }) =>
      asked(`said:(${one.text} (-${other.text} or -speaker:${who}) kind:${how})`, ({ said }) =>
        said.some(
          ({ words, speaker, kind }) =>
            one.find(words).length > 0 &&
            (other.find(words).length === 0 || speaker !== who) &&
            kind === how,
        ),
      ),
    ),
  finder.map(({ text, find }) =>
    asked(`said:${text}`, ({ said }) => said.some((each) => find(each.words).length > 0)),
  ),
  named("topic", TOPICS, ({ topics }) => topics),
  named("person", PEOPLE, ({ people }) => people),
  named("country", COUNTRIES, ({ countries }) => countries),
  named("outlet", OUTLETS, ({ outlet }) => [outlet]),
  named("speaker", PEOPLE, ({ said }) => said.map(({ speaker }) => speaker)),
  named("kind", KINDS, ({ said }) => said.map(({ kind }) => kind)),
  named("lang", LANGUAGES, ({ language }) => [language]),
  fc.constant(asked("has:quote", ({ said }) => said.some(({ kind }) => kind === "direct"))),
  fc.constant(asked("person:nobody", () => false)),
  oneOf(DAYS).map((on) => asked(`on:${on}`, ({ day }) => day === on)),
  oneOf(DAYS).map((on) => asked(`before:${on}`, ({ day }) => day < on)),
  oneOf(DAYS).map((on) => asked(`after:${on}`, ({ day }) => day > on)),
  oneOf(DAYS).map((on) =>
    asked(`in:${on.slice(0, 7)}`, ({ day }) => day.startsWith(on.slice(0, 7))),
  ),
);

/** Queries of every field and operator, in and out of brackets. */
export const askedQuery: fc.Arbitrary<Asked> = fc
  .letrec<{ query: Asked }>((tie) => {
    const parts = fc.array(tie("query"), { minLength: 2, maxLength: 3 });
    const texts = (all: Asked[], between: string) =>
      `(${all.map(({ text }) => text).join(between)})`;
    return {
      query: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        { arbitrary: leaf, weight: 4 },
        {
          arbitrary: tie("query").map((part) => asked(`-(${part.text})`, (a) => !part.isMet(a))),
          weight: 1,
        },
        {
          arbitrary: parts.map((all) =>
            asked(texts(all, " "), (a) => all.every((part) => part.isMet(a))),
          ),
          weight: 2,
        },
        {
          arbitrary: parts.map((all) =>
            asked(texts(all, " or "), (a) => all.some((part) => part.isMet(a))),
          ),
          weight: 2,
        },
      ),
    };
  })
  .query.filter(({ text }) => text.length <= MAX_TEXT_LENGTH)
  .filter(({ text }) => text.split("*").length - 1 <= MAX_BEGINNINGS);
