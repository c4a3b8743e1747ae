const SOFT_HYPHEN = "\u00AD";
const END_HYPHEN = /([\p{L}]+)([-\u2010\u00AD])$/u;
/** Chinese and Japanese. */
const WITHOUT_SPACES = /[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]/;
const MAX_KNOWN_WORDS = 200_000;

/** The words of a text as they stand inside lines, in lower case, hyphens kept. */
export function knownWords(lines: string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}][\p{L}'’-]*(?![\p{L}-])/gu)) {
      if (words.size < MAX_KNOWN_WORDS) words.add(word.toLowerCase());
    }
  }
  return words;
}

/**
 * The lines of a paragraph as one, words divided at a line's end put together. Where the text has the
 * word with its hyphen elsewhere, and not without it, the hyphen is the word's own and stays.
 */
export function joinLines(lines: string[], words: ReadonlySet<string>): string {
  let joined = "";
  for (const line of lines) {
    const divided = END_HYPHEN.exec(joined.slice(-60));
    const rest = /^[\p{L}'’-]+/u.exec(line)?.[0] ?? "";
    if (joined === "") joined = line;
    else if (WITHOUT_SPACES.test(joined.slice(-1)) && WITHOUT_SPACES.test(line[0] ?? ""))
      joined += line;
    else if (!divided || rest === "") joined += ` ${line}`;
    else if (isDivided(divided, rest, words)) joined = joined.slice(0, -1) + line;
    else joined += line;
  }
  return joined.replaceAll(SOFT_HYPHEN, "");
}

function isDivided(
  [, start = "", hyphen]: RegExpExecArray,
  rest: string,
  words: ReadonlySet<string>,
): boolean {
  if (hyphen === SOFT_HYPHEN) return true;
  if (!/^\p{Ll}/u.test(rest)) return false;
  const whole = (start + rest).toLowerCase();
  const compound = `${start}-${rest}`.toLowerCase();
  return words.has(whole) || !words.has(compound);
}
