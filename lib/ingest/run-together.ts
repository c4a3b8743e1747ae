/** A line in which headline, header and body run together, as copying out of some pages leaves it. */
import { findDates } from "#lib/dates/find-dates.ts";
import { firstSentenceEnd } from "#lib/text/sentences.ts";
import type { HeaderElement, Stretch } from "./elements.ts";
import { furnitureRule } from "./furniture.ts";
import { isHeadlineLike, readHeadlineLine } from "./headline.ts";
import { readHeaderRun, type HeaderRun } from "./header-run.ts";
import type { ParseOptions } from "./types.ts";

export type SplitLine = {
  elements: HeaderElement[];
  /** Where the body begins in the line; its length where the line is header to the end. */
  bodyAt: number;
};

const SEARCHED_CHARACTERS = 320;
const RUN_CHARACTERS = 700;
const MIN_BODY_CHARACTERS = 40;
const BYLINE_START = /(?<=[\s.|–—?!"”’])(?:By|BY)(?=\s+\p{Lu})/gu;
const LABEL_START =
  /(?<=[\s.|–—?!"”’])(?:First published|Last updated|Published|Updated|Posted|PUBLISHED|UPDATED)(?=[\s:])/gu;
/** A date after one of these belongs to a sentence. */
const LEADS_INTO_DATE =
  /(?:^|\s)(?:on|in|since|from|until|till|by|of|the|before|after|to|for|at|and|between|late|early|mid|dated|,|–|-)$/i;

/** Splits a line that is more than one thing, or null where it is just one. */
export function splitRunTogether(stretch: Stretch, options: ParseOptions): SplitLine | null {
  return splitAtStart(stretch, options) ?? splitAfterHeadline(stretch, options);
}

/** Header elements first, then the body. */
function splitAtStart(stretch: Stretch, options: ParseOptions): SplitLine | null {
  const run = runAt(stretch, 0, options);
  const label = /^\s*(?:By|BY|Published|Updated)\b/.test(stretch.text);
  if (run.strength === 0 || (run.strength < 2 && !label && !startsWithDate(run))) return null;
  const bodyAt = bodyStart(stretch, run);
  return bodyAt === null ? null : { elements: run.elements, bodyAt };
}

/** A headline first, then header elements, then perhaps the body. */
function splitAfterHeadline(stretch: Stretch, options: ParseOptions): SplitLine | null {
  for (const at of candidates(stretch.text.slice(0, SEARCHED_CHARACTERS), options)) {
    const headline = stretch.text.slice(0, at).replace(/[\s|·•–—-]+$/, "");
    if (!isHeadlineLike(headline) || hasSentenceInside(headline)) continue;
    const run = runAt(stretch, at, options);
    const bodyAt = run.strength > 0 ? bodyStart(stretch, run) : null;
    if (bodyAt === null) continue;
    const found = readHeadlineLine({ text: headline, base: stretch.base }, "headline-run-in", 0.75);
    return { elements: [...found, ...run.elements], bodyAt };
  }
  return null;
}

function candidates(opening: string, options: ParseOptions): number[] {
  const labels = [...opening.matchAll(BYLINE_START), ...opening.matchAll(LABEL_START)];
  const dates = findDates(opening, options.dateOrder ? { order: options.dateOrder } : {})
    .filter(({ form }) => form === "iso" || form === "words" || form === "numeric")
    .filter(({ span }) => !LEADS_INTO_DATE.test(opening.slice(0, span.start).trimEnd()));
  return [...labels.map(({ index }) => index), ...dates.map(({ span }) => span.start)]
    .filter((at) => at > 0)
    .sort((a, b) => a - b);
}

function runAt({ text, base }: Stretch, at: number, options: ParseOptions): HeaderRun {
  const run = readHeaderRun(
    { text: text.slice(at, at + RUN_CHARACTERS), base: base + at },
    options,
  );
  return { ...run, end: at + run.end };
}

function startsWithDate({ elements }: HeaderRun): boolean {
  const first = elements.find(({ kind }) => kind !== "furniture");
  return (
    first?.kind === "date" && first.mention.form !== "yearless" && first.mention.form !== "relative"
  );
}

/** Where sentences begin after a run; null where what follows cannot begin one. */
function bodyStart({ text }: Stretch, run: HeaderRun): number | null {
  const gap = /^[\s|·•–—-]*/.exec(text.slice(run.end, run.end + 40))?.[0].length ?? 0;
  const at = run.end + gap;
  if (at >= text.length) return text.length;
  const rest = text.slice(at, at + 400);
  if (furnitureRule(rest, true) !== null) return null;
  const beginsSentence = /^["'“‘«(]?[\p{Lu}\p{N}]/u.test(rest);
  const spaced = gap > 0 || /\s$/.test(text.slice(0, run.end));
  return beginsSentence && spaced && rest.length >= MIN_BODY_CHARACTERS ? at : null;
}

function hasSentenceInside(headline: string): boolean {
  return firstSentenceEnd(headline) < headline.length || /[^?!…]\.$/.test(headline);
}
