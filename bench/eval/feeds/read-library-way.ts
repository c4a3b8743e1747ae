/** The baseline: what feedsmith finds as it comes, its names brought into the same shape. */
import { parseFeed } from "feedsmith";
import { NOTHING, type FoundEntry, type FoundFeed } from "./found-fields.ts";

type Loose = { [key: string]: unknown };

/** What was found, or the error's message. The library takes text, so the bytes are taken as UTF-8. */
export function readLibraryWay(bytes: Uint8Array): { found: FoundFeed } | { reason: string } {
  try {
    const parsed = parseFeed(Buffer.from(bytes).toString("utf8")).feed as Loose;
    const entries = (parsed.items ?? parsed.entries ?? []) as Loose[];
    return {
      found: { encoding: "utf-8", feed: toFound(parsed), entries: entries.map(toFound) },
    };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function toFound(item: Loose): FoundEntry {
  const get = (...paths: string[]) => {
    for (const path of paths) {
      const value = path.split(".").reduce<unknown>((at, key) => (at as Loose | null)?.[key], item);
      if (typeof value === "string" && value !== "") return value;
      // Atom's texts come with their type.
      const text = (value as { value?: unknown } | null | undefined)?.value;
      if (typeof text === "string" && text !== "") return text;
    }
    return null;
  };
  const links = (item.links ?? []) as { href?: string; rel?: string }[];
  const alternate = links.find(({ rel }) => rel === undefined || rel === "alternate");
  const content = get("content.encoded", "content");
  return {
    ...NOTHING,
    title: get("title", "dc.title", "media.title"),
    link: get("link", "url") ?? alternate?.href ?? links[0]?.href ?? null,
    published: get("published", "pubDate", "dcterms.issued", "dcterms.created", "date_published"),
    updated: get("updated", "dc.date", "dcterms.modified", "lastBuildDate", "pubDate", "published"),
    authors: authorsOf(item, get("managingEditor", "dc.creator", "itunes.author")),
    summary: get("summary", "description", "dc.description", "itunes.summary") ?? content,
    content,
  };
}

function authorsOf(item: Loose, other: string | null): string[] {
  const authors = (item.authors ?? []) as (string | { name?: string; email?: string })[];
  const names = authors.map((author) =>
    typeof author === "string" ? author : (author.name ?? author.email ?? ""),
  );
  const creators = ((item.dc as Loose | undefined)?.creators ?? []) as string[];
  return names.length > 0 ? names : creators.length > 0 ? creators : other === null ? [] : [other];
}
