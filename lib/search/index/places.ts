/** Where terms stand in articles: phrases and nearness. */
import { addPlaces, measurePlaces, type PlacedList } from "#lib/search/index/postings.ts";
import { findShared } from "#lib/search/index/shared-docs.ts";

/** For each of the articles that are looked at, the candidates, the ends of the matches in it, ascending, from `starts[i]` to before `stops[i]`. */
export type Places = {
  starts: Uint32Array;
  stops: Uint32Array;
  ends: Uint16Array;
  /** How many places a match covers beyond the one at its end. */
  width: number;
};

/** The places in these articles, ascending, of a term, or of several as if they were one. `isKept` may turn single ones down. */
export function collectPlaces(
  lists: readonly PlacedList[],
  docs: Int32Array,
  isKept: ((doc: number, place: number) => boolean) | null,
): Places {
  const starts = new Uint32Array(docs.length);
  const shared = lists.map((list) => findShared(list, docs));
  lists.forEach((list, i) => measurePlaces(list, shared[i]!, starts));
  let room = 0;
  for (let i = 0; i < docs.length; i++) {
    room += starts[i]!;
    starts[i] = room - starts[i]!;
  }
  const stops = starts.slice();
  const ends = new Uint16Array(room);
  lists.forEach((list, i) => addPlaces(list, shared[i]!, stops, ends));
  for (let i = 0; i < docs.length; i++) {
    if (isKept !== null) stops[i] = keepPlaces(ends, starts[i]!, stops[i]!, docs[i]!, isKept);
    // Of several terms as if they were one, those of an article come one term after the other.
    if (!isAscending(ends, starts[i]!, stops[i]!)) ends.subarray(starts[i], stops[i]).sort();
  }
  return { starts, stops, ends, width: 0 };
}

function isAscending(ends: Uint16Array, start: number, stop: number): boolean {
  for (let i = start + 1; i < stop; i++) if (ends[i]! < ends[i - 1]!) return false;
  return true;
}

/** Moves those that are kept together; returns where they stop. */
function keepPlaces(
  ends: Uint16Array,
  start: number,
  stop: number,
  doc: number,
  isKept: (doc: number, place: number) => boolean,
): number {
  let kept = start;
  for (let i = start; i < stop; i++) if (isKept(doc, ends[i]!)) ends[kept++] = ends[i]!;
  return kept;
}

/** Where the right one begins `distance` places after the end of the left one, as PostgreSQL counts. */
export function followedBy(left: Places, right: Places, distance: number): Places {
  const ahead = distance + right.width;
  return merged(left, right, right.ends.length, ahead + left.width, (at, add) => {
    let i = left.starts[at]!;
    for (let j = right.starts[at]!; j < right.stops[at]!; j++) {
      const wanted = right.ends[j]! - ahead;
      while (i < left.stops[at]! && left.ends[i]! < wanted) i++;
      if (i === left.stops[at]) return;
      if (left.ends[i] === wanted) add(right.ends[j]!);
    }
  });
}

/** Where either stands; the shorter one counts as long as the longer. */
export function eitherOf(left: Places, right: Places): Places {
  const width = Math.max(left.width, right.width);
  const [leftAhead, rightAhead] = [width - left.width, width - right.width];
  return merged(left, right, left.ends.length + right.ends.length, width, (at, add) => {
    let [i, j] = [left.starts[at]!, right.starts[at]!];
    while (i < left.stops[at]! || j < right.stops[at]!) {
      const one = i < left.stops[at]! ? left.ends[i]! + leftAhead : Infinity;
      const other = j < right.stops[at]! ? right.ends[j]! + rightAhead : Infinity;
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
  return merged(left, right, left.ends.length, width, (at, add) => {
    let j = right.starts[at]!;
    for (let i = left.starts[at]!; i < left.stops[at]!; i++) {
      while (j < right.stops[at]! && right.ends[j]! + difference < left.ends[i]!) j++;
      if (j < right.stops[at]! && right.ends[j]! + difference === left.ends[i])
        add(left.ends[i]! + width - left.width);
    }
  });
}

/** The indices of candidates in which they stand at most `distance` words apart, either first. */
export function nearOf(left: Places, right: Places, distance: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < left.starts.length; at++) {
    if (isNear(left, right, at, distance)) found.push(at);
  }
  return found;
}

/** The indices of candidates in which it stands at all. */
export function anywhere({ starts, stops }: Places): number[] {
  const found: number[] = [];
  for (let at = 0; at < starts.length; at++) if (stops[at]! > starts[at]!) found.push(at);
  return found;
}

function isNear(left: Places, right: Places, at: number, distance: number): boolean {
  let first = right.starts[at]!;
  for (let i = left.starts[at]!; i < left.stops[at]!; i++) {
    const [end, start] = [left.ends[i]!, left.ends[i]! - left.width];
    // What ends too far before this one does so before all that follow.
    while (first < right.stops[at]! && right.ends[first]! < start - distance) first++;
    for (let j = first; j < right.stops[at]!; j++) {
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
  match: (at: number, add: (end: number) => void) => void,
): Places {
  const starts = new Uint32Array(left.starts.length);
  const stops = new Uint32Array(left.starts.length);
  const ends = new Uint16Array(atMost);
  let count = 0;
  const add = (end: number) => {
    ends[count++] = end;
  };
  for (let at = 0; at < starts.length; at++) {
    starts[at] = count;
    match(at, add);
    stops[at] = count;
  }
  return { starts, stops, ends, width };
}
