/** A text of at most `max` characters: longer ones end after a word, with `…`, without the stop before it. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const isBetweenWords = /\s/.test(text.charAt(max - 1));
  const atWord = isBetweenWords ? cut : cut.replace(/\s+\S*$/, "");
  return `${atWord.replace(/[\s,;:.–—-]+$/, "").toWellFormed()}…`;
}
