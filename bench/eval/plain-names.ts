/** Persons of a text by plain rules, so that references are measured apart from the finding of names. */
import type { NamedSpan } from "#lib/language/people-in-text.ts";

const WORD = "\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}?\\p{L}+)*";
const FULL = new RegExp(
  `(?<![\\p{L}])${WORD}(?: (?:\\p{Lu}\\.|${WORD}|de|van|von|bin|al-\\p{L}+)){1,3}(?![\\p{L}])`,
  "gu",
);
const NO_PERSON =
  /\b(?:The|A|An|In|On|At|But|And|For|If|When|While|As|After|House|Senate|Party|Court|University|Committee|Department|States|State|News|Post|Times|Street|Journal|Council|Congress|Institute|Center|Association|Act|Union|Bank|Street|City|County|Carolina|York|Hampshire|Jersey|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|National|American|Republican|Democratic|Democrats|Republicans|America|Security|Campaign|Service|Agency|Convention|Debate|Fox|CNN|NBC|ABC|CBS|Tower|Today)\b/;
const TITLES =
  /^(?:(?:President|Senator|Governor|Secretary|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prime|Minister|Former|Rev|Chief|Justice|Judge|Vice|General|Attorney|Prof|Sir)\.? )+/;
const TITLED = new RegExp(
  `(?<![\\p{L}])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|President|Senator)\\.? (${WORD})(?![\\p{L}])`,
  "gu",
);

/** Full names, and after them every surname of one by itself. */
export function findPlainNames(text: string): NamedSpan[] {
  const found = new Map<number, NamedSpan>();
  const add = (start: number, name: string) => {
    found.set(start, { start, end: start + name.length, type: "person", confidence: 1 });
  };
  const surnames = new Set<string>();
  for (const { index, 0: whole } of text.matchAll(FULL)) {
    const skipped = TITLES.exec(whole)?.[0].length ?? 0;
    const name = whole.slice(skipped).replace(/['’]s?$/u, "");
    if (NO_PERSON.test(name)) continue;
    if (name.includes(" ")) add(index + skipped, name);
    surnames.add(name.split(" ").at(-1) ?? name);
  }
  for (const { 1: name } of text.matchAll(TITLED))
    surnames.add((name ?? "").replace(/['’]s?$/u, ""));
  const covered = [...found.values()].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { index, 0: word } of text.matchAll(new RegExp(`(?<![\\p{L}])${WORD}`, "gu"))) {
    while ((covered[next]?.end ?? Infinity) <= index) next++;
    if ((covered[next]?.start ?? Infinity) <= index) continue;
    const name = word.replace(/['’]s?$/u, "");
    if (surnames.has(name)) add(index, name);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
