import { QUERY_FIELDS, type QueryField } from "#lib/search/query-tree.ts";

/** A piece of a query; `text` is what stands in it, from `start` to `end` (UTF-16 code units). */
export type QueryToken = { text: string; start: number; end: number } & TokenMeaning;
type TokenMeaning =
  | { type: "phrase"; words: string; isPrefix: boolean }
  | { type: "field"; field: QueryField }
  | { type: "near"; distance: number }
  | { type: "open" | "close" | "or" | "and" | "not" };

/** One word to a reader, though a space stands in it: `50 000`, `F 16`, `O Brien`. */
const SPACED_WORD = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+|[b-hj-z] \d{1,3}|O \p{L}{2,}`;
const TOKEN = new RegExp(
  [
    String.raw`(?<bracket>[()])`,
    String.raw`["“”„](?<quoted>[^"“”„]*)(?:["“”„](?<star>\*?))?`,
    String.raw`(?<not>-)(?=[^\s)-])`,
    `(?<field>${QUERY_FIELDS.join("|")}):`,
    `(?<run>${SPACED_WORD})(?![^\\s()"“”„])`,
    String.raw`(?<word>[^\s()"“”„]+)`,
  ].join("|"),
  "giu",
);
const NEAR = /^near\/(\d{1,4})$/i;
const HAS_WORD = /[\p{L}\p{N}]/u;
const OPERATORS = new Map<string, "or" | "and" | "not">([
  ["OR", "or"],
  // As search engines have long taken it; in small letters the others are words.
  ["or", "or"],
  ["|", "or"],
  ["AND", "and"],
  ["NOT", "not"],
]);

/**
 * Cuts a query into its pieces, from left to right, in one pass. What holds neither letter nor digit
 * and means nothing is left out.
 */
export function tokenise(query: string): QueryToken[] {
  return [...query.matchAll(TOKEN)].flatMap((match) => {
    const [text] = match;
    const meaning = meaningOf(match);
    return meaning ? { ...meaning, text, start: match.index, end: match.index + text.length } : [];
  });
}

function meaningOf({ 0: text, groups = {} }: RegExpExecArray): TokenMeaning | null {
  const { bracket, quoted, star, not, field } = groups;
  if (bracket) return { type: bracket === "(" ? "open" : "close" };
  if (not) return { type: "not" };
  if (quoted !== undefined) return phraseOf(quoted, star === "*");
  const known = field && QUERY_FIELDS.find((name) => name === field.toLowerCase());
  return known ? { type: "field", field: known } : meaningOfWord(text);
}

function meaningOfWord(text: string): TokenMeaning | null {
  const operator = OPERATORS.get(text);
  if (operator) return { type: operator };
  const distance = NEAR.exec(text)?.[1];
  if (distance) return { type: "near", distance: Number(distance) };
  const isPrefix = text.endsWith("*");
  return phraseOf(isPrefix ? text.slice(0, -1) : text, isPrefix);
}

function phraseOf(words: string, isPrefix: boolean): TokenMeaning | null {
  return HAS_WORD.test(words) ? { type: "phrase", words, isPrefix } : null;
}
