import { toKey, type Key } from "./feature-keys.ts";
import type { RegionReader } from "./passage.ts";

/** The bits of `classNumber`: a path is a number of so many for each word. */
const BITS_OF_CLASS = 5;
const MAX_KNOWN = 20_000;
/** So many, and a bit before them that tells how many there are, fit into 32 bits. */
const MAX_WORDS = 6;

/** Keys for the classes of the words of short stretches, each put together once. */
export class ClassPaths {
  private readonly prefix: string;
  private readonly known = new Map<number, Key>();

  /** `prefix` begins the names of all. */
  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /** The key of the words `[from, to)`; throws `RangeError` where these are more than six. */
  keyOf(reader: RegionReader, from: number, to: number): Key {
    if (to - from > MAX_WORDS) throw new RangeError(`A path of ${to - from} words.`);
    let path = 1;
    for (let i = from; i < to; i++) path = (path << BITS_OF_CLASS) | reader.classNumber(i);
    let key = this.known.get(path);
    if (key) return key;
    let name = this.prefix;
    for (let i = from; i < to; i++) name += reader.class(i) ?? "~";
    if (this.known.size >= MAX_KNOWN) this.known.clear();
    this.known.set(path, (key = toKey(name)));
    return key;
  }
}
