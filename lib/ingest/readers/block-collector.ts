import { MAX_LINES, tooManyLines } from "../reader.ts";
import type { BlockKind, RunningText } from "../running-text.ts";

export type Block = { kind: BlockKind; text: string };

type OpenBlock = { block: Block; after: Block[] };
type OpenRow = { cells: Block[][] };

/** A table's row whose cells are short reads as one line; longer cells are an article's columns. */
const MAX_ROW_CELL_CHARACTERS = 120;
const CELL_SEPARATOR = " | ";

/**
 * Puts the paragraphs of a word processor's document or of a page in reading order: what stands in a
 * text box inside a paragraph comes after it, and the short cells of a table's row become one line.
 */
export class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #open: OpenBlock[] = [];
  readonly #rows: OpenRow[] = [];
  #count = 0;

  /** The innermost paragraph that is open. */
  get current(): Block | undefined {
    return this.#open.at(-1)?.block;
  }

  openBlock(kind: BlockKind): void {
    this.#open.push({ block: { kind, text: "" }, after: [] });
  }

  text(data: string): void {
    const block = this.current;
    if (block) block.text += data;
  }

  /** Throws `unreadable` at more than `MAX_LINES` paragraphs. */
  closeBlock(): void {
    const closed = this.#open.pop();
    if (!closed) return;
    if (++this.#count > MAX_LINES) throw tooManyLines();
    for (const block of [closed.block, ...closed.after]) {
      if (block.text.trim() !== "") this.#target().push(block);
    }
  }

  openRow(): void {
    this.#rows.push({ cells: [] });
  }

  openCell(): void {
    this.#rows.at(-1)?.cells.push([]);
  }

  closeRow(): void {
    const row = this.#rows.pop();
    if (!row) return;
    const cells = row.cells.filter((cell) => cell.length > 0);
    const isLine =
      cells.length > 1 &&
      cells.every(([first, ...more]) => more.length === 0 && isShort(first?.text ?? ""));
    const target = this.#target();
    if (!isLine) {
      for (const block of cells.flat()) target.push(block);
    } else {
      const words = cells.map(([cell]) => (cell?.text ?? "").replace(/\s+/g, " ").trim());
      target.push({ kind: "paragraph", text: words.join(CELL_SEPARATOR) });
    }
  }

  /** Closes what a damaged file left open. */
  finish(): Block[] {
    while (this.#open.length > 0) this.closeBlock();
    while (this.#rows.length > 0) this.closeRow();
    return this.blocks;
  }

  #target(): Block[] {
    return this.#open.at(-1)?.after ?? this.#rows.at(-1)?.cells.at(-1) ?? this.blocks;
  }
}

/** Writes blocks down as running text. */
export function addBlocks(text: RunningText, blocks: Block[]): void {
  for (const block of blocks) text.add(block.kind, block.text);
}

function isShort(text: string): boolean {
  return text.length <= MAX_ROW_CELL_CHARACTERS && !text.includes("\n");
}
