/** Articles by a date, so that the first of what a search finds are found without the rest. */
import type { ArticleColumns } from "#lib/search/index/article-columns.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import type { Order } from "#lib/search/index/rank.ts";

export type DateName = "published" | "released";
/** The first so many, from one end of the order on. */
export type FirstByDate = { name: DateName; isDescending: boolean; count: number };

/** Looked at first; each time after that so many times as many as the time before. */
const FIRST_LOOK = 128;
const GROWTH = 8;
const MS_PER_DAY = 86_400_000;
/** Dates fall into groups of a day. */
const SPANS = { published: 1, released: MS_PER_DAY } as const;

/** By a date of articles; of one date, the one of the higher id is the later one. */
export function orderByDate(columns: ArticleColumns, name: DateName, isDescending: boolean): Order {
  const keys = name === "published" ? columns.days : columns.releasedAt;
  const sign = isDescending ? -1 : 1;
  return { keys, isDescending, tie: (one, other) => sign * columns.compareIds(one, other) };
}

/** What of all public documents `findWithin` finds, asked for part after part until there are so many. */
export function firstFoundByDate(
  columns: ArticleColumns,
  { name, isDescending, count }: FirstByDate,
  findWithin: (part: DocSet) => DocSet,
): DocSet {
  const found: Int32Array[] = [];
  let size = 0;
  for (const part of partsOf(columns, name, isDescending)) {
    const docs = findWithin(part).toArray();
    found.push(docs);
    size += docs.length;
    if (size >= count) break;
  }
  return DocSet.ofLists(found, columns.limit);
}

/** Documents in groups by day. */
export class DateGroups {
  private readonly docs: Int32Array;
  /** Where each group begins, and where the last ends. */
  private readonly starts: Int32Array;

  /** A group holds those whose `keys` are within the same `span`, counted from 0. */
  constructor(docs: Int32Array, keys: Order["keys"], span: number) {
    const groupOf = (doc: number) => Math.floor(keys[doc]! / span);
    let [first, last] = [Infinity, -Infinity];
    for (const doc of docs) {
      const group = groupOf(doc);
      if (group < first) first = group;
      if (group > last) last = group;
    }
    const groups = docs.length === 0 ? 0 : last - first + 1;
    const next = new Int32Array(groups + 1);
    for (const doc of docs) next[groupOf(doc) - first + 1]!++;
    for (let i = 1; i <= groups; i++) next[i]! += next[i - 1]!;
    this.starts = next.slice();
    this.docs = new Int32Array(docs.length);
    for (const doc of docs) this.docs[next[groupOf(doc) - first]!++] = doc;
  }

  /** All, from one end on: whole groups, and each time more of them. */
  *parts(isDescending: boolean): Generator<Int32Array> {
    const { docs, starts } = this;
    const groups = starts.length - 1;
    const boundAt = (taken: number) => starts[isDescending ? groups - taken : taken]!;
    let size = FIRST_LOOK;
    for (let taken = 0; taken < groups; size *= GROWTH) {
      const begun = boundAt(taken);
      do taken++;
      while (taken < groups && Math.abs(boundAt(taken) - begun) < size);
      const [from, to] = [begun, boundAt(taken)].sort((one, other) => one - other);
      yield docs.subarray(from, to);
    }
  }
}

/** What was asked for of the parts of an order, and the rest of them. */
type Parts = { begun: DocSet[]; rest: Generator<Int32Array> };
type Dates = { changes: number; groups: Map<DateName, DateGroups>; parts: Map<string, Parts> };
/** Made again where anything has changed since, in time linear in the articles. */
const kept = new WeakMap<ArticleColumns, Dates>();

/** All public documents by date, from one end on; the sets are not to be written to. */
function* partsOf(
  columns: ArticleColumns,
  name: DateName,
  isDescending: boolean,
): Generator<DocSet> {
  const { begun, rest } = keptParts(columns, name, isDescending);
  for (let i = 0; ; i++) {
    if (i === begun.length) {
      const next = rest.next();
      if (next.done) return;
      begun.push(DocSet.ofLists([next.value as Int32Array], columns.limit));
    }
    yield begun[i]!;
  }
}

function keptParts(columns: ArticleColumns, name: DateName, isDescending: boolean): Parts {
  const { changes } = columns;
  let dates = kept.get(columns);
  if (dates?.changes !== changes) dates = { changes, groups: new Map(), parts: new Map() };
  kept.set(columns, dates);
  const key = `${name} ${isDescending}`;
  const known = dates.parts.get(key);
  if (known) return known;
  const { keys } = orderByDate(columns, name, false);
  const groups =
    dates.groups.get(name) ?? new DateGroups(columns.publicDocs.toArray(), keys, SPANS[name]);
  dates.groups.set(name, groups);
  const parts = { begun: [], rest: groups.parts(isDescending) };
  dates.parts.set(key, parts);
  return parts;
}
