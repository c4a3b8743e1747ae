/** The pages of a web archive (WARC, ARC) that are articles, each with its address and day of capture. */
import { createHash } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import { decodeText } from "../decode.ts";
import { detectFormat } from "../format.ts";
import { charsetOf } from "../html/charset.ts";
import { pageKind, type PageKind } from "../html/page-kind.ts";
import type { OriginalHint } from "../reader.ts";
import type { ArchivePiece } from "./archive-piece.ts";
import { decodeBody, pageTooLarge, parseHttpMessage, type HttpMessage } from "./http-message.ts";
import { failedItem, type ItemStream, type UnpackedItem } from "./unpacked-item.ts";
import { webRecords, type WebRecord } from "./web-records.ts";

const OK = 200;
/** What may be an article by what its server called it; what it is, its content says. */
const READABLE =
  /^(?:text\/(?:html|rtf)|application\/(?:xhtml\+xml|pdf|x-pdf|rtf|epub\+zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text))$/i;
const DOCUMENT =
  /^application\/(?:pdf|rtf|epub\+zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text)$/;

/** Pages that are no articles, given where there is nothing else. */
const MAX_OTHERS = 10;

/** What has been seen of a web archive, which may be in several files. */
export class WebArchiveReading {
  articles = 0;
  faults = 0;
  readonly #articleHashes = new Set<string>();
  /** By their hashes. */
  readonly #others = new Map<string, UnpackedItem>();

  /** True where an article with these bytes has come. */
  hasArticle(hash: string): boolean {
    return this.#articleHashes.has(hash);
  }

  addArticle(hash: string): void {
    this.#articleHashes.add(hash);
  }

  addOther(hash: string, item: UnpackedItem): void {
    if (this.#others.size < MAX_OTHERS && !this.#others.has(hash)) this.#others.set(hash, item);
  }

  /**
   * Where no page is an article, the first few with any text: the archive was sent for something. One
   * item that says so where there is nothing at all.
   */
  *end(path: string): Generator<UnpackedItem> {
    if (this.articles > 0) return;
    yield* this.#others.values();
    if (this.#others.size + this.faults === 0) yield failedItem(noPages(), path);
  }
}

/**
 * An item for each record of a page that was answered with 200 and is an article: HTML by
 * `pageKind`, PDF and other documents always. Requests, repeats (`revisit`, or the same bytes),
 * pictures, scripts, feeds, plain text and all other answers are passed over. What is broken is an item with a
 * reason. The path ends in the record's place in the file.
 */
export async function* webArchiveItems(
  source: AsyncIterable<ArchivePiece>,
  path: string,
  reading: WebArchiveReading,
): ItemStream {
  for await (const record of webRecords(source)) {
    const place = `${path}#${record.number}`;
    const item =
      "error" in record ? failedItem(record.error, place) : await toItem(record, place, reading);
    if (item?.error) reading.faults++;
    else if (item) reading.articles++;
    if (item) yield item;
  }
}

async function toItem(
  record: WebRecord,
  path: string,
  reading: WebArchiveReading,
): Promise<UnpackedItem | null> {
  const message = messageOf(record);
  if (message?.status !== OK) return null;
  const hint = hintOf(record, message.fields.get("content-type") ?? "");
  if (!isReadable(hint.mediaType, message.body)) return null;
  try {
    const bytes = bodyOf(record, message);
    const hash = createHash("sha256").update(bytes).digest("base64");
    if (reading.hasArticle(hash)) return null;
    // The same bytes may be an article at another address: a root is none.
    const kind = await kindOf(bytes, hint);
    const item = { bytes, hint, path };
    if (kind === "other") reading.addOther(hash, item);
    if (kind !== "article") return null;
    reading.addArticle(hash);
    return item;
  } catch (error) {
    if (error instanceof AppError) return failedItem(error, path);
    throw error;
  }
}

function bodyOf({ head, isLong }: WebRecord, message: HttpMessage): Buffer {
  if (isLong) throw pageTooLarge();
  if (head.truncated !== undefined) throw keptInPart(head.truncated);
  // A copy, since what it was cut from is much larger.
  return Buffer.from(decodeBody(message));
}

/** The answer in a record; what was kept without one is taken for a good one. */
function messageOf({ head, block }: WebRecord): HttpMessage | null {
  if (head.type === "response") return parseHttpMessage(block);
  if (head.type !== "resource") return null;
  return { status: OK, fields: new Map([["content-type", head.mediaType]]), body: block };
}

function isReadable(mediaType: string | undefined, body: Buffer): boolean {
  if (mediaType !== undefined) return READABLE.test(mediaType);
  return /^\s*<(?:!doctype\s+html|html)[\s>]/i.test(body.toString("latin1", 0, 1_000));
}

function hintOf({ head: { url, capturedOn } }: WebRecord, contentType: string): OriginalHint {
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase();
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(contentType)?.[1];
  const declared = { ...(mediaType && { mediaType }), ...(charset && { charset }) };
  return { ...declared, ...(url && { url }), ...(capturedOn && { capturedOn }) };
}

async function kindOf(bytes: Buffer, hint: OriginalHint): Promise<PageKind> {
  const format = bytes.length > 0 ? await detectFormat(bytes, hint) : null;
  if (format !== "text/html") return format !== null && DOCUMENT.test(format) ? "article" : "blank";
  const { text } = decodeText(bytes, hint.charset ?? charsetOf(bytes));
  return pageKind(text, hint.url ?? null);
}

function keptInPart(why: string): AppError {
  return new AppError(
    "invalid_input",
    `Of this page only a part was kept (${why.slice(0, 40) || "unspecified"}). Nothing of it was stored. Please fetch it again.`,
  );
}

function noPages(): AppError {
  return new AppError(
    "invalid_input",
    "The web archive holds no page with a text that can be read. Nothing was stored. Please send the articles' pages by themselves.",
  );
}
