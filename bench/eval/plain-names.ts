/** Persons of a text by plain rules, so that references are measured apart from the finding of names. */
import type { NamedSpan } from "#lib/language/people-in-text.ts";

const WORD = "\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}?\\p{L}+)*";
const FULL = new RegExp(
  `(?<![\\p{L}])${WORD}(?: (?:\\p{Lu}\\.|${WORD}|de|van|von|bin|al-\\p{L}+)){1,3}(?![\\p{L}])`,
  "gu",
);
const NO_PERSON =
  /\b(?:The|A|An|In|On|At|But|And|For|If|When|While|As|After|House|Senate|Party|Court|University|Committee|Department|States|State|News|Post|Times|Street|Journal|Council|Congress|Institute|Center|Association|Act|Union|Bank|Street|City|County|Carolina|York|Hampshire|Jersey|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|National|American|Republican|Democratic|Democrats|Republicans|America|Security|Campaign|Service|Agency|Convention|Debate|Fox|CNN|NBC|ABC|CBS|Tower|Today|Partnership|River|Day|Democrat|Republican|Latinos|So|By|Among|Against|With|From|To|Of|After|Before|Since|Even|Like|Both|Yet|Still|Why|What|How|Who)\b/;
const ONE_WORD = new RegExp(`(?<![\\p{L}])${WORD}`, "gu");
const TITLES =
  /^(?:(?:President|Senator|Governor|Secretary|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prime|Minister|Former|Rev|Chief|Justice|Judge|Vice|General|Attorney|Prof|Sir)\.? )+/;
const TITLED = new RegExp(
  `(?<![\\p{L}])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|President|Senator)\\.? (${WORD})(?![\\p{L}])`,
  "gu",
);

/** Full names, and every surname of one by itself. */
export function findPlainNames(text: string): NamedSpan[] {
  const full = fullNames(text);
  const titled = [...text.matchAll(TITLED)].map(({ 1: name }) => withoutPossessive(name ?? ""));
  const surnames = new Set([
    ...full.map(({ start, end }) => text.slice(start, end).split(" ").at(-1) ?? ""),
    ...titled,
  ]);
  return [...full, ...surnamesAlone(text, full, surnames)].sort((a, b) => a.start - b.start);
}

function fullNames(text: string): NamedSpan[] {
  return [...text.matchAll(FULL)].flatMap(({ index, 0: whole }): NamedSpan[] => {
    const skipped = TITLES.exec(whole)?.[0].length ?? 0;
    const name = withoutPossessive(whole.slice(skipped));
    if (NO_PERSON.test(name) || !name.includes(" ")) return [];
    return [toPerson(index + skipped, name)];
  });
}

function surnamesAlone(
  text: string,
  covered: readonly NamedSpan[],
  surnames: ReadonlySet<string>,
): NamedSpan[] {
  let next = 0;
  return [...text.matchAll(ONE_WORD)].flatMap(({ index, 0: word }): NamedSpan[] => {
    while ((covered[next]?.end ?? Infinity) <= index) next++;
    const name = withoutPossessive(word);
    const isCovered = (covered[next]?.start ?? Infinity) <= index;
    return isCovered || !surnames.has(name) ? [] : [toPerson(index, name)];
  });
}

function toPerson(start: number, name: string): NamedSpan {
  return { start, end: start + name.length, type: "person", confidence: 1 };
}

function withoutPossessive(name: string): string {
  return name.replace(/['’]s?$/u, "");
}
