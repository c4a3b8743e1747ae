import { MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES, tooMuch } from "./limits.ts";

const SLICE_BYTES = 16 * 1024;

/** Counts what is unpacked against what was packed, over a whole archive, and stops a bomb early. */
export class UnpackedBytes {
  readonly #maxBytes: number;
  #unpacked = 0;
  #packed = 0;

  constructor(maxBytes = MAX_UNPACKED_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** Counts packed bytes as they are read, in slices, or a bomb in one piece would look packed less. */
  async *packed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
        const slice = bytes.subarray(at, at + SLICE_BYTES);
        this.#packed += slice.length;
        yield slice;
      }
    }
  }

  addPacked(count: number): void {
    this.#packed += count;
  }

  /** Throws `AppError` `payload_too_large` when there are too many of them. */
  addUnpacked(count: number): void {
    this.#unpacked += count;
    if (this.#unpacked > this.#maxBytes)
      throw tooMuch("Unpacked, the archive is larger than any that is read.");
    const isBomb =
      this.#unpacked > RATIO_COUNTS_FROM_BYTES && this.#unpacked > this.#packed * MAX_RATIO;
    if (isBomb)
      throw tooMuch("The archive unpacks to far more than text does, as one made to do harm.");
  }

  /** Hands on unpacked bytes, counted as by `addUnpacked`. */
  async *unpacked(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      this.addUnpacked(bytes.length);
      yield bytes;
    }
  }
}
