/** Which documents a posting list shares with a set of them. */

import type { DocSet } from "#lib/search/index/doc-set.ts";

/** `at` are their indices in the list, `ranks` those in what was wanted: of each the first `count`. */
export type SharedDocs = { count: number; at: Int32Array; ranks: Int32Array };

/** Where a list is so many times as long as what is looked for, that is looked up in it. */
const RARE = 16;

type Listed = { docs: Int32Array; isAscending: boolean };

/** Where in a list the documents of a set stand, if that is less to look at than the list; else null. */
export function lookUp(list: Listed, set: DocSet): SharedDocs | null {
  const isRare = list.isAscending && set.size * RARE < list.docs.length;
  return isRare ? findShared(list, set.toArray()) : null;
}

/**
 * Finds the documents `wanted`, ascending, in those of a list. Of a list in ascending order only as much is
 * looked at as there are documents wanted (galloping search: Bentley and Yao, An almost optimal algorithm
 * for unbounded searching, 1976).
 */
export function findShared({ docs, isAscending }: Listed, wanted: Int32Array): SharedDocs {
  if (isAscending && isApart(docs, wanted)) return NOTHING_SHARED;
  const most = isAscending ? Math.min(docs.length, wanted.length) : docs.length;
  const shared = { count: 0, at: new Int32Array(most), ranks: new Int32Array(most) };
  if (isAscending) findAscending(docs, wanted, shared);
  else findOneByOne(docs, wanted, shared);
  return shared;
}

const NO_INDICES = new Int32Array(0);
const NOTHING_SHARED: SharedDocs = { count: 0, at: NO_INDICES, ranks: NO_INDICES };

/** Most segments hold none of the documents that were added at another time. */
function isApart(one: Int32Array, other: Int32Array): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one[0]! > other.at(-1)! || other[0]! > one.at(-1)!;
}

function findAscending(docs: Int32Array, wanted: Int32Array, shared: SharedDocs): void {
  let i = 0;
  for (let rank = 0; rank < wanted.length; rank++) {
    const doc = wanted[rank]!;
    let step = 1;
    let low = i;
    while (i < docs.length && docs[i]! < doc) {
      low = i + 1;
      i += step;
      step *= 2;
    }
    i = lowestFrom(docs, doc, low, Math.min(i, docs.length));
    if (i === docs.length) return;
    if (docs[i] === doc) {
      shared.at[shared.count] = i;
      shared.ranks[shared.count++] = rank;
    }
  }
}

/** The list of several terms, or of segments that were joined: some documents may stand in it twice. */
function findOneByOne(docs: Int32Array, wanted: Int32Array, shared: SharedDocs): void {
  for (let i = 0; i < docs.length; i++) {
    const rank = lowestFrom(wanted, docs[i]!, 0, wanted.length);
    if (wanted[rank] !== docs[i]) continue;
    shared.at[shared.count] = i;
    shared.ranks[shared.count++] = rank;
  }
}

/** The first index from `low` to before `high` at which there is no less than this; else `high`. */
function lowestFrom(numbers: Int32Array, least: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
