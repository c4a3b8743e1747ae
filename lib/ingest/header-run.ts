/**
 * Reads header elements one after another from a stretch of text: dates, bylines, credits, buttons,
 * in any order, with or without separators, until something comes that is none of them.
 */
import { findDates, type DateMention } from "#lib/dates/find-dates.ts";
import { readBylineAfterBy, readNames } from "./bylines.ts";
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

type Step = { elements: HeaderElement[]; end: number; strength: number } | null;

const SEPARATORS = /[\s|·•,;:–—\-/.]+/y;
const DATE_LABEL =
  /(?:(?:this (?:article|story) (?:was )?)?(?:first |originally |last )?(?:published|updated|modified|posted|amended|created|filed|issued)|publication date|date(?:line)?|dated|опубліковано|оновлено|publié|on)(?:\s+(?:on|at|le))?\s*:?\s*/iy;
const MODIFIED = /updated|modified|amended|оновлено/i;
const URL = /https?:\/\/[^\s<>"]+[^\s<>".,;)]/iy;
const MAX_ELEMENTS = 40;

/** The header elements from the start of a stretch, as far as they go. */
export function readHeaderRun(stretch: Stretch, options: ParseOptions): HeaderRun {
  const dates = findDates(stretch.text, toDateOptions(options));
  const elements: HeaderElement[] = [];
  let strength = 0;
  let end = 0;
  for (let count = 0; count < MAX_ELEMENTS; count++) {
    const start = skipSeparators(stretch.text, end);
    if (start >= stretch.text.length) return { elements, end: stretch.text.length, strength };
    const step = readElement(stretch, start, dates);
    if (!step) break;
    elements.push(...step.elements);
    strength += step.strength;
    end = step.end;
  }
  return { elements, end, strength };
}

function skipSeparators(text: string, at: number): number {
  SEPARATORS.lastIndex = at;
  return at + (SEPARATORS.exec(text)?.[0].length ?? 0);
}

function readElement(stretch: Stretch, at: number, dates: DateMention[]): Step {
  return (
    readDate(stretch, at, dates) ??
    readUrl(stretch, at) ??
    toStep(readBylineAfterBy(stretch, at)) ??
    readMatched(stretch, at, matchFurniture, "furniture", "run-in-furniture") ??
    readMatched(stretch, at, matchCredit, "credit", "run-in-credit") ??
    toStep(readNames(stretch, at))
  );
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

function toStep(run: { elements: HeaderElement[]; end: number; supported: boolean } | null): Step {
  return run && { elements: run.elements, end: run.end, strength: run.supported ? 1 : 0 };
}
