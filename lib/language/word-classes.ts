/** The class of a word or mark: what the tagger of names knows of it apart from its neighbours. */
import { lexiconTags, listedType } from "./known-names.ts";
import { GIVEN_NAMES, LEADERS } from "./name-lists.ts";
import {
  DIRECTIONS,
  GROUP_NOUNS,
  MONTHS_AND_DAYS,
  PARTICLES,
  PEOPLE_NOUNS,
  PERSON_NOUNS,
  PLACE_NOUNS,
  THING_NOUNS,
  TITLES,
} from "./word-lists.ts";

/** Closed classes, each with its words; the first that has a word is its class. */
const CLOSED: readonly (readonly [string, string])[] = [
  ["the", "the"],
  ["a", "a an"],
  ["this", "this that these those such"],
  [
    "quantity",
    "all both some many several other another any each every few most more no one hundreds thousands dozens millions number lots half",
  ],
  ["i", "i me myself"],
  ["we", "we us ourselves"],
  ["he", "he him himself she herself"],
  ["they", "they them themselves"],
  ["it", "it itself"],
  ["you", "you yourself yourselves"],
  ["my", "my"],
  ["our", "our"],
  ["his", "his her"],
  ["their", "their"],
  ["its", "its"],
  ["your", "your"],
  ["who", "who whom whose"],
  ["which", "which what"],
  ["here", "here there where elsewhere"],
  ["of", "of"],
  ["in", "in at near across inside outside throughout within around"],
  ["to", "to into towards toward"],
  ["from", "from"],
  ["for", "for"],
  ["by", "by"],
  ["with", "with between among amongst alongside"],
  ["and", "and & or"],
  [
    "but",
    "but nor yet so because if when while although though as than after before since until whether",
  ],
  [
    "preposition",
    "on against about over under through during without behind beyond upon along off above below via per despite up down out like",
  ],
  ["be", "is are was were be been being am 's 're 'm"],
  ["have", "has have had having 've"],
  ["modal", "will would can could may might must shall should did does do 'll 'd"],
  [
    "not",
    "not n't 't also already still now then just only even very too again further currently recently never always",
  ],
  [
    "say",
    "said says say told tells tell added adds called stated announced warned asked replied spoke speaking wrote commented commenting confirmed denied insisted claimed argued",
  ],
];
/** By what compromise's lexicon tags a word, in the order of their claim. */
const TAGGED: readonly (readonly [string, RegExp])[] = [
  ["country", /Country/],
  ["place", /City|Region|Place/],
  ["demonyms", /Demonym\+Plural/],
  ["demonym", /Demonym/],
  ["body", /Organization|SportsTeam/],
  ["given", /MaleName|FemaleName|FirstName/],
  ["family", /LastName|Person/],
  ["peoples", /Plural\+Actor/],
  ["person", /Actor/],
  ["past", /PastTense|Participle/],
  ["gerund", /Gerund/],
  ["adjective", /Adjective|Comparative|Superlative/],
  ["adverb", /Adverb|Negative/],
  ["verb", /PresentTense|Infinitive|Verb|Modal/],
  ["number", /Value|Cardinal|Ordinal/],
  ["things", /Plural/],
  ["thing", /Singular|Noun|Uncountable|Unit|Duration/],
];
const NAMED = ["country", "place", "body"] as const;
const OWN_LISTS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["person", PERSON_NOUNS],
  ["people", PEOPLE_NOUNS],
  ["group", GROUP_NOUNS],
  ["place-noun", PLACE_NOUNS],
  ["matter", THING_NOUNS],
  ["direction", DIRECTIONS],
];
const MARKS = ["comma", "stop", "open", "close", "quote", "dash", "clitic", "mark"] as const;
const SHAPED = [
  "initials",
  "capitals",
  "letter",
  "capital",
  "first-capital",
  "lower",
  "date",
  "title",
  "particle",
  "leader",
] as const;

/** Every class by its number; 0 stands outside the sentence. */
export const WORD_CLASSES: readonly string[] = [
  ...new Set([
    "none",
    ...MARKS,
    ...SHAPED,
    ...CLOSED.map(([name]) => name),
    ...TAGGED.map(([name]) => name),
    ...NAMED,
    ...OWN_LISTS.map(([name]) => name),
  ]),
];
const NUMBERS = new Map(WORD_CLASSES.map((name, i) => [name, i]));
const CLOSED_BY_WORD = new Map(
  CLOSED.flatMap(([name, list]) =>
    list.split(" ").map((word) => [word.replace("'", "’"), name] as const),
  ),
);

/** Classes that behave alike, under the first of each line; what is in none stays by itself. */
const ALIKE = `
he i my his
we they it our their its
which who
this quantity
in to from for by with preposition
but not adverb
be have modal
verb past gerund
adjective direction
given family title letter leader
people peoples
matter thing things
place country
demonym demonyms
body capitals initials
capital first-capital particle
comma stop
open close quote mark`;
const KINDS = new Map(
  ALIKE.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").map((name, _, [first = name]) => [name, first] as const)),
);
/** For each class by its number, the number of the class that stands for all like it. */
export const KIND_OF_CLASS = Uint8Array.from(WORD_CLASSES, (name) =>
  classNumber(KINDS.get(name) ?? name),
);

/** The number of a class; it must be one. */
export function classNumber(name: string): number {
  return NUMBERS.get(name) ?? 0;
}

/** The numbers of classes named in a text, separated by white space. */
export function classNumbers(names: string): ReadonlySet<number> {
  return new Set(names.trim().split(/\s+/).map(classNumber));
}

/** The lists a word in small letters is in. */
export function listsOf(lower: string): string[] {
  return OWN_LISTS.filter(([, list]) => list.has(lower)).map(([name]) => name);
}

/** The class of a word as it stands; `isInitial` where its capital tells nothing. */
export function classify(word: string, isInitial: boolean): string {
  const mark = classifyMark(word);
  if (mark) return mark;
  const lower = plain(word);
  const isCapital = /^\p{Lu}/u.test(word);
  const closed = CLOSED_BY_WORD.get(lower);
  if (closed && !/^(?:US|IS|WHO)$/.test(word)) return closed;
  if (/^\d/.test(word)) return "number";
  if (isCapital && !isInitial) return classifyCapital(word, lower);
  const common = classifyCommon(lower);
  if (!isCapital) return common === "lower" && PARTICLES.has(lower) ? "particle" : common;
  const capital = classifyCapital(word, lower);
  return capital !== "capital" ? capital : common === "lower" ? "first-capital" : common;
}

/** In small letters, without the full stop of an abbreviation. */
export function plain(word: string): string {
  const lower = word.toLowerCase();
  return /^\p{L}+\.$/u.test(lower) ? lower.slice(0, -1) : lower;
}

function classifyMark(word: string): string | null {
  if (/^[\p{L}\p{N}]/u.test(word)) return null;
  if (word === ",") return "comma";
  if (/^[.!?…;:]$/.test(word)) return "stop";
  if (/^[([]$/.test(word)) return "open";
  if (/^[)\]]$/.test(word)) return "close";
  if (/^["“”«»‘’']$/.test(word)) return "quote";
  if (/^[-–—‐‑]$/.test(word)) return "dash";
  return /^['’]/.test(word) ? "clitic" : "mark";
}

function classifyCapital(word: string, lower: string): string {
  if (/^\p{Lu}\.?$/u.test(word)) return "letter";
  if (/^(?:\p{Lu}\.)+$/u.test(word)) return listedType(lower) ?? "initials";
  if (MONTHS_AND_DAYS.has(lower)) return "date";
  const named = listedType(lower);
  if (named) return named;
  if (TITLES.has(lower)) return "title";
  if (GIVEN_NAMES.has(lower)) return "given";
  if (LEADERS.has(lower)) return "leader";
  const own = listsOf(lower)[0];
  if (own) return own;
  const tags = lexiconTags(lower);
  const tagged = TAGGED.find(([, pattern]) => pattern.test(tags))?.[0];
  if (tagged) return tagged;

  if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word)) return "capitals";
  if (PARTICLES.has(lower)) return "particle";
  return isDemonymLike(lower) ? "demonym" : "capital";
}

function isDemonymLike(lower: string): boolean {
  return /(?:[^aeiou]ians?|[^aeiou]ese|istanis?|ish|aqis?|anis?)$/.test(lower) && lower.length > 5;
}

function classifyCommon(lower: string): string {
  const own = listsOf(lower)[0];
  if (own) return own;
  const tags = lexiconTags(lower);
  return TAGGED.slice(7).find(([, pattern]) => pattern.test(tags))?.[0] ?? classifyByEnding(lower);
}

function classifyByEnding(lower: string): string {
  if (/ly$/.test(lower)) return "adverb";
  if (/ing$/.test(lower)) return "gerund";
  if (/ed$/.test(lower)) return "past";
  if (/(?:ists|ers|ors|ants|ians)$/.test(lower)) return "peoples";
  if (/(?:ist|ian)$/.test(lower)) return "person";
  if (/(?:ous|ful|ive|ic|al|able|ible|less|ary)$/.test(lower)) return "adjective";
  if (/(?:tion|ment|ness|ity|ism|ance|ence|ship)$/.test(lower)) return "thing";
  return "lower";
}
