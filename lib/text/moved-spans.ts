import { diffArrays } from "diff";
import type { Span } from "#lib/text/span.ts";

/** Beyond this much work only what stands before the first and after the last change is followed. */
const DIFF_TIMEOUT_MS = 500;

/** A stretch that stands in both texts, `shift` further on in the new one. */
type Stretch = Span & { shift: number };

/**
 * Follows spans of a text into an edited version of it: the returned function gives where a span
 * now stands, or null where any part of it was changed.
 */
export function followSpans(before: string, after: string): (span: Span) => Span | null {
  const stretches = commonStretches(before, after);
  return ({ start, end }) => {
    const stretch = stretches.find((candidate) => start >= candidate.start && end <= candidate.end);
    return stretch ? { start: start + stretch.shift, end: end + stretch.shift } : null;
  };
}

function commonStretches(before: string, after: string): Stretch[] {
  const head = commonLength(before, after, (text, i) => text.charCodeAt(i));
  const tail = commonLength(before.slice(head), after.slice(head), (text, i) =>
    text.charCodeAt(text.length - 1 - i),
  );
  const middle = [before, after].map((text) => text.slice(head, text.length - tail)) as [
    string,
    string,
  ];
  const stretches = [
    { start: 0, end: head, shift: 0 },
    ...diffWords(...middle).map(({ start, end, shift }) => ({
      start: start + head,
      end: end + head,
      shift,
    })),
    { start: before.length - tail, end: before.length, shift: after.length - before.length },
  ];
  return joinTouching(stretches);
}

function commonLength(a: string, b: string, at: (text: string, i: number) => number): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && at(a, length) === at(b, length)) length++;
  return length;
}

function diffWords(before: string, after: string): Stretch[] {
  if (before === "" || after === "") return [];
  const parts = diffArrays(toWords(before), toWords(after), { timeout: DIFF_TIMEOUT_MS }) ?? [];
  const stretches: Stretch[] = [];
  let inBefore = 0;
  let inAfter = 0;
  for (const { added, removed, value } of parts) {
    const length = value.reduce((sum, word) => sum + word.length, 0);
    if (!added && !removed) {
      stretches.push({ start: inBefore, end: inBefore + length, shift: inAfter - inBefore });
    }
    if (!added) inBefore += length;
    if (!removed) inAfter += length;
  }
  return stretches;
}

function toWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu) ?? [];
}

function joinTouching(stretches: Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && last.end === stretch.start && last.shift === stretch.shift) last.end = stretch.end;
    else joined.push({ ...stretch });
  }
  return joined;
}
