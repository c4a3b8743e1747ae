/** A feed read as the archive reads it: unpacked, each entry then read as an original. */
import { toAppError } from "#lib/errors.ts";
import type { FeedInfo } from "#lib/ingest/feeds/feed-entry.ts";
import { readFeed } from "#lib/ingest/feeds/read-feed.ts";
import { readOriginal } from "#lib/ingest/read.ts";
import { isJsonObject, type Json, type JsonObject } from "#lib/ingest/records/canonical-json.ts";
import { textsOf } from "#lib/ingest/records/record-fields.ts";
import { unpack, type UnpackHint } from "#lib/ingest/unpack.ts";
import { decodeXml } from "#lib/ingest/xml/decode-xml.ts";
import { NOTHING, type FoundEntry, type FoundFeed } from "./found-fields.ts";

/** What was found, and of entries that could not be read the reasons. Rejects for no input. */
export async function readArchiveWay(
  bytes: Uint8Array,
  hint: UnpackHint,
): Promise<{ found: FoundFeed; reasons: string[] }> {
  const reasons: string[] = [];
  const entries: FoundEntry[] = [];
  for await (const item of unpack(bytes, hint)) {
    if (item.error) reasons.push(item.error.message);
    else {
      await readOriginal(item.bytes, item.hint).catch((error: unknown) =>
        reasons.push(toAppError(error).message),
      );
      if (item.bytes !== bytes) entries.push(toFound(recordOf(item.bytes)));
    }
  }
  const { text, encoding } = decodeXml(bytes, hint.charset);
  const info = readFeed(text, hint.url)?.feed;
  if (!info && entries.length === 0) reasons.push("It is no feed.");
  const feed = info ? feedFields(info) : NOTHING;
  return { found: { encoding, feed, entries }, reasons };
}

function feedFields({
  title,
  url,
  published,
  updated,
  authors,
  description,
}: FeedInfo): FoundEntry {
  return { ...NOTHING, title, link: url, published, updated, authors, summary: description };
}

function recordOf(bytes: Uint8Array): JsonObject {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString("utf8")) as Json;
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function toFound(record: JsonObject): FoundEntry {
  const first = (...keys: string[]) => keys.flatMap((key) => textsOf(record[key]))[0] ?? null;
  return {
    title: first("title"),
    link: first("url"),
    published: first("published"),
    updated: first("updated") ?? first("published"),
    authors: textsOf(record.authors),
    summary: first("summaryHtml", "summaryText", "bodyHtml", "bodyText"),
    content: first("bodyHtml", "bodyText"),
  };
}
