/** Rows as `COPY` gives them in PostgreSQL's own bytes: the client knows answers as text only. */
import type pg from "pg";

/** Of a row its columns, in PostgreSQL's binary formats; null: NULL. */
export type CopiedRow = (Buffer | null)[];

/** A signature, flags, and the length of what may stand between these and the rows. */
const FLAGS_AT = 11;
const EXTENSION_AT = FLAGS_AT + 4;
const HEADER_BYTES = EXTENSION_AT + 4;
const NULL_LENGTH = -1;

/**
 * Asks for the rows of a query, which cannot have parameters: what stands in it, `pg.escapeLiteral`
 * has quoted. Bytes arrive as they are, and not in hexadecimal. The columns of a row share their memory.
 */
export function copyRows(client: pg.ClientBase, query: string): Promise<CopiedRow[]> {
  return new Promise((resolve, reject) => {
    const text = `COPY (${query}) TO STDOUT (FORMAT binary)`;
    client.query(
      new CopyOut(text, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      }),
    );
  });
}

/** What a client asks of a query, by the names under which it calls it. */
class CopyOut implements pg.Submittable {
  /** Set anew by the client, to end its own timeout. */
  callback: (error: Error | undefined, rows: CopiedRow[]) => void;
  private readonly text: string;
  private readonly rows: CopiedRow[] = [];
  private rest = Buffer.alloc(0);
  private isBegun = false;

  constructor(text: string, callback: CopyOut["callback"]) {
    this.text = text;
    this.callback = callback;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  /** Mostly a row whole; it need not be. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // Copied: the client goes on using its memory.
    const bytes = Buffer.concat([this.rest, chunk]);
    let at = 0;
    if (!this.isBegun && bytes.length >= HEADER_BYTES) {
      at = HEADER_BYTES + bytes.readInt32BE(EXTENSION_AT);
      this.isBegun = true;
    }
    while (this.isBegun) {
      const read = readRow(bytes, at);
      if (read === null) break;
      this.rows.push(read.row);
      at = read.end;
    }
    this.rest = bytes.subarray(at);
  }

  handleCommandComplete(): void {
    // All is ready a moment later.
  }

  handleReadyForQuery(): void {
    this.callback(undefined, this.rows);
  }

  handleError(error: Error): void {
    this.callback(error, []);
  }
}

/** Null where it does not stand there whole; what stands after the last row has no columns. */
function readRow(bytes: Buffer, start: number): { row: CopiedRow; end: number } | null {
  if (start + 2 > bytes.length) return null;
  const columns = bytes.readInt16BE(start);
  const row: CopiedRow = [];
  let at = start + 2;
  for (let i = 0; i < columns; i++) {
    if (at + 4 > bytes.length) return null;
    const length = bytes.readInt32BE(at);
    const end = at + 4 + Math.max(0, length);
    if (end > bytes.length) return null;
    row.push(length === NULL_LENGTH ? null : bytes.subarray(at + 4, end));
    at = end;
  }
  return columns < 0 ? null : { row, end: at };
}
