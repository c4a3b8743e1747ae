/** What differs between two versions of a paragraph, word by word. */
import { diffArrays } from "diff";
import type { Span } from "#lib/text/span.ts";
import { substanceOf, type Substance } from "#lib/text/substance.ts";

/** Past so many changed words a comparison takes too long; the stretch is then shown as replaced. */
const MAX_CHANGES = 1_000;
/** A longer stretch that differs is not compared word by word. */
const MAX_CHARACTERS = 100_000;

/** A stretch of either version in whose place the other stands; one of them may be empty. */
export type WordChange = { before: Span; after: Span; substance: Substance };

/** The changes from one version of a paragraph to another, in order. */
export function changesOf(
  before: string,
  after: string,
  names?: ReadonlySet<string>,
): WordChange[] {
  if (before === after) return [];
  const changes: WordChange[] = [];
  let at = { before: 0, after: 0 };
  let from = at;
  const endRun = () => {
    const change = { before: span(from.before, at.before), after: span(from.after, at.after) };
    const sides = [
      { paragraph: before, ...change.before },
      { paragraph: after, ...change.after },
    ].filter(({ start, end }) => end > start);
    if (sides.length > 0) changes.push({ ...change, substance: substanceOf(sides, names) });
  };
  for (const { value, added, removed } of diffPieces(before, after)) {
    const { length } = value;
    if (!added && !removed) {
      endRun();
      at = { before: at.before + length, after: at.after + length };
      from = at;
    } else if (removed) at = { ...at, before: at.before + length };
    else at = { ...at, after: at.after + length };
  }
  endRun();
  return changes;
}

function span(start: number, end: number): Span {
  return { start, end };
}

type Piece = { value: string; added?: boolean; removed?: boolean };

/** What both begin and end with is set aside first: of a long text with few changes, nearly all. */
function diffPieces(before: string, after: string): Piece[] {
  const head = sharedHead(before, after);
  const tail = sharedTail(before.slice(head), after.slice(head));
  const middle = [before, after].map((text) => text.slice(head, text.length - tail)) as [
    string,
    string,
  ];
  return [
    { value: before.slice(0, head) },
    ...diffMiddle(...middle),
    { value: before.slice(before.length - tail) },
  ];
}

/** Ends after a space, so that no word or figure is cut. */
function sharedHead(a: string, b: string): number {
  let length = 0;
  for (let i = 0; i < Math.min(a.length, b.length) && a[i] === b[i]; i++) {
    if (a[i] === " ") length = i + 1;
  }
  return length;
}

function sharedTail(a: string, b: string): number {
  let length = 0;
  for (let i = 1; i <= Math.min(a.length, b.length); i++) {
    if (a[a.length - i] !== b[b.length - i]) break;
    if (a[a.length - i] === " ") length = i;
  }
  return length;
}

function diffMiddle(before: string, after: string): Piece[] {
  const isShort = before.length + after.length <= MAX_CHARACTERS;
  const parts = isShort
    ? diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: MAX_CHANGES })
    : null;
  if (!parts) {
    return [
      { value: before, removed: true },
      { value: after, added: true },
    ];
  }
  const pieces = parts.map(({ value, ...part }) => ({ ...part, value: value.join("") }));
  return joinAcrossSpaces(pieces);
}

/** Words, figures with their unit, runs of white space and single marks. */
function piecesOf(text: string): string[] {
  return (
    text.match(/\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
  );
}

/** Words replaced one after another are one replacement, not a row of them. */
function joinAcrossSpaces(parts: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let run: { removed: string; added: string } | null = null;
  const endRun = () => {
    if (run?.removed) joined.push({ value: run.removed, removed: true });
    if (run?.added) joined.push({ value: run.added, added: true });
    run = null;
  };
  for (const [i, part] of parts.entries()) {
    const isChange = Boolean(part.added || part.removed);
    const isSpaceBetween = run !== null && /^\s+$/.test(part.value) && i + 1 < parts.length;
    if (!isChange && !isSpaceBetween) {
      endRun();
      joined.push(part);
      continue;
    }
    run ??= { removed: "", added: "" };
    if (!part.added) run.removed += part.value;
    if (!part.removed) run.added += part.value;
  }
  endRun();
  return joined;
}
