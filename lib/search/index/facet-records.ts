/** What articles are counted by, side by side: one record an article, all of one length. */

/** What a value is of. */
type Kind = "outlets" | "topics" | "actors";

/** Statements, those without a named source, and ten values. */
const SLOTS = 12;
const FIRST_VALUE = 2;
const VALUES = SLOTS - FIRST_VALUE;
/** Codes have 16 bits; an article with a value that got none any more is an odd one. */
const CODES = 65_536;
/** In the slot of statements, which takes the others of its bits (a `smallint` of the database). */
const IS_ODD = 0x8000;

export type ValueCounts = {
  /** How many have each value, by its number. */
  values: Record<Kind, Map<number, number>>;
  statements: number;
  unnamed: number;
};

type Row = {
  outlet: number;
  statements: number;
  unnamed: number;
  topics: Int32Array;
  actors: Int32Array;
};

/**
 * Counting reads each record as a whole, the same number of steps for each: lists of all lengths take
 * three times as long, since a processor cannot guess their ends. Slots without a value hold a code
 * of their own each, since adding to one count again and again would have to wait for itself.
 */
export class FacetRecords {
  private pool = new Uint16Array(0);
  private readonly codes: Record<Kind, Map<number, number>> = {
    ...{ outlets: new Map(), topics: new Map(), actors: new Map() },
  };
  private used = VALUES;

  grow(limit: number): void {
    const pool = new Uint16Array(limit * SLOTS);
    pool.set(this.pool);
    this.pool = pool;
  }

  set(doc: number, { outlet, statements, unnamed, topics, actors }: Row): void {
    const { pool } = this;
    const start = doc * SLOTS;
    pool[start] = statements;
    pool[start + 1] = unnamed;
    const codes = [
      ...(outlet < 0 ? [] : [this.codeOf("outlets", outlet)]),
      ...Array.from(topics, (number) => this.codeOf("topics", number)),
      ...Array.from(actors, (number) => this.codeOf("actors", number)),
    ];
    const isOdd = codes.length > VALUES || codes.includes(null);
    if (isOdd) pool[start]! |= IS_ODD;
    for (let i = 0; i < VALUES; i++) pool[start + FIRST_VALUE + i] = isOdd ? i : (codes[i] ?? i);
  }

  /** `odd` are those whose values do not fit in: these are not counted. */
  count(docs: Int32Array): ValueCounts & { odd: Int32Array } {
    const counts = new Uint32Array(CODES);
    const { pool } = this;
    const odd: number[] = [];
    let [statements, unnamed] = [0, 0];
    for (let i = 0; i < docs.length; i++) {
      const at = docs[i]! * SLOTS;
      const first = pool[at]!;
      statements += first & ~IS_ODD;
      unnamed += pool[at + 1]!;
      // Written out: a loop takes half as long again.
      counts[pool[at + 2]!]!++;
      counts[pool[at + 3]!]!++;
      counts[pool[at + 4]!]!++;
      counts[pool[at + 5]!]!++;
      counts[pool[at + 6]!]!++;
      counts[pool[at + 7]!]!++;
      counts[pool[at + 8]!]!++;
      counts[pool[at + 9]!]!++;
      counts[pool[at + 10]!]!++;
      counts[pool[at + 11]!]!++;
      if (first >= IS_ODD) odd.push(docs[i]!);
    }
    const of = (kind: Kind) => countsOf(this.codes[kind], counts);
    const values = { outlets: of("outlets"), topics: of("topics"), actors: of("actors") };
    return { values, statements, unnamed, odd: Int32Array.from(odd) };
  }

  private codeOf(kind: Kind, number: number): number | null {
    const known = this.codes[kind].get(number);
    if (known !== undefined) return known;
    if (this.used === CODES) return null;
    this.codes[kind].set(number, this.used);
    return this.used++;
  }
}

function countsOf(codes: ReadonlyMap<number, number>, counts: Uint32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (const [number, code] of codes) if (counts[code]! > 0) found.set(number, counts[code]!);
  return found;
}
