/** A stream to be read by lengths and marks, of which no more is held than is asked for. */
import type { ArchivePiece, Damage } from "./archive-piece.ts";

const SKIP_BYTES = 64 * 1024;
/** Larger pieces are taken in parts, so that little is copied when they are joined. */
const MAX_PIECE_BYTES = 64 * 1024;

/** What is looked for: these bytes, or whatever else can be found in at most `length` of them. */
export type Mark = Buffer | { length: number; indexIn(bytes: Buffer, from: number): number };

/** Reads as far as the next damage, which parts the stream into stretches. */
export class ByteCursor {
  /** Read and not taken yet. */
  buffered: Buffer = Buffer.alloc(0);
  readonly #source: AsyncIterator<ArchivePiece>;
  #rest: Uint8Array = new Uint8Array();
  #isOver = false;
  #damage: Damage | null = null;

  constructor(source: AsyncIterable<ArchivePiece>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Waits until so many bytes are buffered; false where the stretch ends before. */
  async fill(length: number): Promise<boolean> {
    const pieces: Uint8Array[] = [this.buffered];
    let total = this.buffered.length;
    while (total < length && !this.#isOver && this.#damage === null) {
      const piece = await this.#next();
      if (piece === null) break;
      pieces.push(piece);
      total += piece.length;
    }
    if (pieces.length > 1) this.buffered = Buffer.concat(pieces, total);
    return total >= length;
  }

  async #next(): Promise<Uint8Array | null> {
    if (this.#rest.length === 0) {
      const { done, value } = await this.#source.next();
      if (done === true) this.#isOver = true;
      else if (value instanceof Uint8Array) this.#rest = value;
      else this.#damage = value;
      if (this.#isOver || this.#damage !== null) return null;
    }
    const piece = this.#rest.subarray(0, MAX_PIECE_BYTES);
    this.#rest = this.#rest.subarray(MAX_PIECE_BYTES);
    return piece;
  }

  /** The next bytes, of which so many have to be buffered. */
  take(length: number): Buffer {
    const taken = this.buffered.subarray(0, length);
    this.drop(length);
    return taken;
  }

  drop(length: number): void {
    this.buffered = this.buffered.subarray(length);
  }

  /** Puts bytes before what is buffered. */
  unread(bytes: Buffer): void {
    if (bytes.length > 0) this.buffered = Buffer.concat([bytes, this.buffered]);
  }

  /** Where a mark begins, counted from here; null where it does not within so many bytes. */
  async find(mark: Mark, maxBytes: number): Promise<number | null> {
    for (let seen = 0; ;) {
      const at = indexOf(this.buffered, mark, Math.max(0, seen - mark.length));
      if (at >= 0) return at <= maxBytes ? at : null;
      seen = this.buffered.length;
      if (seen > maxBytes + mark.length) return null;
      // Doubled, so that what is buffered is not searched and copied again and again.
      await this.fill(Math.min(seen * 2, maxBytes + mark.length) + 1);
      if (this.buffered.length === seen) return null;
    }
  }

  /** Goes to where a mark begins, or over so many bytes; false where neither is before the end. */
  async skipTo(mark: Mark, maxBytes = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let left = maxBytes; ;) {
      const isMore = await this.fill(SKIP_BYTES + mark.length);
      const at = indexOf(this.buffered, mark);
      if (at >= 0 && at <= left) {
        this.drop(at);
        return true;
      }
      if (left <= this.buffered.length) {
        this.drop(left);
        return true;
      }
      const passed = isMore ? this.buffered.length - mark.length + 1 : this.buffered.length;
      this.drop(passed);
      left -= passed;
      if (!isMore) return false;
    }
  }

  /** Why the stretch ended, told once; null where it did not, or the stream did. */
  takeDamage(): Damage | null {
    const damage = this.#damage;
    this.#damage = null;
    return damage;
  }

  /** True where damage that has been met is of the last bytes too. */
  get isSpoilt(): boolean {
    return this.#damage?.spoilsWhatCameBefore ?? false;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

function indexOf(bytes: Buffer, mark: Mark, from = 0): number {
  return mark instanceof Uint8Array ? bytes.indexOf(mark, from) : mark.indexIn(bytes, from);
}
