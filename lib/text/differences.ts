/** The differences of two texts: side by side, and listed with those of substance first. */
import { alignParagraphs, type Aligned } from "#lib/text/align-paragraphs.ts";
import { changedSentences } from "#lib/text/changed-sentences.ts";
import { namesIn, SUBSTANCES, substanceOf, type Substance } from "#lib/text/substance.ts";
import { changesOf, type WordChange } from "#lib/text/word-changes.ts";

/** So much of paragraphs that differ is looked into; the rest is shown as replaced, as wording. */
const MAX_COMPARED_CHARACTERS = 600_000;

/** What comes after so many paragraphs counts as one. */
const MAX_PARAGRAPHS = 20_000;

/** A stretch of one side; `substance` is null where it stands on both. */
export type MarkedPart = { text: string; substance: Substance | null };

/** A paragraph of either side beside its version on the other; null where there is none. */
export type ParagraphRow = { before: MarkedPart[] | null; after: MarkedPart[] | null };

export type Difference = {
  /** The weightiest of what changed in it. */
  substance: Substance;
  /** The sentence, or those that were joined or parted, with what changed marked; empty: none. */
  before: MarkedPart[];
  after: MarkedPart[];
  /** True: a paragraph that the other text lacks, such as what was cut from the end. */
  isParagraph: boolean;
};

export type Comparison = {
  /** In the order of the texts. */
  rows: ParagraphRow[];
  /** By `rankOf`; within each rank as they come. */
  differences: Difference[];
};

/**
 * Compares two texts whose paragraphs are separated by blank lines. `names` are words known as
 * names beside those that the texts show to be. Takes time in proportion to the texts' length.
 */
export function compareTexts(
  before: string,
  after: string,
  names: Iterable<string> = [],
): Comparison {
  const known = new Set([...names, ...namesIn(before), ...namesIn(after)]);
  const rows: ParagraphRow[] = [];
  const differences: Difference[] = [];
  let compared = 0;
  for (const aligned of alignParagraphs(paragraphsOf(before), paragraphsOf(after))) {
    const [left, right] = aligned;
    if (left !== right) compared += (left?.length ?? 0) + (right?.length ?? 0);
    const { row, changed } = comparePair(
      aligned,
      compared > MAX_COMPARED_CHARACTERS ? null : known,
    );
    rows.push(row);
    differences.push(...changed);
  }
  return { rows, differences: differences.sort((a, b) => rankOf(a) - rankOf(b)) };
}

/** The differences of two passages that are versions of each other, however little they share. */
export function comparePassages(
  before: string,
  after: string,
  names: Iterable<string> = [],
): Difference[] {
  const known = new Set([...names, ...namesIn(before), ...namesIn(after)]);
  const { changed } = comparePair([before, after], known);
  return changed.sort((a, b) => rankOf(a) - rankOf(b));
}

/** `names` null: nothing is looked into. */
function comparePair([left, right]: Aligned, names: ReadonlySet<string> | null) {
  const isLacking = left === null || right === null;
  const isWhole = left !== right && (isLacking || names === null);
  const changes = isWhole
    ? [replacement(left ?? "", right ?? "", names)]
    : changesOf(left ?? "", right ?? "", names ?? undefined);
  const row = {
    before: left === null ? null : mark(left, changes, "before"),
    after: right === null ? null : mark(right, changes, "after"),
  };
  const changed = isLacking ? [toLacking(row, changes)] : toDifferences(left, right, changes);
  return { row, changed };
}

/**
 * Changed quotations come first, then numbers, names, dates and headlines; then paragraphs that one
 * side lacks, in the same order; then other wording, and typography last.
 */
export function rankOf({ substance, isParagraph }: Omit<Difference, "before" | "after">): number {
  const weight = SUBSTANCES.indexOf(substance);
  const isWeighty = weight < SUBSTANCES.indexOf("wording");
  return isParagraph || !isWeighty ? SUBSTANCES.length + weight : weight;
}

function paragraphsOf(text: string): string[] {
  const all = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  if (all.length <= MAX_PARAGRAPHS) return all;
  return [...all.slice(0, MAX_PARAGRAPHS), all.slice(MAX_PARAGRAPHS).join("\n\n")];
}

function replacement(left: string, right: string, names: ReadonlySet<string> | null): WordChange {
  const sides = [left, right].filter(Boolean).map((paragraph) => {
    return { paragraph, start: 0, end: paragraph.length };
  });
  return {
    before: { start: 0, end: left.length },
    after: { start: 0, end: right.length },
    substance: names ? substanceOf(sides, names) : "wording",
  };
}

function toDifferences(left: string, right: string, changes: readonly WordChange[]): Difference[] {
  return changedSentences(left, right, changes).map((group) => ({
    substance: weightiest(group.changes),
    before: markWithin(left, group, "before"),
    after: markWithin(right, group, "after"),
    isParagraph: false,
  }));
}

function toLacking({ before, after }: ParagraphRow, changes: readonly WordChange[]): Difference {
  const substance = weightiest(changes);
  return { substance, before: before ?? [], after: after ?? [], isParagraph: true };
}

function weightiest(changes: readonly WordChange[]): Substance {
  const weights = changes.map(({ substance }) => SUBSTANCES.indexOf(substance));
  return SUBSTANCES[Math.min(...weights)] as Substance;
}

type Side = "before" | "after";
type Sentences = Record<Side, { start: number; end: number }> & { changes: WordChange[] };

function markWithin(text: string, group: Sentences, side: Side): MarkedPart[] {
  const { start, end } = group[side];
  return mark(text, group.changes, side, { start, end });
}

function mark(
  text: string,
  changes: readonly WordChange[],
  side: Side,
  { start, end } = { start: 0, end: text.length },
): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = start;
  for (const { substance, [side]: changed } of changes) {
    const [from, to] = [Math.max(start, changed.start), Math.min(end, changed.end)];
    if (from >= to) continue;
    parts.push({ text: text.slice(at, from), substance: null });
    parts.push({ text: text.slice(from, to), substance });
    at = to;
  }
  parts.push({ text: text.slice(at, end), substance: null });
  return parts.filter((part) => part.text !== "");
}
