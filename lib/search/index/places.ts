/** Where terms stand in articles: phrases and nearness. */
import type { DocSet } from "#lib/search/index/doc-set.ts";
import { visitPlaces } from "#lib/search/index/postings.ts";

/** The articles that are looked at, in the order of their numbers. */
export type Candidates = {
  docs: Int32Array;
  /** For each article's number, its index in `docs` and one; 0: it is none of them. */
  ranks: Int32Array;
};

/** For each candidate the ends of the matches in it, ascending, from `starts[i]` to `starts[i + 1]`. */
export type Places = {
  starts: Uint32Array;
  ends: Uint16Array;
  /** How many places a match covers beyond the one at its end. */
  width: number;
};

type PlacedPostings = { docs: Int32Array; places: Uint8Array };

export function toCandidates(set: DocSet): Candidates {
  const docs = set.toArray();
  const ranks = new Int32Array(set.limit);
  docs.forEach((doc, i) => {
    ranks[doc] = i + 1;
  });
  return { docs, ranks };
}

/** The places of a term, or of several as if they were one. `isKept` may turn single ones down. */
export function collectPlaces(
  lists: readonly PlacedPostings[],
  { docs, ranks }: Candidates,
  isKept: ((doc: number, place: number) => boolean) | null,
): Places {
  const starts = new Uint32Array(docs.length + 1);
  const isCandidate = (doc: number) => ranks[doc]! > 0;
  const visitAll = (visit: (rank: number, place: number) => void) => {
    for (const list of lists)
      visitPlaces(list.places, list.docs, isCandidate, (doc, place) => {
        if (isKept === null || isKept(doc, place)) visit(ranks[doc]! - 1, place);
      });
  };
  visitAll((rank) => {
    starts[rank + 1]!++;
  });
  for (let i = 0; i < docs.length; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice();
  const ends = new Uint16Array(starts[docs.length]!);
  let isSorted = true;
  visitAll((rank, place) => {
    const at = next[rank]!++;
    if (at > starts[rank]! && ends[at - 1]! > place) isSorted = false;
    ends[at] = place;
  });
  if (!isSorted)
    for (let i = 0; i < docs.length; i++) ends.subarray(starts[i], starts[i + 1]).sort();
  return { starts, ends, width: 0 };
}

/** Where the right one begins `distance` places after the end of the left one, as PostgreSQL counts. */
export function followedBy(left: Places, right: Places, distance: number): Places {
  const ahead = distance + right.width;
  return merged(left, right, right.ends.length, ahead + left.width, (from, to, add) => {
    let i = left.starts[from]!;
    for (let j = right.starts[from]!; j < right.starts[to]!; j++) {
      const wanted = right.ends[j]! - ahead;
      while (i < left.starts[to]! && left.ends[i]! < wanted) i++;
      if (i === left.starts[to]) return;
      if (left.ends[i] === wanted) add(right.ends[j]!);
    }
  });
}

/** Where either stands; the shorter one counts as long as the longer. */
export function eitherOf(left: Places, right: Places): Places {
  const width = Math.max(left.width, right.width);
  const [leftAhead, rightAhead] = [width - left.width, width - right.width];
  return merged(left, right, left.ends.length + right.ends.length, width, (from, to, add) => {
    let [i, j] = [left.starts[from]!, right.starts[from]!];
    while (i < left.starts[to]! || j < right.starts[to]!) {
      const one = i < left.starts[to]! ? left.ends[i]! + leftAhead : Infinity;
      const other = j < right.starts[to]! ? right.ends[j]! + rightAhead : Infinity;
      add(Math.min(one, other));
      if (one <= other) i++;
      if (other <= one) j++;
    }
  });
}

/** Where both stand at once; the shorter one counts as long as the longer. */
export function bothOf(left: Places, right: Places): Places {
  const width = Math.max(left.width, right.width);
  const difference = width - right.width - (width - left.width);
  return merged(left, right, left.ends.length, width, (from, to, add) => {
    let j = right.starts[from]!;
    for (let i = left.starts[from]!; i < left.starts[to]!; i++) {
      while (j < right.starts[to]! && right.ends[j]! + difference < left.ends[i]!) j++;
      if (j < right.starts[to]! && right.ends[j]! + difference === left.ends[i])
        add(left.ends[i]! + width - left.width);
    }
  });
}

/** The indices of candidates in which they stand at most `distance` words apart, either first. */
export function nearOf(left: Places, right: Places, distance: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < left.starts.length; at++) {
    if (isNear(left, right, at, distance)) found.push(at);
  }
  return found;
}

/** The indices of candidates in which it stands at all. */
export function anywhere({ starts }: Places): number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < starts.length; at++) if (starts[at + 1]! > starts[at]!) found.push(at);
  return found;
}

function isNear(left: Places, right: Places, at: number, distance: number): boolean {
  let first = right.starts[at]!;
  for (let i = left.starts[at]!; i < left.starts[at + 1]!; i++) {
    const [end, start] = [left.ends[i]!, left.ends[i]! - left.width];
    // What ends too far before this one does so before all that follow.
    while (first < right.starts[at + 1]! && right.ends[first]! < start - distance) first++;
    for (let j = first; j < right.starts[at + 1]!; j++) {
      const [otherEnd, otherStart] = [right.ends[j]!, right.ends[j]! - right.width];
      if (
        otherStart > end
          ? otherStart - end <= distance
          : otherEnd < start && start - otherEnd <= distance
      )
        return true;
      if (otherStart > end + distance) break;
    }
  }
  return false;
}

/** Goes through the candidates one by one. Of each, `match` adds the ends of what is found in it. */
function merged(
  left: Places,
  right: Places,
  atMost: number,
  width: number,
  match: (at: number, next: number, add: (end: number) => void) => void,
): Places {
  const starts = new Uint32Array(left.starts.length);
  const ends = new Uint16Array(atMost);
  let count = 0;
  const add = (end: number) => {
    ends[count++] = end;
  };
  for (let at = 0; at + 1 < starts.length; at++) {
    if (left.starts[at + 1]! + right.starts[at + 1]! > left.starts[at]! + right.starts[at]!)
      match(at, at + 1, add);
    starts[at + 1] = count;
  }
  return { starts, ends: ends.subarray(0, count), width };
}
