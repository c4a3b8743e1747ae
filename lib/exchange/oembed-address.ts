import { getEnv } from "#lib/env.ts";

/** How a page says where its description for embedding is (oEmbed 1.0, section 4). */
export function oembedAlternate(path: string): Record<string, string> {
  const url = `${getEnv().ARCHIVE_URL}${path}`;
  return { "application/json+oembed": `/oembed?${new URLSearchParams({ url, format: "json" })}` };
}
