/** What is known of every public article beside its words, by the article's number in the index. */
import { DocSet } from "#lib/search/index/doc-set.ts";
import { FacetRecords, type ValueCounts } from "#lib/search/index/facet-records.ts";

/** Of no article. */
const NO_DAY = -0x80000000;
const UUID_BYTES = 16;
const MS_PER_DAY = 86_400_000;
/** A hundred years. */
const MAX_KNOWN_DATES = 36_525;
const dates = new Map<number, string>();

/** One article, as the function `search_row` packs it (migration `statement_counts`). */
export type ArticleRow = {
  doc: number;
  /** 16 bytes. */
  id: Uint8Array;
  /** Days since 1 January 1970. */
  day: number;
  /** Milliseconds since then. */
  releasedAt: number;
  /** Number of its outlet; -1: none. */
  outlet: number;
  /** In characters. */
  length: number;
  /** The last place of the title and that of the summary, among the places of its terms. */
  titleEnd: number;
  summaryEnd: number;
  language: string;
  /** Statements that readers see in it, and those of them whose source it does not name. */
  statements: number;
  unnamed: number;
  topics: Int32Array;
  actors: Int32Array;
};

/** Numbers of things for each article, one after the other. */
class NumberLists {
  private pool = new Int32Array(1_024);
  private used = 0;
  private starts = new Int32Array(0);
  private counted = new Uint16Array(0);
  private highest = 0;

  grow(limit: number): void {
    this.starts = grown(this.starts, limit, Int32Array);
    this.counted = grown(this.counted, limit, Uint16Array);
  }

  set(doc: number, numbers: Int32Array): void {
    if (numbers.length > this.counted[doc]!) {
      this.starts[doc] = this.used;
      this.used += numbers.length;
      if (this.used > this.pool.length) {
        const pool = new Int32Array(Math.max(this.used, this.pool.length * 2));
        pool.set(this.pool);
        this.pool = pool;
      }
    }
    this.pool.set(numbers, this.starts[doc]);
    for (const number of numbers) if (number > this.highest) this.highest = number;
    this.counted[doc] = numbers.length;
  }

  /** The bits of all of an article's numbers together; a number past the end of `bits` has none. */
  union(doc: number, bits: Uint8Array): number {
    const end = this.starts[doc]! + this.counted[doc]!;
    let union = 0;
    for (let at = this.starts[doc]!; at < end; at++) union |= bits[this.pool[at]!] ?? 0;
    return union;
  }

  /** Tells of an article whether it has one of these numbers. */
  testOfAny(numbers: readonly number[]): (doc: number) => boolean {
    const isWanted = flagsOf(numbers, this.highest + 1);
    return (doc) => {
      const end = this.starts[doc]! + this.counted[doc]!;
      for (let at = this.starts[doc]!; at < end; at++)
        if (isWanted[this.pool[at]!] === 1) return true;
      return false;
    };
  }

  /** Adds to `counts` how many of these articles have each number. */
  addCounts(docs: Int32Array, counts: Map<number, number>): void {
    const { starts, counted, pool } = this;
    for (let i = 0; i < docs.length; i++) {
      const start = starts[docs[i]!]!;
      const end = start + counted[docs[i]!]!;
      for (let at = start; at < end; at++) counts.set(pool[at]!, (counts.get(pool[at]!) ?? 0) + 1);
    }
  }
}

/** 1 at each of these numbers below the limit. */
export function flagsOf(numbers: readonly number[], limit: number): Uint8Array {
  const flags = new Uint8Array(limit);
  for (const number of numbers) flags[number] = 1;
  return flags;
}

/** A column each, some 120 bytes an article in all. */
export class ArticleColumns {
  /** Numbers are below it. */
  limit = 0;
  /** Public articles. */
  size = 0;
  /** How often anything was set or removed. */
  changes = 0;
  private totalLength = 0;
  private capacity = 0;
  days = new Int32Array(0);
  /** None is of a day before. */
  firstDay = 0;
  releasedAt = new Float64Array(0);
  outlets = new Int32Array(0);
  lengths = new Int32Array(0);
  titleEnds = new Uint16Array(0);
  summaryEnds = new Uint16Array(0);
  languages = new Uint16Array(0);
  private ids = new Uint8Array(0);
  readonly topics = new NumberLists();
  readonly actors = new NumberLists();
  private readonly records = new FacetRecords();
  private readonly languageNumbers = new Map<string, number>();
  private known = new DocSet(0);

  /** All that are public; not to be written to. */
  get publicDocs(): DocSet {
    return this.known;
  }

  get averageLength(): number {
    return this.size === 0 ? 1 : this.totalLength / this.size;
  }

  isPublic(doc: number): boolean {
    return doc < this.limit && this.days[doc] !== NO_DAY;
  }

  set(row: ArticleRow): void {
    const { doc } = row;
    this.makeRoom(doc + 1);
    this.remove(doc);
    this.changes++;
    this.size++;
    this.known.add(doc);
    this.totalLength += row.length;
    this.days[doc] = row.day;
    this.firstDay = Math.min(this.firstDay, row.day);
    this.releasedAt[doc] = row.releasedAt;
    this.outlets[doc] = row.outlet;
    this.lengths[doc] = row.length;
    this.titleEnds[doc] = row.titleEnd;
    this.summaryEnds[doc] = row.summaryEnd;
    this.languages[doc] = this.numberOfLanguage(row.language);
    this.ids.set(row.id, doc * UUID_BYTES);
    this.topics.set(doc, row.topics);
    this.actors.set(doc, row.actors);
    this.records.set(doc, row);
  }

  /** The number stands for no article, now or ever again. */
  remove(doc: number): void {
    if (!this.isPublic(doc)) return;
    this.changes++;
    this.size--;
    this.known.delete(doc);
    this.totalLength -= this.lengths[doc]!;
    this.days[doc] = NO_DAY;
  }

  /** An article's id, 16 bytes. */
  idOf(doc: number): Uint8Array {
    return this.ids.subarray(doc * UUID_BYTES, (doc + 1) * UUID_BYTES);
  }

  /** What these articles add up to: how many have each value, by its number, and their statements. */
  countValues(docs: Int32Array): ValueCounts {
    const { odd, ...counts } = this.records.count(docs);
    const { outlets, topics, actors } = counts.values;
    this.topics.addCounts(odd, topics);
    this.actors.addCounts(odd, actors);
    for (const doc of odd) {
      const outlet = this.outlets[doc]!;
      if (outlet >= 0) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
    }
    return counts;
  }

  /** Below 0 where the first one's id is the lower. */
  compareIds(one: number, other: number): number {
    for (let i = 0; i < UUID_BYTES; i++) {
      const difference = this.ids[one * UUID_BYTES + i]! - this.ids[other * UUID_BYTES + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The numbers of a language and of its regional kinds: `en` is also `en-GB`. */
  languagesLike(code: string): Set<number> {
    const alike = [...this.languageNumbers].filter(
      ([language]) => language === code || language.startsWith(`${code}-`),
    );
    return new Set(alike.map(([, number]) => number));
  }

  private numberOfLanguage(language: string): number {
    const code = language.toLowerCase();
    const number = this.languageNumbers.get(code) ?? this.languageNumbers.size;
    this.languageNumbers.set(code, number);
    return number;
  }

  private makeRoom(limit: number): void {
    if (limit <= this.limit) return;
    if (limit > this.capacity) {
      const capacity = Math.max(limit, Math.ceil(this.capacity * 1.5), 1_024);
      this.days = grown(this.days, capacity, Int32Array).fill(NO_DAY, this.capacity);
      this.releasedAt = grown(this.releasedAt, capacity, Float64Array);
      this.outlets = grown(this.outlets, capacity, Int32Array);
      this.lengths = grown(this.lengths, capacity, Int32Array);
      this.titleEnds = grown(this.titleEnds, capacity, Uint16Array);
      this.summaryEnds = grown(this.summaryEnds, capacity, Uint16Array);
      this.languages = grown(this.languages, capacity, Uint16Array);
      this.ids = grown(this.ids, capacity * UUID_BYTES, Uint8Array);
      this.topics.grow(capacity);
      this.actors.grow(capacity);
      this.records.grow(capacity);
      this.known = this.known.copy(capacity);
      this.capacity = capacity;
    }
    this.limit = limit;
  }
}

/** The day of a date without time (`YYYY-MM-DD`), as in `ArticleRow`. */
export function toDayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
}

/** The date of a day number. */
export function toDay(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  // Every search counts its hits by all of their days; writing a date out takes a microsecond.
  if (dates.size < MAX_KNOWN_DATES) dates.set(day, date);
  return date;
}

type Column = Int32Array | Float64Array | Uint16Array | Uint8Array;

function grown<T extends Column>(column: T, length: number, Kind: new (length: number) => T): T {
  const larger = new Kind(length);
  larger.set(column);
  return larger;
}
