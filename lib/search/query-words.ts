/** The words and names of a query that may be misspelt, each with where it stands. */
import { tokenise } from "#lib/search/query-tokens.ts";
import {
  isDayField,
  isChoiceField,
  isNameField,
  type NameField,
  type QueryField,
} from "#lib/search/query-tree.ts";
import type { TextPart } from "#lib/search/types.ts";

/** `field` is null for a word that is looked for in texts. */
export type QueryWord = { start: number; end: number; word: string; field: NameField | null };
export type Replacement = { start: number; end: number; text: string };

type Context = { field: QueryField | null; isExcluded: boolean };

const NO_CONTEXT: Context = { field: null, isExcluded: false };
/** Letters only, with nothing beside them that makes them a part of a word, or the beginning of any. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}.'’&-])[\p{L}\p{M}]{4,20}(?![\p{L}\p{M}\p{N}'’&*-]|["“”„]\*|\.\p{L})/gu;

/**
 * From left to right, without what is excluded, dates, and the beginnings of words that a star ends.
 * What stands after a field for names is one name.
 */
export function listQueryWords(query: string): QueryWord[] {
  const found: QueryWord[] = [];
  const outer: Context[] = [];
  let within = NO_CONTEXT;
  let next = within;
  for (const token of tokenise(query)) {
    if (token.type === "field") next = { ...next, field: token.field };
    else if (token.type === "not") next = { ...next, isExcluded: true };
    else {
      if (token.type === "open") {
        outer.push(within);
        within = next;
      } else if (token.type === "close") within = outer.pop() ?? NO_CONTEXT;
      else if (token.type === "phrase" && !next.isExcluded)
        found.push(...wordsOf(token, next.field));
      next = within;
    }
  }
  return found;
}

type PhraseToken = { start: number; end: number; text: string; words: string; isPrefix: boolean };

function wordsOf(token: PhraseToken, field: QueryField | null): QueryWord[] {
  const { start, end, words, isPrefix } = token;
  if (field !== null && (isDayField(field) || isChoiceField(field))) return [];
  if (field !== null && isNameField(field))
    return isPrefix ? [] : [{ start, end, word: words, field }];
  return [...token.text.matchAll(WORD)].map(({ 0: word, index }) => ({
    ...{ start: start + index, end: start + index + word.length },
    ...{ word, field: null },
  }));
}

/** A query with other words in some places, as parts of which the new ones are marked. */
export function withReplaced(query: string, replacements: readonly Replacement[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { start, end, text } of [...replacements].sort((a, b) => a.start - b.start)) {
    parts.push({ text: query.slice(at, start), isMatch: false }, { text, isMatch: true });
    at = end;
  }
  parts.push({ text: query.slice(at), isMatch: false });
  return parts.filter(({ text }) => text !== "");
}
