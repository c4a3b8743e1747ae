/**
 * Reads header elements one after another from a stretch of text: dates, bylines, credits, buttons,
 * in any order, with or without separators, until something comes that is none of them.
 */
import { findDates, type DateMention } from "#lib/dates/find-dates.ts";
import { readBylineAfterBy, readContact, readNames } from "./bylines.ts";
import {
  foundIn,
  shiftMention,
  toDateOptions,
  type HeaderElement,
  type Stretch,
} from "./elements.ts";
import { matchFurniture } from "./furniture.ts";
import { matchCredit } from "./outlets.ts";
import type { ParseOptions } from "./types.ts";

export type HeaderRun = {
  elements: HeaderElement[];
  /** Where reading stopped. The whole stretch was header when this is its length. */
  end: number;
  /** How many of the elements hardly occur in prose: dates, bylines with `By`, a role or a note. */
  strength: number;
};

type Step = {
  elements: HeaderElement[];
  end: number;
  strength: number;
  isBy?: boolean;
  isBareName?: boolean;
} | null;

const SEPARATORS = /[\s|·•,;:–—\-/.]+/y;
const DATE_LABEL =
  /(?:(?:this (?:article|story) (?:was )?)?(?:first |originally |last )?(?:published|updated|modified|posted|amended|created|filed|issued)|publication date|date(?:line)?|dated|опубліковано|оновлено|publié|on)(?:\s+(?:on|at|le))?\s*:?\s*/iy;
const MODIFIED = /updated|modified|amended|оновлено/i;
const URL = /https?:\/\/[^\s<>"]+[^\s<>".,;)]/iy;
const MAX_ELEMENTS = 40;

/**
 * The header elements from the start of a stretch, as far as they go. A name without anything that
 * makes it a byline is given back where prose follows: it is the subject of the first sentence.
 */
export function readHeaderRun(stretch: Stretch, options: ParseOptions): HeaderRun {
  const dates = findDates(stretch.text, toDateOptions(options));
  let run: HeaderRun = { elements: [], end: 0, strength: 0 };
  let sure = run;
  let hasBy = false;
  for (let count = 0; count < MAX_ELEMENTS; count++) {
    const start = skipSeparators(stretch.text, run.end);
    if (start >= stretch.text.length) return { ...run, end: stretch.text.length };
    const step = readElement(stretch, start, dates, hasBy);
    if (!step) return sure;
    run = {
      elements: [...run.elements, ...step.elements],
      end: step.end,
      strength: run.strength + step.strength,
    };
    if (!step.isBareName) sure = run;
    hasBy ||= step.isBy ?? false;
  }
  return sure;
}

function skipSeparators(text: string, at: number): number {
  SEPARATORS.lastIndex = at;
  return at + (SEPARATORS.exec(text)?.[0].length ?? 0);
}

function readElement(stretch: Stretch, at: number, dates: DateMention[], hasBy: boolean): Step {
  const byline = readBylineAfterBy(stretch, at);
  if (byline) return { ...byline, strength: 1, isBy: true };
  const step =
    readDate(stretch, at, dates) ??
    readUrl(stretch, at) ??
    readAddress(stretch, at) ??
    readMatched(stretch, at, matchFurniture, "furniture", "run-in-furniture") ??
    readMatched(stretch, at, matchCredit, "credit", "run-in-credit");
  // Where a `By` has named the authors, another name belongs to the text.
  if (step || hasBy) return step;
  const names = readNames(stretch, at);
  return names && { ...names, strength: names.supported ? 1 : 0, isBareName: !names.supported };
}

function readDate(stretch: Stretch, at: number, dates: DateMention[]): Step {
  DATE_LABEL.lastIndex = at;
  const label = DATE_LABEL.exec(stretch.text)?.[0] ?? "";
  const start = at + label.length;
  const mention = dates.find(
    ({ span, time }) => Math.min(span.start, time?.span.start ?? span.start) === start,
  );
  if (!mention) return null;
  const elements: HeaderElement[] = [];
  if (label !== "") {
    const labelEnd = at + label.trimEnd().length;
    elements.push({ kind: "furniture", found: foundIn(stretch, at, labelEnd, "date-label", 0.95) });
  }
  const named = label.trim() === "" || /^on\s*$/i.test(label) ? null : "published";
  const meaning = MODIFIED.test(label) ? "modified" : named;
  elements.push({ kind: "date", meaning, mention: shiftMention(mention, stretch.base) });
  return { elements, end: Math.max(mention.span.end, mention.time?.span.end ?? 0), strength: 1 };
}

function readUrl(stretch: Stretch, at: number): Step {
  URL.lastIndex = at;
  const match = URL.exec(stretch.text);
  if (!match) return null;
  const end = at + match[0].length;
  const found = foundIn(stretch, at, end, "url", 0.8);
  return { elements: [{ kind: "url", found }], end, strength: 0 };
}

function readAddress(stretch: Stretch, at: number): Step {
  const elements: HeaderElement[] = [];
  const end = readContact(stretch, at, elements);
  return end === null ? null : { elements, end, strength: 0 };
}

function readMatched(
  stretch: Stretch,
  at: number,
  match: (text: string, at: number) => number | null,
  kind: "furniture" | "credit",
  rule: string,
): Step {
  const end = match(stretch.text, at);
  if (end === null) return null;
  return { elements: [{ kind, found: foundIn(stretch, at, end, rule, 0.8) }], end, strength: 0 };
}
