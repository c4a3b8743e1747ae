/** The differences of two texts: side by side, and listed with those of substance first. */
import { diffArrays } from "diff";
import {
  SUBSTANCES,
  substanceOf,
  type Changed,
  type Substance,
} from "#lib/duplicates/substance.ts";

/** Past so many changes a comparison takes too long; the whole is then shown as replaced. */
const MAX_CHANGES = 1_000;
/** Paragraphs with so many words in common, of all, are versions of one. */
const MIN_ALIKE = 0.35;
/** A longer run of changed paragraphs is not searched for versions of each other. */
const MAX_PARAGRAPHS_MATCHED = 60;
const SHOWN_AROUND_CHARACTERS = 60;

/** A stretch of one side; `substance` is null where it stands on both. */
export type MarkedPart = { text: string; substance: Substance | null };

/** A paragraph of either side beside its version on the other; null where there is none. */
export type ParagraphRow = { before: MarkedPart[] | null; after: MarkedPart[] | null };

export type Difference = {
  substance: Substance;
  /** What stands on the one side alone; empty where something was only put in. */
  before: string;
  after: string;
  /** The words just before it, for finding the place. */
  context: string;
  /** True: a paragraph that the other text lacks, such as what was cut from the end. */
  isParagraph: boolean;
};

export type Comparison = {
  /** In the order of the texts. */
  rows: ParagraphRow[];
  /**
   * Changed quotations first, then numbers, names, dates and wording; within each, as they come.
   * After all these, paragraphs that one text lacks, in the same order.
   */
  differences: Difference[];
};

/** Compares two texts whose paragraphs are separated by blank lines. */
export function compareTexts(before: string, after: string): Comparison {
  const rows: ParagraphRow[] = [];
  const differences: Difference[] = [];
  for (const [left, right] of alignParagraphs(paragraphsOf(before), paragraphsOf(after))) {
    const changes = changesOf(left ?? "", right ?? "");
    rows.push({
      before: left === null ? null : mark(left, changes, "before"),
      after: right === null ? null : mark(right, changes, "after"),
    });
    for (const { substance, before: cut, after: added } of changes) {
      const place = cut ?? added;
      differences.push({
        substance,
        before: cut ? textOf(cut) : "",
        after: added ? textOf(added) : "",
        context: place ? contextOf(place) : "",
        isParagraph: left === null || right === null,
      });
    }
  }
  const rank = ({ substance, isParagraph }: Difference) =>
    SUBSTANCES.indexOf(substance) + (isParagraph ? SUBSTANCES.length : 0);
  return { rows, differences: differences.sort((a, b) => rank(a) - rank(b)) };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

type Aligned = [before: string | null, after: string | null];

/** Pairs equal paragraphs, and between those the ones that are versions of each other, in order. */
function alignParagraphs(before: string[], after: string[]): Aligned[] {
  const parts = diffArrays(before, after, {
    comparator: (a, b) => a === b || plain(a) === plain(b),
    maxEditLength: MAX_CHANGES,
  }) ?? [
    { value: before, removed: true, added: false, count: before.length },
    { value: after, removed: false, added: true, count: after.length },
  ];
  const aligned: Aligned[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  let at = 0;
  const endRun = () => {
    aligned.push(...matchVersions(removed, added));
    [removed, added] = [[], []];
  };
  for (const part of parts) {
    if (part.removed) removed.push(...part.value);
    else if (part.added) added.push(...part.value);
    else {
      endRun();
      // Of equal paragraphs `diff` gives one side's; the other may be set otherwise.
      for (const each of part.value) aligned.push([before[at++] ?? each, each]);
      continue;
    }
    if (part.removed) at += part.value.length;
  }
  endRun();
  return aligned;
}

function matchVersions(removed: string[], added: string[]): Aligned[] {
  const aligned: Aligned[] = [];
  let next = 0;
  const isSearched = Math.max(removed.length, added.length) <= MAX_PARAGRAPHS_MATCHED;
  for (const left of removed) {
    const found = isSearched ? mostAlike(left, added, next) : -1;
    if (found >= 0) for (; next < found; next++) aligned.push([null, added[next] as string]);
    aligned.push([left, found >= 0 ? (added[next++] as string) : null]);
  }
  for (const right of added.slice(next)) aligned.push([null, right]);
  return aligned;
}

function mostAlike(paragraph: string, others: string[], from: number): number {
  const words = new Set(plain(paragraph).split(" "));
  let best = -1;
  let most = MIN_ALIKE;
  for (let i = from; i < others.length; i++) {
    const theirs = new Set(plain(others[i] as string).split(" "));
    const shared = [...words].filter((word) => theirs.has(word)).length;
    const alike = shared / Math.max(1, Math.min(words.size, theirs.size));
    if (alike > most) [best, most] = [i, alike];
  }
  return best;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Change = { before: Changed | null; after: Changed | null; substance: Substance };

/** What differs between two versions of a paragraph; either may be empty. */
function changesOf(before: string, after: string): Change[] {
  if (before === after) return [];
  const changes: Change[] = [];
  const at = { before: 0, after: 0 };
  let run: { before: Changed | null; after: Changed | null } = { before: null, after: null };
  const endRun = () => {
    const sides = [run.before, run.after].filter((side) => side !== null);
    if (sides.length > 0) changes.push({ ...run, substance: substanceOf(sides) });
    run = { before: null, after: null };
  };
  for (const { value, added, removed } of diffPieces(before, after)) {
    const { length } = value.join("");
    if (!added && !removed) {
      endRun();
      at.before += length;
      at.after += length;
      continue;
    }
    const side = removed ? "before" : "after";
    const paragraph = removed ? before : after;
    run[side] = { paragraph, start: at[side], end: at[side] + length };
    at[side] += length;
  }
  endRun();
  return changes;
}

function diffPieces(before: string, after: string) {
  const [left, right] = [piecesOf(before), piecesOf(after)];
  const parts = diffArrays(left, right, { maxEditLength: MAX_CHANGES });
  return parts
    ? joinAcrossSpaces(parts)
    : [
        { value: left, removed: true, added: false },
        { value: right, removed: false, added: true },
      ];
}

/** Words, figures with their unit, runs of white space and single marks. */
function piecesOf(text: string): string[] {
  return (
    text.match(/\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
  );
}

type Piece = { value: string[]; added?: boolean; removed?: boolean };

/** Words replaced one after another are one replacement, not a row of them. */
function joinAcrossSpaces(parts: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let run: { removed: string[]; added: string[] } | null = null;
  const endRun = () => {
    if (run && run.removed.length > 0) joined.push({ value: run.removed, removed: true });
    if (run && run.added.length > 0) joined.push({ value: run.added, added: true });
    run = null;
  };
  for (const [i, part] of parts.entries()) {
    const isChange = Boolean(part.added || part.removed);
    const isSpaceBetween =
      run !== null && /^\s+$/.test(part.value.join("")) && i + 1 < parts.length;
    if (!isChange && !isSpaceBetween) {
      endRun();
      joined.push(part);
      continue;
    }
    run ??= { removed: [], added: [] };
    if (!part.added) run.removed.push(...part.value);
    if (!part.removed) run.added.push(...part.value);
  }
  endRun();
  return joined;
}

function mark(text: string, changes: readonly Change[], side: "before" | "after"): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const { substance, ...change } of changes) {
    const changed = change[side];
    if (!changed) continue;
    parts.push({ text: text.slice(at, changed.start), substance: null });
    parts.push({ text: textOf(changed), substance });
    at = changed.end;
  }
  parts.push({ text: text.slice(at), substance: null });
  return parts.filter((part) => part.text !== "");
}

function textOf({ paragraph, start, end }: Changed): string {
  return paragraph.slice(start, end);
}

function contextOf({ paragraph, start }: Changed): string {
  const from = Math.max(0, start - SHOWN_AROUND_CHARACTERS);
  const text = paragraph.slice(from, start);
  return from === 0 ? text : `…${text.slice(text.search(/\s/))}`;
}
