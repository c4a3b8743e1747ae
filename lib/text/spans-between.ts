import type { Span } from "#lib/text/span.ts";

/**
 * Those of `placed`, which are in order and do not overlap, that have a character in `[start, end)`.
 * The time grows with what is found, and only slowly with what is not.
 */
export function spansBetween<T>(
  placed: readonly T[],
  { start, end }: Span,
  spanOf: (item: T) => Span,
): T[] {
  const found: T[] = [];
  for (let i = firstEndingAfter(placed, start, spanOf); i < placed.length; i++) {
    const item = placed[i] as T;
    if (spanOf(item).start >= end) break;
    found.push(item);
  }
  return found;
}

/** The index of the first that ends after `position`; the length of the list where none does. */
export function firstEndingAfter<T>(
  placed: readonly T[],
  position: number,
  spanOf: (item: T) => Span,
): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spanOf(placed[middle] as T).end > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
