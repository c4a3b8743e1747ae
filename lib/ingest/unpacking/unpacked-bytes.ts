import { MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_COUNTS_FROM_BYTES, tooMuch } from "./limits.ts";

/** Counts what is unpacked against what was packed, over a whole archive, and stops a bomb early. */
export class UnpackedBytes {
  readonly #maxBytes: number;
  #unpacked = 0;
  #packed = 0;

  constructor(maxBytes = MAX_UNPACKED_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** Counts packed bytes as they are read. */
  async *packed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      this.#packed += bytes.length;
      yield bytes;
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
