import { createHash } from "node:crypto";
import { z } from "zod";
import type { UnpackedItem } from "#lib/ingest/pipeline-sources.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

/** An entry of a feed, and what it is known by from one poll to the next. */
export type FeedItem = {
  item: UnpackedItem;
  identity: string;
  /** Of the entry as it stands. */
  sha256: string;
  /** Of its page on the web. */
  address: string | null;
};

const text = z.string().trim().min(1).optional().catch(undefined);
const keysSchema = z
  .object({
    id: z.preprocess((id) => (typeof id === "number" ? String(id) : id), text),
    url: text,
    link: text,
    external_url: text,
  })
  .catch({ id: undefined, url: undefined, link: undefined, external_url: undefined });

/**
 * The entries of a feed, each by its id (RSS's `guid`), else its address, else its bytes. Where a feed
 * gives one id to several addresses, both together count. Of one identity the first entry counts.
 */
export function identify(items: Iterable<UnpackedItem>): FeedItem[] {
  const read = [...items].map((item) => ({ item, ...keysOf(item) }));
  const addressesById = new Map<string, Set<string | null>>();
  for (const { id, address } of read) {
    if (id) addressesById.set(id, (addressesById.get(id) ?? new Set()).add(address));
  }
  const byIdentity = new Map<string, FeedItem>();
  for (const { item, id, address } of read) {
    const sha256 = hash(item.bytes);
    const isShared = id !== null && (addressesById.get(id)?.size ?? 0) > 1;
    const identity = hash(JSON.stringify(isShared ? [id, address] : [id ?? address ?? sha256]));
    if (!byIdentity.has(identity)) byIdentity.set(identity, { item, identity, sha256, address });
  }
  return [...byIdentity.values()];
}

/** Of what an entry says: the same however it is marked up and cut into paragraphs. */
export function wordsSha256Of({ headline, paragraphs }: ArticleDraft): string {
  const words = paragraphs.map(({ value }) => value).join(" ");
  return hash(JSON.stringify([headline?.value ?? "", words].map(withPlainBlanks)));
}

function keysOf({ bytes, error }: UnpackedItem): { id: string | null; address: string | null } {
  if (error) return { id: null, address: null };
  const { id = null, url, link, external_url } = keysSchema.parse(JSON.parse(String(bytes)));
  const address = URL.parse(url ?? link ?? external_url ?? "");
  return { id, address: address && /^https?:$/.test(address.protocol) ? address.href : null };
}

function withPlainBlanks(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
