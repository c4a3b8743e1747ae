/** Which documents a posting list shares with a set of them. */

import { gallop, lowestFrom } from "#lib/search/index/ascending.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";

/** `at` are their indices in the list, `ranks` those in what was wanted: of each the first `count`. */
export type SharedDocs = { count: number; at: Int32Array; ranks: Int32Array };

/** Where a list is so many times as long as a set of bits is large, that is looked up in it. */
const RARE = 16;

type Listed = { docs: Int32Array; isAscending: boolean };

/** Where in a list the documents of a set stand, if that is less to look at than the list; else null. */
export function lookUp(list: Listed, set: DocSet): SharedDocs | null {
  if (!list.isAscending) return null;
  const isLess = set.few !== null || set.size * RARE < list.docs.length;
  return isLess ? findShared(list, set.toArray()) : null;
}

/**
 * Finds the documents `wanted`, ascending, in those of a list. Of a list in ascending order little more is
 * looked at than the shorter of the two (galloping search: Bentley and Yao, An almost optimal algorithm
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
  let [at, rank] = [0, 0];
  while (at < docs.length && rank < wanted.length) {
    const difference = docs[at]! - wanted[rank]!;
    if (difference < 0) at = gallop(docs, wanted[rank]!, at + 1);
    else if (difference > 0) rank = gallop(wanted, docs[at]!, rank + 1);
    else {
      shared.at[shared.count] = at++;
      shared.ranks[shared.count++] = rank++;
    }
  }
}

/** The list of several terms, or of segments that were joined: some documents may stand in it twice. */
function findOneByOne(docs: Int32Array, wanted: Int32Array, shared: SharedDocs): void {
  for (let i = 0; i < docs.length; i++) {
    const rank = lowestFrom(wanted, docs[i]!);
    if (wanted[rank] !== docs[i]) continue;
    shared.at[shared.count] = i;
    shared.ranks[shared.count++] = rank;
  }
}
