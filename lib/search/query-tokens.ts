import { QUERY_FIELDS, type QueryField } from "#lib/search/query-tree.ts";

/** A piece of a query; `text` is what stands in it. */
export type QueryToken = { text: string } & (
  | { type: "phrase"; words: string; isPrefix: boolean }
  | { type: "field"; field: QueryField }
  | { type: "near"; distance: number }
  | { type: "open" | "close" | "or" | "and" | "not" }
);

const TOKEN = new RegExp(
  [
    String.raw`(?<bracket>[()])`,
    String.raw`["“”„](?<quoted>[^"“”„]*)(?:["“”„](?<star>\*?))?`,
    String.raw`(?<not>-)(?=[^\s)-])`,
    `(?<field>${QUERY_FIELDS.join("|")}):`,
    String.raw`(?<word>[^\s()"“”„]+)`,
  ].join("|"),
  "giu",
);
const NEAR = /^near\/(\d{1,2})$/i;
const HAS_WORD = /[\p{L}\p{N}]/u;
const OPERATORS: Readonly<Record<string, "or" | "and" | "not">> = {
  OR: "or",
  // As search engines have long taken it; in small letters the others are words.
  or: "or",
  "|": "or",
  AND: "and",
  NOT: "not",
};

/**
 * Cuts a query into its pieces, from left to right, in one pass. What holds neither letter nor digit
 * and means nothing is left out.
 */
export function tokenise(query: string): QueryToken[] {
  return [...query.matchAll(TOKEN)].flatMap((match) => toToken(match) ?? []);
}

function toToken({ 0: text, groups = {} }: RegExpExecArray): QueryToken | null {
  const { bracket, quoted, star, not, field } = groups;
  if (bracket) return { type: bracket === "(" ? "open" : "close", text };
  if (not) return { type: "not", text };
  if (quoted !== undefined) return toPhrase(quoted, star === "*", text);
  const known = field && QUERY_FIELDS.find((name) => name === field.toLowerCase());
  return known ? { type: "field", field: known, text } : toWord(text);
}

function toWord(text: string): QueryToken | null {
  const operator = OPERATORS[text];
  if (operator) return { type: operator, text };
  const distance = Number(NEAR.exec(text)?.[1]);
  if (distance > 0) return { type: "near", distance, text };
  const isPrefix = text.endsWith("*");
  return toPhrase(isPrefix ? text.slice(0, -1) : text, isPrefix, text);
}

function toPhrase(words: string, isPrefix: boolean, text: string): QueryToken | null {
  return HAS_WORD.test(words) ? { type: "phrase", words, isPrefix, text } : null;
}
