/** Gathers the names of a text into those that they name: full names, and surnames by themselves. */
import type { Span } from "#lib/text/span.ts";
import type { NamedSpan } from "./names.ts";
import { genderOfFirstName, genderOfWord, type Gender } from "./first-names.ts";

export type Named = {
  type: NamedSpan["type"];
  /** The longest form in the text, where it first stands. */
  fullName: Span;
  gender: Gender | null;
  mentions: Span[];
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Gen|Sen|Rep|Gov|Rev|President|Senator|Governor|General|Secretary|Minister|Chancellor|Prime|King|Queen|Prince|Princess|Judge|Justice|Chief|Vice|Representative|Congressman|Congresswoman|Ambassador)\.?$/;
/** The word before a place, read backwards from it. */
const WORD_BEFORE = /(?<=([\p{L}.]{1,40})\s{1,40})/uy;
const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV)\.?$/;

type Reading = { span: NamedSpan; words: string[]; lead: Gender | null };

/** Those named in a text, in the order of their first mention. */
export function groupNames(text: string, names: readonly NamedSpan[]): Named[] {
  const readings = names
    .map((span) => readName(text, span))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => a.span.start - b.span.start);
  const bySurname = new Map<string, { named: Named; words: string[] }[]>();
  const byFirstName = new Map<string, { named: Named; words: string[] }[]>();
  const found: Named[] = [];
  // Full names first: a surname by itself may stand before the full one, as in a headline.
  for (const isShort of [false, true]) {
    for (const reading of readings) {
      if (reading.words.length > 1 === isShort) continue;
      const surname = reading.words.at(-1)?.toLowerCase() ?? "";
      const known = bySurname.get(surname) ?? (isShort ? byFirstName.get(surname) : null) ?? [];
      const fit = fitting(known, reading);
      if (fit) {
        addMention(fit.named, reading);
        continue;
      }
      const named = toNamed(reading);
      known.push({ named, words: reading.words });
      bySurname.set(surname, known);
      const first = reading.words[0]?.toLowerCase() ?? "";
      if (!isShort)
        byFirstName.set(first, [
          ...(byFirstName.get(first) ?? []),
          { named, words: reading.words },
        ]);
      found.push(named);
    }
  }
  for (const { mentions } of found) mentions.sort((a, b) => a.start - b.start);
  return found.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
}

function readName(text: string, span: NamedSpan): Reading {
  WORD_BEFORE.lastIndex = span.start;
  let lead = genderOfWord(WORD_BEFORE.exec(text)?.[1] ?? "");
  const words: string[] = [];
  for (const written of text.slice(span.start, span.end).match(WORD) ?? []) {
    const word = written.replace(/['’]s?$/u, "");
    if (TITLE.test(word)) lead ??= genderOfWord(word);
    else if (!SUFFIX.test(word)) words.push(word);
  }
  return { span, words, lead };
}

function toNamed({ span, words, lead }: Reading): Named {
  const first = words.length > 1 ? words[0] : undefined;
  const gender = lead ?? (first === undefined ? null : genderOfFirstName(first));
  return { type: span.type, fullName: toSpan(span), gender, mentions: [toSpan(span)] };
}

function addMention(named: Named, { span, lead }: Reading): void {
  named.mentions.push(toSpan(span));
  named.gender ??= lead;
}

/** Of those of the same surname, the one that the name can be, the last mentioned before it first. */
function fitting(
  known: readonly { named: Named; words: string[] }[],
  { span, words, lead }: Reading,
): { named: Named; words: string[] } | null {
  const able = known.filter(({ named, words: others }) => {
    // A surname by itself is often taken for a place or a body; beside a person's full name it is none.
    if (named.type !== span.type && (words.length > 1 || named.type !== "person")) return false;
    if (lead && named.gender && lead !== named.gender) return false;
    return words.length === 1 || others.length === 1 || others[0] === words[0];
  });
  const lastBefore = (named: Named) => named.mentions.findLast(({ start }) => start < span.start);
  return able.toSorted((a, b) => weight(b, lastBefore) - weight(a, lastBefore))[0] ?? null;
}

function weight(
  { named }: { named: Named },
  lastBefore: (named: Named) => Span | undefined,
): number {
  return lastBefore(named)?.start ?? -named.fullName.start - 1;
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}
