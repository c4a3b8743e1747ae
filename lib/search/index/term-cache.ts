import { totalmem } from "node:os";
import type { PlacedList, Postings } from "#lib/search/index/postings.ts";

/** All lists of an archive of a million, but for rare words. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024;
/** Of the memory that the process may have. */
const SHARE = 1 / 8;
export const MAX_BYTES = Math.min(MOST_BYTES, SHARE * Math.min(totalmem(), memoryLimit()));

/** Of a container; without one there is none. */
function memoryLimit(): number {
  return process.constrainedMemory() || Infinity;
}

/** What an entry costs beside its numbers, measured: of the lists of rare words, most. */
const ENTRY = 1_200;

/** The list of a term, or where it stands in the articles of that. */
type List = Postings | PlacedList;
type Held = { segment: number; list: List; bytes: number };

/** The lists that were read last. Segments never change, so nothing in it grows old. */
export class TermCache {
  private readonly lists = new Map<string, Held>();
  private bytes = 0;

  has(segment: number, key: string): boolean {
    return this.lists.has(`${segment}\0${key}`);
  }

  get(segment: number, key: string): List | null {
    const id = `${segment}\0${key}`;
    const held = this.lists.get(id);
    if (!held) return null;
    // Those used last stand last.
    this.lists.delete(id);
    this.lists.set(id, held);
    return held.list;
  }

  set(segment: number, key: string, list: List): void {
    const id = `${segment}\0${key}`;
    this.forget(id);
    // The documents may be held twice, where those of a list were let go and are read again.
    const parts = "places" in list ? [list.places, list.starts] : [list.frequencies];
    // A part may use less than was taken for it.
    const bytes = [list.docs, ...parts].reduce((sum, { buffer }) => sum + buffer.byteLength, ENTRY);
    this.lists.set(id, { segment, list, bytes });
    this.bytes += bytes;
    for (const oldest of this.lists.keys()) {
      if (this.bytes <= MAX_BYTES) break;
      this.forget(oldest);
    }
  }

  /** Forgets what is of other segments. */
  keepOnly(segments: readonly number[]): void {
    const kept = new Set(segments);
    for (const [id, { segment }] of this.lists) if (!kept.has(segment)) this.forget(id);
  }

  private forget(id: string): void {
    const held = this.lists.get(id);
    if (!held) return;
    this.lists.delete(id);
    this.bytes -= held.bytes;
  }
}
