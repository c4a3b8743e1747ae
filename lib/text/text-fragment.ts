import type { Span } from "#lib/text/span.ts";

/** Words of at most so many characters are named whole, longer ones by where they begin and end. */
const MAX_WHOLE_CHARACTERS = 100;
/** So few words may well stand elsewhere on the page too: what stands around them is named as well. */
const MAX_AMBIGUOUS_WORDS = 4;
const WORDS_AT_EACH_END = 5;
const WORDS_AROUND = 4;

/**
 * The fragment that makes a browser open a page at these words and mark them, to be put after the
 * `#` of an address: `:~:text=prefix-,start,end,-suffix`. `text` holds the words at `span` with what
 * stands before and after them on the page. Empty where there are no words.
 *
 * Source: WICG, URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(text: string, span: Span): string {
  const words = text.slice(span.start, span.end).trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return "";
  const isShort = wordsOf(words).length <= MAX_AMBIGUOUS_WORDS;
  const prefix = isShort ? lastWords(text.slice(0, span.start)) : "";
  const suffix = isShort ? firstWords(text.slice(span.end)) : "";
  const parts = [
    prefix && `${encoded(prefix)}-`,
    ...endsOf(words).map(encoded),
    suffix && `-${encoded(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(",")}`;
}

/** One part cannot run over the end of a paragraph; two parts may stand in different ones. */
function endsOf(words: string): string[] {
  const all = wordsOf(words);
  const isWhole = words.length <= MAX_WHOLE_CHARACTERS && !words.includes("\n");
  if (isWhole || all.length < 2) return [all.join(" ")];
  const count = Math.min(WORDS_AT_EACH_END, Math.floor(all.length / 2));
  const [first = ""] = words.split("\n");
  const last = words.split("\n").at(-1) ?? "";
  const start = wordsOf(first).slice(0, count).join(" ");
  return [start, wordsOf(last).slice(-count).join(" ")];
}

/** What stands before, on the same line; nothing where there is no word that it could be known by. */
function lastWords(before: string): string {
  const line = before.split("\n").at(-1) ?? "";
  const words = wordsOf(line).slice(-WORDS_AROUND).join(" ");
  return /[\p{L}\p{N}]/u.test(words) ? words : "";
}

function firstWords(after: string): string {
  const line = after.split("\n")[0] ?? "";
  const words = wordsOf(line).slice(0, WORDS_AROUND).join(" ");
  return /[\p{L}\p{N}]/u.test(words) ? words : "";
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** `-`, `,` and `&` have a meaning of their own in a text directive. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("-", "%2D");
}
