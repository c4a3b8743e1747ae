/** Which name of the archive somebody may be about to type into a search. */
import { NAME_FIELDS, type NameField } from "#lib/search/query-tree.ts";

/** The end of a search that may be a name: its words, and from where on the name would replace it. */
export type TypedName = { start: number; words: string; field: NameField | null };

/** `President of the Republic` is four words; more are no name but a sentence. */
const MAX_WORDS = 4;
/** One letter begins too much. */
const MIN_LETTERS = 2;
/** Without quotation marks a field takes one word. */
const FIELD = new RegExp(
  String.raw`(?:^|[\s(])-?(?<typed>(?<field>${NAME_FIELDS.join("|")}):` +
    String.raw`(?:["“”„](?<quoted>[^"“”„()]*)|(?<word>[^\s"“”„()]*)))$`,
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
  const groups = FIELD.exec(text)?.groups;
  if (!groups) return isWithinPhrase(text) ? [] : plainNames(text);
  const { typed = "", field = "", quoted, word = "" } = groups;
  const start = text.length - typed.length;
  if (isWithinPhrase(text.slice(0, start))) return [];
  const known = NAME_FIELDS.find((name) => name === field.toLowerCase()) ?? null;
  return [{ start, words: quoted ?? word, field: known }];
}

function isWithinPhrase(text: string): boolean {
  return (text.match(/["“”„]/g)?.length ?? 0) % 2 === 1;
}

function plainNames(text: string): TypedName[] {
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
