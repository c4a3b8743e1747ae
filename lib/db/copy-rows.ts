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
 * has quoted. Bytes arrive as they are, and not in hexadecimal. Columns share their memory: what is kept is
 * to be copied.
 */
export function copyRows(client: pg.ClientBase, query: string): Promise<CopiedRow[]> {
  return new Promise((resolve, reject) => {
    const text = `COPY (${query}) TO STDOUT (FORMAT binary)`;
    client.query(
      new CopyOut(text, (error, bytes) => {
        if (error) reject(error);
        else resolve([...readRows(bytes)]);
      }),
    );
  });
}

/** What a client asks of a query, by the names under which it calls it. */
class CopyOut implements pg.Submittable {
  private readonly text: string;
  private readonly chunks: Buffer[] = [];
  /** Set anew by the client, to end its own timeout. */
  callback: (error: Error | undefined, bytes: Buffer) => void;

  constructor(text: string, callback: CopyOut["callback"]) {
    this.text = text;
    this.callback = callback;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The client goes on using its memory.
    this.chunks.push(Buffer.from(chunk));
  }

  handleCommandComplete(): void {
    // All is ready a moment later.
  }

  handleReadyForQuery(): void {
    this.callback(undefined, Buffer.concat(this.chunks));
  }

  handleError(error: Error): void {
    this.callback(error, Buffer.alloc(0));
  }
}

function* readRows(bytes: Buffer): Generator<CopiedRow> {
  let at = HEADER_BYTES + bytes.readInt32BE(EXTENSION_AT);
  for (;;) {
    const columns = bytes.readInt16BE(at);
    // The end.
    if (columns < 0) return;
    at += 2;
    const row: CopiedRow = [];
    for (let i = 0; i < columns; i++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length === NULL_LENGTH ? null : bytes.subarray(at, at + Math.max(0, length)));
      at += Math.max(0, length);
    }
    yield row;
  }
}
