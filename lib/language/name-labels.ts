/** The labels a word can have, and which of them grammar rules out. */
import { classNumbers } from "./word-classes.ts";

export const NAME_TYPES = ["person", "organisation", "location"] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Outside; then for each type, in order, the first word and every further word of a name. */
export const LABELS: readonly string[] = [
  "O",
  ...NAME_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`]),
];
export const OUTSIDE = 0;
/** Stands for the beginning of a sentence where a label goes before. */
export const BEGINNING = LABELS.length;

const ALL = (1 << LABELS.length) - 1;
const [INNER_PERSON, INNER_ORGANISATION, INNER_LOCATION] = NAME_TYPES.map(
  (type) => 1 << innerLabel(type),
) as [number, number, number];
/** A pronoun is a name's first word and its last. */
export const INNER = INNER_PERSON | INNER_ORGANISATION | INNER_LOCATION;
const PRONOUNS = new Map<string, NameType>([
  ...["i", "me", "myself", "he", "him", "himself", "she", "herself"].map(
    (word) => [word, "person"] as const,
  ),
  ...["we", "us", "ourselves", "they"].map((word) => [word, "organisation"] as const),
]);
const NO_PART_OF_NAMES = classNumbers("be have modal say which who not");
const NO_PART_OF_PERSONS = classNumbers("verb past and comma stop quote");
const NO_PART_OF_PLACES = classNumbers("comma gerund in stop verb");

export function firstLabel(type: NameType): number {
  return 1 + 2 * NAME_TYPES.indexOf(type);
}

export function innerLabel(type: NameType): number {
  return firstLabel(type) + 1;
}

/** The type that a label is of; it must not be `OUTSIDE`. */
export function typeOf(label: number): NameType {
  return NAME_TYPES[(label - 1) >> 1] ?? "person";
}

export function isInner(label: number): boolean {
  return label > OUTSIDE && label % 2 === 0;
}

/** A further word goes on from a word of the same type only. */
export function canFollow(before: number, label: number): boolean {
  return !isInner(label) || (before !== BEGINNING && (before === label || before === label - 1));
}

/** What a pronoun stands for: one person, or a body of people; null for words that are none. */
export function pronounType(word: string): NameType | null {
  return word === "US" ? null : (PRONOUNS.get(word.toLowerCase()) ?? null);
}

/** As bits, the labels that a word of a class cannot have. */
export function forbiddenLabels(word: string, wordClass: number): number {
  const type = pronounType(word);
  if (type) return ALL & ~(1 << firstLabel(type));
  return (
    (NO_PART_OF_NAMES.has(wordClass) ? INNER : 0) |
    (NO_PART_OF_PERSONS.has(wordClass) ? INNER_PERSON : 0) |
    (NO_PART_OF_PLACES.has(wordClass) ? INNER_LOCATION : 0)
  );
}
