import { MAX_LINES, tooManyLines } from "../reader.ts";
import type { BlockKind } from "../running-text.ts";
import { BlockCollector, type Block } from "./block-collector.ts";
import type { Destination } from "./rtf-words.ts";

const WRITTEN = ["text", "note", "running-head", "comment"] as const;
type Written = (typeof WRITTEN)[number];

/** The paragraphs of RTF as they end, each kept apart from what stands in the midst of it. */
export class RtfPages {
  readonly #text = new BlockCollector();
  readonly #notes: Block[] = [];
  readonly #furniture: { rule: string; value: string }[] = [];
  readonly #open: Record<Written, string> = { text: "", note: "", "running-head": "", comment: "" };
  #cell: Block[] = [];
  #row: Block[][] = [];

  write(destination: Destination, text: string): void {
    if (isWritten(destination)) this.#open[destination] += text;
  }

  /** Ends the paragraph that is being written. */
  end(destination: Destination, kind: BlockKind, isInTable = false): void {
    if (!isWritten(destination)) return;
    const text = this.#open[destination];
    this.#open[destination] = "";
    if (text.trim() === "") return;
    if (destination === "note") this.#notes.push({ kind: "paragraph", text });
    else if (destination !== "text") this.#furniture.push({ rule: destination, value: text });
    else if (isInTable) this.#cell.push({ kind, text });
    else {
      this.#endTable();
      this.#add({ kind, text });
    }
  }

  endCell(destination: Destination): void {
    this.end(destination, "paragraph", true);
    this.#row.push(this.#cell);
    this.#cell = [];
    if (this.#row.length > MAX_LINES) throw tooManyLines();
  }

  endRow(destination: Destination): void {
    if (this.#open.text.trim() !== "") this.endCell(destination);
    this.#text.openRow();
    for (const cell of this.#row) {
      this.#text.openCell();
      for (const block of cell) this.#add(block);
    }
    this.#text.closeRow();
    this.#row = [];
  }

  endAll(kind: BlockKind): void {
    for (const destination of WRITTEN) this.end(destination, kind);
    this.#endTable();
  }

  result() {
    return { blocks: this.#text.finish(), notes: this.#notes, furniture: this.#furniture };
  }

  /** A table whose last row has no end. */
  #endTable(): void {
    if (this.#cell.length > 0) this.#row.push(this.#cell);
    this.#cell = [];
    if (this.#row.length > 0) this.endRow("text");
  }

  #add({ kind, text }: Block): void {
    this.#text.openBlock(kind);
    this.#text.text(text);
    this.#text.closeBlock();
  }
}

function isWritten(destination: Destination): destination is Written {
  return WRITTEN.some((written) => written === destination);
}
