import { NONE, toKey, type Key } from "./feature-keys.ts";
import type { RegionReader } from "./passage.ts";

/** The bits of `classNumber`: a path is a number of so many for each word. */
const BITS_OF_CLASS = 5;
/** So many, and a bit before them that tells how many there are, fit into 32 bits. */
const MAX_WORDS = 6;
/** Keys are remembered in so many places, each for the path that was last asked for there. */
const BITS_OF_PLACES = 12;
const GOLDEN = 0x9e3779b1;

/** Keys for the classes of the words of short stretches, frequent ones put together once. */
export class ClassPaths {
  private readonly prefix: string;
  /** What is remembered at each place, 0 for nothing, and its key. */
  private readonly paths = new Int32Array(2 ** BITS_OF_PLACES);
  private readonly keys: Key[];

  /** `prefix` begins the names of all. */
  constructor(prefix: string) {
    this.prefix = prefix;
    this.keys = new Array<Key>(2 ** BITS_OF_PLACES).fill(NONE);
  }

  /** The key of the words `[from, to)`; throws `RangeError` where these are more than six. */
  keyOf(reader: RegionReader, from: number, to: number): Key {
    if (to - from > MAX_WORDS) throw new RangeError(`A path of ${to - from} words.`);
    let path = 1;
    for (let i = from; i < to; i++) path = (path << BITS_OF_CLASS) | reader.classNumber(i);
    const place = Math.imul(path, GOLDEN) >>> (32 - BITS_OF_PLACES);
    if (this.paths[place] === path) return this.keys[place] as Key;
    let name = this.prefix;
    for (let i = from; i < to; i++) name += reader.class(i) ?? "~";
    this.paths[place] = path;
    return (this.keys[place] = toKey(name));
  }
}
