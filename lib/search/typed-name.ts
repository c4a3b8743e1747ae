/** Which name of the archive somebody may be about to type into a search. */
import { NAME_FIELDS, type NameField } from "#lib/search/query-tree.ts";

/** The end of a search that may be a name: its words, and from where on the name would replace it. */
export type TypedName = { start: number; words: string; field: NameField | null };

/** `President of the Republic` is four words; more are no name but a sentence. */
const MAX_WORDS = 4;
/** One letter begins too much. */
const MIN_LETTERS = 2;
const FIELD = new RegExp(
  String.raw`(?:^|[\s(])-?(?<field>${NAME_FIELDS.join("|")}):(?<quote>["“”„]?)(?<words>[^"“”„()]*)$`,
  "iu",
);
const WORD = /[^\s()"“”„]+/gu;
const HAS_LETTERS = new RegExp(String.raw`(?:[\p{L}\p{N}].*){${MIN_LETTERS}}`, "u");

/**
 * The ends of what has been typed up to now that may be a name, the longest first: `talks us back`
 * may go on to be "US backstop". None within a phrase, after a space and after another field; after
 * `topic:` the one that stands there.
 */
export function typedNames(text: string): TypedName[] {
  const { groups, 0: whole = "", index = 0 } = FIELD.exec(text) ?? {};
  if (groups) {
    const { field = "", quote = "", words = "" } = groups;
    // Without quotation marks a field takes one word.
    if (quote === "" && /\s/.test(words)) return plainNames(text);
    const start = index + whole.length - `${field}:${quote}${words}`.length;
    return [
      { start, words, field: NAME_FIELDS.find((name) => name === field.toLowerCase()) ?? null },
    ];
  }
  return plainNames(text);
}

function plainNames(text: string): TypedName[] {
  const quotes = text.match(/["“”„]/g)?.length ?? 0;
  if (quotes % 2 === 1) return [];
  const after = Math.max(...[...'()"“”„'].map((mark) => text.lastIndexOf(mark))) + 1;
  const words = [...text.slice(after).matchAll(WORD)].slice(-MAX_WORDS);
  const last = words.at(-1);
  if (!last || after + last.index + last[0].length < text.length) return [];
  return words.flatMap(({ 0: word, index }, i) => {
    const rest = words.slice(i).map(([each]) => each);
    const start = after + index + (word.startsWith("-") ? 1 : 0);
    const name = text.slice(start);
    // What a field takes, and words after it that is one, are no part of a name.
    const isName = !rest.some((each) => /[:*]/.test(each)) && HAS_LETTERS.test(name);
    return isName ? [{ start, words: name, field: null }] : [];
  });
}
