/** Forms with files, read as they come: RFC 7578, as browsers send them. */
import { AppError } from "#lib/errors.ts";

const MAX_HEADER_BYTES = 16 * 1024;
const LINE_END = "\r\n";
const HEADERS_END = Buffer.from("\r\n\r\n");

/** A field or a file of a form. Its bytes are to be read before the next part is asked for. */
export type FormPart = {
  name: string;
  /** As the person's system calls it; null for what is no file. */
  fileName: string | null;
  mediaType: string | null;
  bytes: AsyncGenerator<Uint8Array>;
};

/**
 * The parts of a form, one after the other, of which no more is in memory than has just arrived.
 * Throws `AppError` "unsupported_media_type" for what is no form, "invalid_input" for one that is
 * broken or cut off.
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): AsyncGenerator<FormPart> {
  const [, quoted, plain] =
    /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary) throw new AppError("unsupported_media_type", "This is no form with files.");
  const reader = new Reader(body);
  const delimiter = Buffer.from(`${LINE_END}--${boundary}`);
  await drain(reader.readTo(delimiter));
  for (;;) {
    const head = (await reader.take(LINE_END.length)).toString("latin1");
    if (head === "--") return;
    if (head !== LINE_END) throw broken();
    const bytes = reader.readTo(delimiter);
    yield { ...parseHeaders(await reader.takeTo(HEADERS_END)), bytes };
    await drain(bytes);
  }
}

function parseHeaders(head: string): Omit<FormPart, "bytes"> {
  const [, disposition = ""] = /^content-disposition:(.*)$/im.exec(head) ?? [];
  const [, mediaType = ""] = /^content-type:(.*)$/im.exec(head) ?? [];
  const name = parameterOf(disposition, "name");
  if (name === null) throw broken();
  return {
    name,
    fileName: parameterOf(disposition, "filename"),
    mediaType: mediaType.trim() || null,
  };
}

/** Browsers write a quotation mark or a line's end in a name as per cent and its number. */
function parameterOf(disposition: string, name: string): string | null {
  const [, value] = new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(disposition) ?? [];
  return value === undefined
    ? null
    : value.replace(/%(?:22|0D|0A)/gi, (code) => decodeURIComponent(code));
}

async function drain(bytes: AsyncGenerator<Uint8Array>): Promise<void> {
  while (!(await bytes.next()).done);
}

class Reader {
  // The first delimiter may stand at the very beginning, without a line before it.
  private held: Buffer = Buffer.from(LINE_END);
  private readonly source: AsyncIterator<Uint8Array>;

  constructor(body: AsyncIterable<Uint8Array>) {
    this.source = body[Symbol.asyncIterator]();
  }

  /** What stands before a delimiter, which is left behind. */
  async *readTo(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.held.indexOf(delimiter);
      // Of a delimiter that is not whole yet, nothing must be given away.
      const length = at === -1 ? this.held.length - delimiter.length + 1 : at;
      const piece = this.held.subarray(0, Math.max(0, length));
      this.held = this.held.subarray(piece.length + (at === -1 ? 0 : delimiter.length));
      if (piece.length > 0) yield piece;
      if (at !== -1) return;
      await this.fill();
    }
  }

  async take(length: number): Promise<Buffer> {
    while (this.held.length < length) await this.fill();
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  /** A short text before a mark, which is left behind. */
  async takeTo(mark: Buffer): Promise<string> {
    let at: number;
    while ((at = this.held.indexOf(mark)) === -1) {
      if (this.held.length > MAX_HEADER_BYTES) throw broken();
      await this.fill();
    }
    const taken = this.held.toString("utf8", 0, at);
    this.held = this.held.subarray(at + mark.length);
    return taken;
  }

  private async fill(): Promise<void> {
    const { done, value } = await this.source.next();
    if (done) throw broken();
    this.held = Buffer.concat([this.held, value]);
  }
}

function broken(): AppError {
  return new AppError(
    "invalid_input",
    "What was sent is broken or was cut off. Nothing was stored. Please send it again.",
  );
}
