/**
 * From a source of articles to the articles, each as bytes of its own for `readOriginal`:
 *
 *   export.zip ──▶ 2025/feed.xml ──▶ export.zip/2025/feed.xml#1, #2, …
 *
 * A source that is one article is itself, unchanged. An entry of a feed, a row of a table and a line
 * of JSON are canonical JSON, so that the same entry has the same hash wherever it stood; `readers/
 * json.ts` reads them by the names of `records/columns.ts`. Pure: no database, no clock, no network.
 */
import { AppError } from "#lib/errors.ts";
import { MANIFEST_NAME } from "#lib/exchange/schema.ts";
import { decodeText } from "./decode.ts";
import { isMailFile } from "./format.ts";
import { MAX_ORIGINAL_BYTES } from "./original-size.ts";
import { splitDigest } from "./readers/mime-parts.ts";
import type { Json } from "./records/canonical-json.ts";
import type { ColumnChoices } from "./records/column-choices.ts";
import { findDelimiter, guessTable, shapeOf, type TextShape } from "./text-shape.ts";
import { peek, readWhole, type ByteSource, type Peeked } from "./unpacking/byte-source.ts";
import { gunzip, tarFiles, zipFiles, type ArchiveFile } from "./unpacking/archive-files.ts";
import { archiveKind, type ArchiveKind } from "./unpacking/archive-kind.ts";
import { feedItems } from "./unpacking/feed-items.ts";
import { chooseForObjects, KEYS_FROM_OBJECTS } from "./unpacking/json-choices.ts";
import { brokenJson, jsonItem, jsonItems } from "./unpacking/json-items.ts";
import { MAX_NESTING, MAX_WHOLE_BYTES, MAX_ZIP_BYTES, tooMuch } from "./unpacking/limits.ts";
import { newsMessageItems } from "./unpacking/news-message-items.ts";
import { splitJsonArray, splitLinesOf, type Piece } from "./unpacking/split-stream.ts";
import { noArticleColumns, toHeader } from "./unpacking/table-header.ts";
import { spreadsheetItems } from "./unpacking/spreadsheet-items.ts";
import { tableItems } from "./unpacking/table-items.ts";
import { isWebArchivePackage, packagedItems } from "./unpacking/web-archive-package.ts";
import { webArchiveFile } from "./unpacking/web-archive-file.ts";
import {
  failedItem,
  type ItemStream,
  type UnpackedItem,
  type UnpackHint,
} from "./unpacking/unpacked-item.ts";
import { sampleOf, toUtf8 } from "./unpacking/utf8-stream.ts";

export type { ByteSource } from "./unpacking/byte-source.ts";
export type {
  ChooseColumns,
  SeenTable,
  UnpackedItem,
  UnpackHint,
} from "./unpacking/unpacked-item.ts";

const BEGINNING_BYTES = 64 * 1024;
const NESTED_TOO_DEEPLY = "It is an archive in an archive in an archive.";
/** So much of JSON Lines is held to see what its objects have in common. */
const MAX_SAMPLE_CHARACTERS = 1024 ** 2;
const OPENING_BRACE = /^\s*\{/;

/**
 * The articles in a source, in order, one at a time: JSON Lines, CSV, JSON lists, gzip and tar are
 * read as they come; a feed, a ZIP and any other JSON have to be in memory whole. What cannot be
 * read is an item with `error`, after which the next is read where there can be one. Throws only
 * what the source itself throws.
 */
export function unpack(source: ByteSource, hint: UnpackHint = {}): ItemStream {
  return unpackNamed(source, hint, hint.fileName ?? "original", 0);
}

async function* unpackNamed(
  source: ByteSource,
  hint: UnpackHint,
  path: string,
  depth: number,
): ItemStream {
  try {
    const peeked = await peek(source, isEnoughToTell);
    const archive = await archiveKind(peeked.beginning);
    if (archive) yield* unpackArchive(archive, peeked, hint, path, depth);
    else yield* unpackText(peeked, hint, path);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield failedItem(error, path);
  }
}

/** A first line of JSON may be long, and only its end tells whether more follow. */
function isEnoughToTell(beginning: Buffer): boolean {
  if (beginning.length < BEGINNING_BYTES) return false;
  const isCutLine =
    OPENING_BRACE.test(beginning.toString("latin1", 0, 100)) && !beginning.includes("\n");
  return !isCutLine || beginning.length > MAX_ORIGINAL_BYTES;
}

async function* unpackArchive(
  kind: ArchiveKind,
  peeked: Peeked,
  hint: UnpackHint,
  path: string,
  depth: number,
): ItemStream {
  if (kind === "zip" || kind === "spreadsheet")
    return yield* unpackZip(await readWhole(peeked.bytes, MAX_ZIP_BYTES), hint, path, depth);
  if (depth >= MAX_NESTING) throw tooMuch(NESTED_TOO_DEEPLY);
  if (kind === "web-archive" || kind === "gzipped-web-archive")
    return yield* webArchiveFile(kind, peeked.bytes, path);
  const inner = choosingOf(hint);
  if (kind === "gzip") {
    const fileName = path.replace(/\.(?:gz|tgz)$/i, "");
    const next = await peek(gunzip(peeked.bytes), isEnoughToTell);
    // A tar.gz is one archive, not two.
    const isTar = (await archiveKind(next.beginning)) === "tar";
    const { url, charset } = hint;
    const hints = { ...inner, ...(url && { url }), ...(charset && { charset }), fileName };
    return yield* unpackNamed(next.bytes, hints, isTar ? path : fileName, depth + (isTar ? 0 : 1));
  }
  yield* unpackFiles(tarFiles(peeked.bytes), inner, path, depth);
}

/** What holds for every table in an archive. */
function choosingOf({ columns, chooseColumns }: UnpackHint) {
  return { ...(columns && { columns }), ...(chooseColumns && { chooseColumns }) };
}

/** A ZIP may be a document, which only the whole of it tells for sure. */
async function* unpackZip(
  bytes: Buffer,
  hint: UnpackHint,
  path: string,
  depth: number,
): ItemStream {
  const kind = await archiveKind(bytes);
  if (kind === "spreadsheet") return yield* spreadsheetItems(bytes, path, hint);
  if (kind === null) return yield single(bytes, hint, path);
  if (depth >= MAX_NESTING) throw tooMuch(NESTED_TOO_DEEPLY);
  if (await isWebArchivePackage(bytes)) return yield* packagedItems(bytes, path);
  yield* unpackFiles(zipFiles(bytes), choosingOf(hint), path, depth);
}

async function* unpackFiles(
  files: AsyncIterable<ArchiveFile>,
  inner: UnpackHint,
  path: string,
  depth: number,
): ItemStream {
  for await (const { name, bytes } of files) {
    if (name === MANIFEST_NAME) throw archiveExport();
    const filePath = `${path}/${name}`;
    if (bytes instanceof AppError) yield failedItem(bytes, filePath);
    else yield* unpackNamed(bytes, { ...inner, fileName: name }, filePath, depth + 1);
  }
}

function archiveExport(): AppError {
  return new AppError(
    "unsupported_media_type",
    "It is the export of a whole archive, not articles. Nothing of it was stored. The operator of the archive can take it in as it was: npm run archive -- import FILE.",
  );
}

async function* unpackText(peeked: Peeked, hint: UnpackHint, path: string): ItemStream {
  const { beginning, isWhole, bytes } = peeked;
  const { columns, chooseColumns: choose } = hint;
  const text = decodeText(sampleOf(beginning), hint.charset).text.replace(/^\uFEFF/, "");
  const known = findDelimiter(text, columns);
  const shape = known === null ? shapeOf(text, isWhole) : "table";
  const delimiter = known ?? (shape === null ? delimiterOfKnown(text, hint, path) : null);
  if (shape === "json-lines") yield* unpackPieces("line", peeked, hint, path);
  else if (shape === "json-array" && !isWhole) yield* unpackPieces("member", peeked, hint, path);
  else if (delimiter !== null) {
    const utf8 = toUtf8(bytes, beginning, hint.charset);
    yield* tableItems(utf8, { delimiter, path, columns, choose });
  } else if (shape === null && isDeclaredTable(hint)) {
    throw noArticleColumns("The table", guessTable(text)?.columns ?? [text.slice(0, 60)]);
  } else yield* unpackWhole(shape, peeked, hint, path);
}

/** What parts the cells of a table whose names say nothing, but which is called one, or known to somebody. */
function delimiterOfKnown(text: string, hint: UnpackHint, path: string): string | null {
  const { columns, chooseColumns: choose } = hint;
  const guess = guessTable(text);
  if (!guess || columns || !choose) return null;
  if (isDeclaredTable(hint)) return guess.delimiter;
  const seen = {
    path,
    columns: toHeader(guess.columns),
    sample: [],
    isClear: false,
    isGuess: true,
  };
  return choose(seen) === undefined ? null : guess.delimiter;
}

function isDeclaredTable({ mediaType = "", fileName = "" }: UnpackHint): boolean {
  return (
    /\.(?:csv|tsv)$/i.test(fileName) || /^text\/(?:csv|tab-separated-values)\b/i.test(mediaType)
  );
}

async function* unpackWhole(
  shape: TextShape | null,
  peeked: Peeked,
  hint: UnpackHint,
  path: string,
): ItemStream {
  const isList =
    shape === "feed" || shape === "json" || shape === "json-array" || shape === "newsml-list";
  const bytes = await readWhole(peeked.bytes, isList ? MAX_WHOLE_BYTES : MAX_ORIGINAL_BYTES);
  if (shape === "feed") return yield* feedItems(bytes, hint, path);
  if (shape === "newsml-list") return yield* newsMessageItems(bytes, hint, path);
  const items = shape === "json" || shape === "json-array" ? jsonItems(bytes, hint, path) : null;
  if (items) return yield* items;
  const messages = shape === null && isMailFile(bytes) ? splitDigest(bytes) : [];
  if (messages.length > 1) return yield* digestItems(messages, path);
  yield single(bytes, hint, path);
}

/** What a mailing list sends together: each message an article. */
function* digestItems(messages: readonly Buffer[], path: string): Generator<UnpackedItem> {
  for (const [i, bytes] of messages.entries())
    yield { bytes, hint: { mediaType: "message/rfc822" }, path: `${path}#${i + 1}` };
}

/** A source that is one article, with what was said of it. */
function single(
  bytes: Buffer,
  { mediaType, fileName, charset }: UnpackHint,
  path: string,
): UnpackedItem {
  if (bytes.length > MAX_ORIGINAL_BYTES) throw tooMuch("It is longer than 5 MB.");
  const hint = {
    ...(mediaType !== undefined && { mediaType }),
    ...(fileName !== undefined && { fileName }),
    ...(charset !== undefined && { charset }),
  };
  return { bytes, hint, path };
}

async function* unpackPieces(
  kind: "line" | "member",
  { beginning, bytes }: Peeked,
  hint: UnpackHint,
  path: string,
): ItemStream {
  const utf8 = toUtf8(bytes, beginning, hint.charset);
  const values = parsePieces(kind === "line" ? splitLinesOf(utf8) : splitJsonArray(utf8));
  let count = 0;
  let columns: ColumnChoices | null | undefined;
  for await (const group of inSample(values)) {
    if (count === 0) columns = chooseForObjects(group, path, hint);
    if (columns === null) return;
    for (const value of group) {
      const place = `${path}#${++count}`;
      if (value instanceof AppError) yield failedItem(value, place);
      else yield jsonItem(value, place, { columns });
    }
  }
}

async function* parsePieces(pieces: AsyncIterable<Piece>): AsyncGenerator<Parsed> {
  for await (const piece of pieces) {
    const text = piece?.replace(/^\uFEFF/, "") ?? null;
    if (text?.trim() !== "") yield { value: parsePiece(text), length: text?.length ?? 0 };
  }
}

type Parsed = { value: Json | AppError; length: number };

function parsePiece(text: string | null): Json | AppError {
  if (text === null) return tooMuch("It is longer than an article can be, which is 5 MB.");
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    return brokenJson(error instanceof Error ? `${error.message}.` : "");
  }
}

/** The first values together, as far as they are not too large, then one by one. */
async function* inSample(values: AsyncIterable<Parsed>): AsyncGenerator<(Json | AppError)[]> {
  let first: (Json | AppError)[] | null = [];
  let length = 0;
  for await (const parsed of values) {
    length += parsed.length;
    first?.push(parsed.value);
    if (!first) yield [parsed.value];
    else if (first.length === KEYS_FROM_OBJECTS || length > MAX_SAMPLE_CHARACTERS) {
      yield first;
      first = null;
    }
  }
  if (first) yield first;
}
