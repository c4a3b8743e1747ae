/** An entry of a feed as a record, and what the feed says of itself. */
import type { Json, JsonObject } from "../records/canonical-json.ts";
import { UNREAD_KEY } from "../records/record-fields.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import {
  childrenNamed,
  descendantsNamed,
  inheritedAttribute,
  isElement,
  textOf,
} from "../xml/xml-text.ts";
import { contentOf, lineOf, type FeedContent } from "./feed-content.ts";
import { linkOf } from "./feed-links.ts";
import { everyMinutesOf } from "./feed-pace.ts";
import { authorsOf, personOf } from "./feed-people.ts";

/** What a feed says of itself; dates as written. */
export type FeedInfo = {
  title: string | null;
  url: string | null;
  description: string | null;
  authors: string[];
  published: string | null;
  updated: string | null;
  language: string | null;
  rights: string | null;
  /** At most so often does it change, as it says itself; null where it does not. */
  everyMinutes: number | null;
};

const TITLE = ["title", "atom:title", "dc:title", "media:title"];
const SUMMARY = [
  "description",
  "atom:summary",
  "atom:subtitle",
  "atom:tagline",
  "summary",
  "abstract",
  "dc:description",
  "media:description",
  "itunes:summary",
  "itunes:subtitle",
  "atom:info",
];
const BODY = ["content:encoded", "atom:content", "xhtml:body", "body", "fullitem", "content:items"];
const PUBLISHED = [
  "atom:published",
  "atom:issued",
  "pubdate",
  "published",
  "dcterms:issued",
  "atom:created",
  "dcterms:created",
  "dc:created",
];
const UPDATED = [
  "atom:updated",
  "atom:modified",
  "dc:date",
  "dcterms:modified",
  "lastbuilddate",
  "updated",
];
const RIGHTS = ["atom:rights", "atom:copyright", "copyright", "dc:rights", "media:copyright"];
const TOPICS = ["category", "atom:category", "dc:subject", "itunes:keywords", "media:category"];
/** Changes between two visits without the entry having changed. */
const VOLATILE = /^(?:slash|thr|wfw|feedburner|gd|openSearch|sy|creativecommons):/i;
const READ = new Set([
  ...TITLE,
  ...SUMMARY,
  ...BODY,
  ...PUBLISHED,
  ...UPDATED,
  ...RIGHTS,
  ...TOPICS,
  "link",
  "atom:link",
  "guid",
  "atom:id",
  "author",
  "atom:author",
  "dc:creator",
  "dc:author",
  "itunes:author",
  "atom:source",
  "source",
]);
const MAX_OTHER = 40;
const MAX_OTHER_LENGTH = 2_000;

/** What the head of a feed says; `nodes` are the root and, in RSS, its channel. */
export function toFeedInfo(nodes: XmlNode[], documentUrl: string | undefined): FeedInfo {
  const first = <T>(read: (node: XmlNode) => T | null): T | null => {
    for (const node of nodes) {
      const value = read(node);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    title: first((node) => firstLine(node, TITLE)),
    url: first((node) => linkOf(node, documentUrl)),
    description: first((node) => firstLine(node, SUMMARY)),
    authors: first((node) => nonEmpty(authorsOf(node))) ?? [],
    published: first((node) => lastDate(node, PUBLISHED)),
    updated: first((node) => lastDate(node, UPDATED)),
    language: first((node) => languageOf(node)),
    rights: first((node) => firstLine(node, RIGHTS)),
    everyMinutes: first((node) => everyMinutesOf(node)),
  };
}

/**
 * An entry as a record whose keys `mapColumns` understands. It depends on the entry and on the feed's
 * title, language, author and address only, so the same entry is the same record in the next file.
 */
export function toRecord(
  entry: XmlNode,
  feed: FeedInfo,
  documentUrl: string | undefined,
): JsonObject {
  const { body, summary } = bodyAndSummary(entry);
  const updated = lastDate(entry, UPDATED) ?? entry.attributes.lastmod ?? null;
  const published = lastDate(entry, PUBLISHED);
  const [source] = childrenNamed(entry, "atom:source");
  const authors = nonEmpty(authorsOf(entry)) ?? (source && nonEmpty(authorsOf(source)));
  return withoutEmpty({
    title: firstLine(entry, TITLE),
    url: linkOf(entry, documentUrl ?? feed.url ?? undefined),
    published: published ?? updated,
    updated: published === null ? null : updated,
    // Only Atom says that its feed's author is that of the entries; RSS names an editor there.
    authors: authors ?? (entry.name.startsWith("atom:") ? feed.authors : null),
    contributors: childrenNamed(entry, "atom:contributor", "dc:contributor").flatMap(
      (child) => personOf(child) ?? [],
    ),
    ...contentMember("body", body),
    ...contentMember("summary", summary),
    outlet:
      firstLine(entry, ["dc:publisher"]) ?? (source && firstLine(source, TITLE)) ?? feed.title,
    language: languageOf(entry) ?? feed.language,
    topics: topicsOf(entry),
    credits: descendantLines(entry, "media:credit"),
    captions: descendantsNamed(entry, "media:content", "media:thumbnail").flatMap(
      (media) => firstLine(media, ["media:description"]) ?? [],
    ),
    id: firstLine(entry, ["guid", "atom:id", "dc:identifier"]),
    rights: firstLine(entry, RIGHTS),
    [UNREAD_KEY]: otherMembers(entry),
  });
}

/** The body and the summary; of two descriptions the second that says something else is the body. */
function bodyAndSummary(entry: XmlNode) {
  const [body = null] = contentsOf(entry, BODY);
  const media = childrenNamed(entry, "media:group", "media:content");
  const [summary = null] = [entry, ...media].flatMap((node) => contentsOf(node, SUMMARY));
  const described = childrenNamed(entry, "description").flatMap((node) => contentOf(node) ?? [])[0];
  const separate = childrenNamed(entry, "summary").flatMap((node) => contentOf(node) ?? [])[0];
  if (!body && described && separate) return { body: described, summary: separate };
  const repeats = body && summary && body.value.trim() === summary.value.trim();
  return { body, summary: repeats ? null : summary };
}

function contentsOf(node: XmlNode, names: string[]): FeedContent[] {
  return childrenNamed(node, ...names).flatMap((child) => contentOf(child) ?? []);
}

function contentMember(name: string, content: FeedContent | null): JsonObject {
  if (!content) return {};
  return { [content.form === "html" ? `${name}Html` : `${name}Text`]: content.value.trim() };
}

function firstLine(node: XmlNode, names: string[]): string | null {
  for (const child of childrenNamed(node, ...names)) {
    const line = lineOf(child);
    if (line !== null) return line;
  }
  return null;
}

/** A date given twice under one name is the later one written, as the common readers take it. */
function lastDate(node: XmlNode, names: string[]): string | null {
  for (const name of names) {
    const dates = childrenNamed(node, name).flatMap((child) => lineOf(child) ?? []);
    const last = dates.at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

function descendantLines(node: XmlNode, name: string): string[] {
  return [...new Set(descendantsNamed(node, name).flatMap((child) => lineOf(child) ?? []))];
}

function topicsOf(entry: XmlNode): string[] {
  const named = childrenNamed(entry, ...TOPICS).flatMap((node) => {
    const { label, term, text } = node.attributes;
    return label ?? term ?? lineOf(node) ?? text ?? [];
  });
  return [...new Set(named)];
}

function languageOf(node: XmlNode): string | null {
  const written = firstLine(node, ["language", "dc:language"]);
  return written ?? (inheritedAttribute(node, "xml:lang") || null);
}

/** Everything else that the entry says in so many words, by the name it has there. */
function otherMembers(entry: XmlNode): JsonObject {
  const members = new Map<string, string[]>();
  for (const child of entry.children) {
    if (!isElement(child) || READ.has(child.name) || VOLATILE.test(child.written)) continue;
    const attributes = Object.entries(child.attributes)
      .filter(([name]) => !name.startsWith("xmlns"))
      .map(([name, value]) => `${name}=${value}`);
    const value = [textOf(child).trim(), ...attributes].filter(Boolean).join(" ");
    if (value === "" || members.size >= MAX_OTHER) continue;
    members.set(child.name, [...(members.get(child.name) ?? []), value.slice(0, MAX_OTHER_LENGTH)]);
  }
  return Object.fromEntries(members);
}

function nonEmpty<T>(list: T[]): T[] | null {
  return list.length > 0 ? list : null;
}

function withoutEmpty(record: Record<string, Json | undefined>): JsonObject {
  const isEmpty = (value: Json | undefined) =>
    value === undefined ||
    value === null ||
    (typeof value === "object" && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}
