/** So many words at either end of a statement find it in its article. */
const EDGE_WORDS = 5;

/**
 * The address of a statement's place in its article: the mark of the statement, and its words as a
 * text fragment (WICG, Scroll To Text Fragment), which browsers find and mark by themselves. `path`
 * is the article's; `words` stand in it, with ` … ` where something stands between them.
 */
export function placeHref(path: string, id: string, words: string): string {
  return `${path}#statement-${id}${textDirective(words)}`;
}

/** `:~:text=` for words of a page; of long or interrupted ones, their first and last. */
export function textDirective(words: string): string {
  const all = words.split(/\s+/).filter(Boolean);
  const isWhole = all.length <= 2 * EDGE_WORDS && !words.includes(" … ");
  if (isWhole) return `:~:text=${encode(all)}`;
  const [head = "", ...rest] = words.split(" … ");
  const first = head.split(/\s+/).filter(Boolean).slice(0, EDGE_WORDS);
  const last = (rest.at(-1) ?? words).split(/\s+/).filter(Boolean).slice(-EDGE_WORDS);
  return `:~:text=${encode(first)},${encode(last)}`;
}

/** A hyphen has a meaning of its own in a text fragment. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ").toWellFormed()).replaceAll("-", "%2D");
}
