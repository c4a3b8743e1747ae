/** Names of features of a learned model, as numbers that are quick to compute and to look up. */

/** A part of a feature's name: a word, a class, a place. It holds no white space. */
export type Key = {
  name: string;
  hash: number;
  /** The hash of a feature's name that begins with it. */
  first: number;
};

const PRIME = 0x01000193;
const GOLDEN = 0x9e3779b1;

/** FNV-1a over the UTF-16 units of a name. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), PRIME);
  return hash | 0;
}

export function toKey(name: string): Key {
  const hash = hashOf(name);
  return { name, hash, first: joinHashes(0, hash) };
}

/** The hash of a name of several parts from the hash of those before and that of the next one. */
export function joinHashes(before: number, next: number): number {
  const mixed = Math.imul(before ^ next, GOLDEN);
  return (mixed ^ (mixed >>> 15)) | 0;
}

const BUCKET_EDGES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45];
const BUCKETS = BUCKET_EDGES.map((edge) => toKey(`#${edge}`));

/** The key of each count up to the last edge, since these are asked for all the time. */
const KEY_OF_COUNT = Array.from({ length: Math.max(...BUCKET_EDGES) + 1 }, (_, count) => {
  return BUCKETS[BUCKET_EDGES.findLastIndex((edge) => edge <= count)] as Key;
});

/** A key for a whole number, coarser the larger it is; one below 0 counts as 0. */
export function countKey(count: number): Key {
  return KEY_OF_COUNT[Math.min(KEY_OF_COUNT.length - 1, Math.max(0, count))] as Key;
}

const MAX_LOGIT = 8;
const STEPS_OF_LOGIT = 1.5;
const CHANCES = Array.from({ length: 2 * MAX_LOGIT + 1 }, (_, i) => toKey(`%${i - MAX_LOGIT}`));
/** Keeps the logit of 0 and of 1 finite. */
const EDGE_OF_CHANCE = 1e-4;

/** A key for a chance from 0 to 1, by its logit: fine where it is nearly sure. */
export function chanceKey(chance: number): Key {
  const logit = Math.log((chance + EDGE_OF_CHANCE) / (1 - chance + EDGE_OF_CHANCE));
  const step = Math.round(STEPS_OF_LOGIT * logit);
  return CHANCES[Math.max(0, Math.min(2 * MAX_LOGIT, step + MAX_LOGIT))] ?? NONE;
}

/** Stands for a word where there is none. */
export const NONE = toKey("~");
export const YES = toKey("+");

/** Of one candidate; what comes after these is not looked at. */
const MAX_FEATURES = 128;

/**
 * Gathers the features of one candidate. While a model is trained `names` keeps what each number
 * stands for; else names are never put together.
 */
export class FeatureSink {
  readonly ids = new Int32Array(MAX_FEATURES);
  length = 0;
  private readonly names: Map<number, string> | null;

  constructor(names: Map<number, string> | null = null) {
    this.names = names;
  }

  clear(): void {
    this.length = 0;
  }

  add(template: Key, a: Key): void {
    const hash = joinHashes(template.first, a.hash);
    if (this.names) this.name(this.names, hash, template, a);
    this.push(hash);
  }

  addPair(template: Key, a: Key, b: Key): void {
    const hash = joinHashes(joinHashes(template.first, a.hash), b.hash);
    if (this.names) this.name(this.names, hash, template, a, b);
    this.push(hash);
  }

  addTriple(template: Key, a: Key, b: Key, c: Key): void {
    const hash = joinHashes(joinHashes(joinHashes(template.first, a.hash), b.hash), c.hash);
    if (this.names) this.name(this.names, hash, template, a, b, c);
    this.push(hash);
  }

  private push(hash: number): void {
    if (this.length < MAX_FEATURES) this.ids[this.length++] = hash;
  }

  private name(names: Map<number, string>, hash: number, ...parts: Key[]): void {
    if (this.length === MAX_FEATURES || names.has(hash)) return;
    names.set(hash, parts.map(({ name }) => name).join(" "));
  }
}
