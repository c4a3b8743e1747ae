/** Names that are known by lists: of one word, and of several. */
import nlp from "compromise/two";
import { BODY_NAMES, COUNTRY_NAMES, PLACE_NAMES } from "./name-lists.ts";

export type ListedType = "country" | "place" | "body";
type Phrase = { rest: readonly string[]; type: ListedType };

const LEXICON = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one
  .lexicon;
const TYPE_OF_TAG: readonly (readonly [ListedType, RegExp])[] = [
  ["country", /Country/],
  ["place", /City|Region|Place/],
  ["body", /Organization|SportsTeam/],
];
const words = new Map<string, ListedType>();
const phrases = new Map<string, Phrase[]>();

for (const [text, tags] of Object.entries(LEXICON)) {
  const type = TYPE_OF_TAG.find(([, pattern]) => pattern.test(String(tags)))?.[0];
  if (type && text.includes(" ")) addName(text, type);
}
for (const text of COUNTRY_NAMES) addName(text, "country");
for (const text of PLACE_NAMES) addName(text, "place");
for (const text of BODY_NAMES) addName(text, "body");
for (const list of phrases.values()) list.sort((a, b) => b.rest.length - a.rest.length);

/** What compromise's lexicon calls a word in small letters, joined by "+", or an empty text. */
export function lexiconTags(lower: string): string {
  const tags = Object.hasOwn(LEXICON, lower) ? LEXICON[lower] : undefined;
  return tags === undefined ? "" : Array.isArray(tags) ? tags.join("+") : tags;
}

/** What a word in small letters names by itself, or null. */
export function listedType(lower: string): ListedType | null {
  return words.get(lower) ?? null;
}

/** The names of several words that begin with a word in small letters, longest first. */
export function listedPhrases(first: string): readonly Phrase[] {
  return phrases.get(first) ?? [];
}

function addName(text: string, type: ListedType): void {
  const [first = "", ...rest] = text.split(/\s+|(-)/).filter(Boolean);
  if (rest.length === 0) words.set(first, type);
  else phrases.set(first, [...(phrases.get(first) ?? []), { rest, type }]);
}
