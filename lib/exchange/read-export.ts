/**
 * An export as it is read: its files one after the other, checked, in the groups in which they are
 * taken in. Names in it are compared with those of an export's files and lead nowhere else. Pure: no
 * database, no clock, no network.
 */
import { createHash } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import { CHECKSUM_SUFFIX, parseExportName } from "#lib/exchange/export-files.ts";
import { KIND_NAMES, type KindName } from "#lib/exchange/export-tables.ts";
import { GroupBuilder } from "#lib/exchange/group-builder.ts";
import { readManifest, requireCounts } from "#lib/exchange/read-manifest.ts";
import { readPart } from "#lib/exchange/read-part.ts";
import { MANIFEST_NAME, type Manifest } from "#lib/exchange/schema.ts";
import type { ExportGroup } from "#lib/exchange/types.ts";
import {
  gunzip,
  MAX_ORIGINAL_BYTES,
  peek,
  readWhole,
  tarFiles,
} from "#lib/ingest/pipeline-sources.ts";

type Bytes = AsyncIterable<Uint8Array>;
type Files = ReturnType<typeof tarFiles>;

/** Far above any archive of news, and read piece by piece. */
const MAX_EXPORT_BYTES = 4 * 1024 ** 4;
const MAX_EXPORT_FILES = 100_000_000;
const MAX_CHECKSUM_BYTES = 1024;
const GZIP_BYTES = 2;

export type OpenExport = {
  manifest: Manifest;
  /** Throws `AppError` where the file is damaged or cut off; what came before is good. */
  groups: AsyncGenerator<ExportGroup>;
};

/**
 * Opens an export, in gzip or unpacked. Throws `AppError` "invalid_input" where it is none, or one
 * of a version that this program does not know.
 */
export async function openExport(source: Bytes): Promise<OpenExport> {
  const { beginning, bytes } = await peek(source, ({ length }) => length >= GZIP_BYTES);
  const isGzip = beginning[0] === 0x1f && beginning[1] === 0x8b;
  const tar = isGzip ? gunzip(bytes, MAX_EXPORT_BYTES) : bytes;
  const files = tarFiles(tar, MAX_EXPORT_FILES);
  const manifest = await readManifest(await files.next());
  return { manifest, groups: readGroups(files, manifest) };
}

async function* readGroups(files: Files, manifest: Manifest): AsyncGenerator<ExportGroup> {
  const builder = new GroupBuilder();
  const counts = new Map<string, number>();
  for await (const file of files) {
    if (file.bytes instanceof AppError) throw file.bytes;
    const name = file.name.replace(/^\.\//, "");
    if (name.endsWith(CHECKSUM_SUFFIX)) {
      const text = await readWhole(file.bytes, MAX_CHECKSUM_BYTES).catch(() => Buffer.alloc(0));
      builder.confirm(name.slice(0, -CHECKSUM_SUFFIX.length), text.toString("latin1"));
      continue;
    }
    const meaning = parseExportName(name);
    if (meaning?.type === "original") {
      if (builder.isComplete) yield builder.take();
      await addOriginal(builder, meaning.sha256, file.bytes);
    } else if (meaning && isKindOf(meaning.kind, manifest)) {
      const group = builder.beginPart(name, meaning);
      if (group) yield group;
      const count = await readPart(name, meaning.kind as KindName, file.bytes, builder);
      counts.set(meaning.kind, (counts.get(meaning.kind) ?? 0) + count);
    } else if (name !== MANIFEST_NAME) builder.fail(name, "It is no file of an export.");
  }
  yield builder.take();
  requireCounts(manifest, counts);
}

/** A later program may write kinds that this one has no place for; it says so under a new version. */
function isKindOf(kind: string, { contents }: Manifest): boolean {
  return contents === "published"
    ? kind === "published" || KIND_NAMES.includes(kind as KindName)
    : KIND_NAMES.includes(kind as KindName);
}

async function addOriginal(builder: GroupBuilder, sha256: string, bytes: Bytes): Promise<void> {
  const name = `originals/${sha256}`;
  try {
    const original = await readWhole(bytes, MAX_ORIGINAL_BYTES);
    const actual = createHash("sha256").update(original).digest("hex");
    if (actual === sha256) builder.addOriginal(sha256, original);
    else builder.fail(name, `Its bytes have another SHA-256, ${actual}: they are not those.`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "payload_too_large") throw error;
    builder.fail(name, "It is larger than an original can be.");
  }
}
