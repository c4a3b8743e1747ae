/** Reads who wrote it: one or several people, with their roles, places, addresses and handles. */
import { cleanText, withoutShouting } from "#lib/text/clean.ts";
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { isName, isShortName, matchName } from "./names.ts";
import { isAgency, outletConfidence } from "./outlets.ts";
import { isRole, matchNote, matchRole, noteValue } from "./roles.ts";
import type { DraftByline } from "./types.ts";

export type BylineRun = {
  elements: HeaderElement[];
  /** Where the run stops in the stretch. */
  end: number;
  /** True when more than bare names was read: a role, a note, an address. */
  supported: boolean;
};

const BY = /(?:(?:words|story|report|text|written|analysis|exclusive)\s+)?by:?\s+/iy;
const JOINT = /\s*(?:,\s*and\s|,|;|\||·|•|\/|&|\band\b|\bwith\b|\bта\b)\s*/iuy;
const CONTACT =
  /\s*[,|·(<]*\s*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:on )?(?:twitter:?|x:)?\s*@\w{2,30})[)>]*/iy;
const PART_END = /\s*(?:[,;|·•(<]|\band\b|\s[-–—]\s|@|\d|$)/iu;
const COLLECTIVE =
  /^(?:our |the )?(?:[\p{L}’']+ ){0,3}(?:staff|desk|team|reporters|correspondents|agencies)$/iu;
const MAX_BYLINES = 12;

/** The people named after `By` at `at`, or null where no `By` with a name stands. */
export function readBylineAfterBy(stretch: Stretch, at: number): BylineRun | null {
  BY.lastIndex = at;
  const label = BY.exec(stretch.text)?.[0];
  // In a line of prose only "By" and "BY" begin a byline.
  if (label === undefined || /^\p{Ll}*\s*by/u.test(label)) return null;
  const start = at + label.length;
  const run = readNames(stretch, start, true) ?? readCollective(stretch, start);
  if (!run) return null;
  const found = foundIn(stretch, at, at + label.trimEnd().length, "byline-label", 0.95);
  return { ...run, elements: [{ kind: "furniture", found }, ...run.elements], supported: true };
}

/** People at `at`: a name, perhaps more, each with what is said of it. Longer names only after a `By`. */
export function readNames(stretch: Stretch, at: number, afterBy = false): BylineRun | null {
  const elements: HeaderElement[] = [];
  let position = at;
  let end = at;
  let supported = false;
  for (let count = 0; count < MAX_BYLINES; count++) {
    const nameEnd = matchName(stretch.text, position);
    if (nameEnd === null) break;
    if (!afterBy && !isShortName(stretch.text.slice(position, nameEnd))) break;
    elements.push(...readJoint(stretch, end, position));
    const byline = toByline(stretch, position, nameEnd);
    elements.push({ kind: "byline", byline });
    end = readDetails(stretch, nameEnd, byline, elements);
    supported ||= end > nameEnd;
    const next = skipJoint(stretch.text, end);
    // Without a joint the next name may follow only what has closed this one off.
    if (next === null && end === nameEnd) break;
    position = next ?? end + (/^\s*/.exec(stretch.text.slice(end, end + 8))?.[0].length ?? 0);
  }
  return elements.length > 0 ? { elements, end, supported } : null;
}

function toByline(stretch: Stretch, start: number, end: number): DraftByline {
  const name = foundIn(stretch, start, end, "byline-name", 0.9);
  return { name: { ...name, value: withoutShouting(name.value) }, role: null, note: null };
}

function skipJoint(text: string, at: number): number | null {
  JOINT.lastIndex = at;
  const joint = JOINT.exec(text)?.[0];
  return joint === undefined ? null : at + joint.length;
}

/** The word between two names; commas and the like are separators and need no field. */
function readJoint(stretch: Stretch, from: number, to: number): HeaderElement[] {
  const word = /\p{L}+/u.exec(stretch.text.slice(from, to));
  if (!word) return [];
  const start = from + word.index;
  const found = foundIn(stretch, start, start + word[0].length, "byline-joint", 0.9);
  return [{ kind: "furniture", found }];
}

/** Takes role, note and address, in any order, that follow a name; returns where they stop. */
function readDetails(
  stretch: Stretch,
  from: number,
  byline: DraftByline,
  elements: HeaderElement[],
): number {
  let end = from;
  for (let turns = 0; turns < 4; turns++) {
    const next = readContact(stretch, end, elements) ?? readDetail(stretch, end, byline, elements);
    if (next === null) return end;
    end = next;
  }
  return end;
}

/** An address or a handle at `at`, which is kept out of the archive; returns where it stops, or null. */
export function readContact(
  stretch: Stretch,
  at: number,
  elements: HeaderElement[],
): number | null {
  CONTACT.lastIndex = at;
  const match = CONTACT.exec(stretch.text);
  if (!match) return null;
  const end = at + match[0].length;
  const start = at + match[0].search(/[^\s,|·]/);
  elements.push({ kind: "furniture", found: foundIn(stretch, start, end, "byline-contact", 0.9) });
  return end;
}

function readDetail(
  stretch: Stretch,
  at: number,
  byline: DraftByline,
  elements: HeaderElement[],
): number | null {
  const gap = /^\s*(?:[,|(·•–—-]\s*)?/u.exec(stretch.text.slice(at, at + 8))?.[0] ?? "";
  const start = at + gap.length;
  const employer = /^(?:for|of)\s+/.exec(stretch.text.slice(start, start + 5))?.[0].length;
  if (gap !== "" && employer) return readPart(stretch, start + employer, byline, elements);
  const separated = /[,|(·•–—-]/.test(gap);
  if (gap === "" || start >= stretch.text.length) return null;
  const noteEnd = byline.note ? null : matchNote(stretch.text, start);
  if (noteEnd !== null) {
    const note = foundIn(stretch, start, noteEnd, "byline-note", 0.85);
    byline.note = { ...note, value: noteValue(note.value) };
    return noteEnd;
  }
  const roleEnd = byline.role ? null : matchRole(stretch.text, start);
  if (roleEnd !== null) return takeRole(stretch, start, roleEnd, byline);
  return separated ? readPart(stretch, start, byline, elements) : null;
}

/** What stands between two commas after a name: a role, an outlet or a place; names are left alone. */
function readPart(
  stretch: Stretch,
  start: number,
  byline: DraftByline,
  elements: HeaderElement[],
): number | null {
  const rest = stretch.text.slice(start, start + 80);
  const length = Math.max(0, rest.search(PART_END));
  const part = rest.slice(0, length);
  if (!byline.role && isRole(part)) return takeRole(stretch, start, start + length, byline);
  if (outletConfidence(cleanText(part)) > 0 || isAgency(part)) {
    const found = foundIn(stretch, start, start + length, "byline-outlet", 0.8);
    elements.push({ kind: "outlet", found });
    return start + length;
  }
  const isPlace = /^\p{Lu}\p{Ll}+$/u.test(part) && byline.note === null;
  if (!isPlace || !/^\s*(?:[,;|]|$)/u.test(rest.slice(length))) return null;
  byline.note = foundIn(stretch, start, start + length, "byline-place", 0.6);
  return start + length;
}

function takeRole(stretch: Stretch, start: number, end: number, byline: DraftByline): number {
  byline.role = foundIn(stretch, start, end, "byline-role", 0.85);
  return stretch.text[end] === ")" ? end + 1 : end;
}

/** `By our foreign staff`, `By Reuters`, `By The Associated Press`: the whole rest of a short line. */
function readCollective(stretch: Stretch, start: number): BylineRun | null {
  const rest = stretch.text.slice(start);
  const part = rest.slice(0, Math.max(0, rest.search(/\s*(?:[,;|·•]|\s[-–—]\s|$)/u)));
  const known = COLLECTIVE.test(part) || isAgency(part) || outletConfidence(cleanText(part)) > 0;
  if (!known && !isName(part)) return null;
  const end = start + part.length;
  const name = foundIn(stretch, start, end, "byline-collective", 0.75);
  return {
    elements: [{ kind: "byline", byline: { name, role: null, note: null } }],
    end,
    supported: true,
  };
}
