/** Fields that name themselves: `Title: …` in a pasted header, `title: …` in YAML front matter. */
import { findDates } from "#lib/dates/find-dates.ts";
import { withoutShouting } from "#lib/text/clean.ts";
import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import { readNames } from "./bylines.ts";
import {
  foundIn,
  shiftMention,
  toDateOptions,
  type HeaderElement,
  type Stretch,
} from "./elements.ts";
import type { ParseOptions, Span } from "./types.ts";

type FieldName =
  | "headline"
  | "summary"
  | "author"
  | "published"
  | "modified"
  | "outlet"
  | "url"
  | "language"
  | "credit"
  | "caption";

const FIELD_NAMES: Record<FieldName, string> = {
  headline: "headline|title",
  summary: "summary|standfirst|description|subtitle|strapline|abstract",
  author: "author|authors|byline|by|writer",
  published: "date|published|publication date|publishdate|pubdate|date_published|publishedon",
  modified: "updated|modified|lastmod|last_modified|date_modified",
  outlet: "source|publisher|outlet|publication|newspaper|site|site_name",
  url: "url|link|canonical|source_url|permalink",
  language: "lang|language|locale",
  credit: "credit|photo_credit|image_credit",
  caption: "caption|image_caption",
};
const FIELD_BY_KEY = new Map(
  Object.entries(FIELD_NAMES).flatMap(([field, keys]) =>
    keys.split("|").map((key) => [key, field as FieldName]),
  ),
);
const PLAIN_LABEL =
  /^(headline|title|summary|standfirst|author|authors|byline|source|publisher|outlet|publication|url|link)\s*:\s*(?=\S)/i;
const MAX_LABELLED_LINE_LENGTH = 400;

/** What a line such as `Source: The Northmark Courier` says, or null where it has no such label. */
export function readLabelledLine(stretch: Stretch, options: ParseOptions): HeaderElement[] | null {
  if (stretch.text.length > MAX_LABELLED_LINE_LENGTH) return null;
  const match = PLAIN_LABEL.exec(stretch.text);
  if (!match) return null;
  const start = match[0].length;
  const value = { text: stretch.text.slice(start), base: stretch.base + start };
  const isUrl = /^https?:\/\/\S+$/.test(value.text);
  const field = isUrl ? "url" : FIELD_BY_KEY.get(match[1]?.toLowerCase() ?? "");
  const elements = field ? readField(field, value, options, "label") : null;
  return elements && [keyElement(stretch, 0, start), ...elements];
}

/** What YAML front matter says, or null where it is not readable as a map of keys. */
export function readFrontMatter(
  text: string,
  span: Span,
  options: ParseOptions,
): HeaderElement[] | null {
  const document = parseDocument(text.slice(span.start, span.end));
  if (document.errors.length > 0 || !isMap<Node, Node>(document.contents)) return null;
  return document.contents.items.flatMap(({ key, value }): HeaderElement[] => {
    const field = FIELD_BY_KEY.get(String(key).toLowerCase());
    const keySpan = rangeOf(key, span.start);
    if (!field || !keySpan || !value) return [];
    const values = isSeq<Node>(value) ? value.items : [value];
    const elements = values.flatMap((node) => readNode(field, node, text, span.start, options));
    if (elements.length === 0) return [];
    return [keyElement({ text, base: 0 }, keySpan.start, keySpan.end), ...elements];
  });
}

function readNode(
  field: FieldName,
  node: Node,
  text: string,
  base: number,
  options: ParseOptions,
): HeaderElement[] {
  const span = isScalar(node) ? rangeOf(node, base) : null;
  if (!span) return [];
  const quoted = /^["'][^]*["']$/.test(text.slice(span.start, span.end)) ? 1 : 0;
  const [start, end] = [span.start + quoted, span.end - quoted];
  return (
    readField(field, { text: text.slice(start, end), base: start }, options, "front-matter") ?? []
  );
}

function readField(
  field: FieldName,
  stretch: Stretch,
  options: ParseOptions,
  rule: string,
): HeaderElement[] | null {
  const end = stretch.text.length;
  if (stretch.text.trim() === "") return null;
  if (field === "author") return readAuthors(stretch, rule);
  if (field === "published" || field === "modified") {
    const [mention] = findDates(stretch.text, toDateOptions(options));
    const shifted = mention && shiftMention(mention, stretch.base);
    return shifted ? [{ kind: "date", meaning: field, mention: shifted }] : null;
  }
  return [{ kind: field, found: foundIn(stretch, 0, end, rule, 0.95) }];
}

function readAuthors(stretch: Stretch, rule: string): HeaderElement[] {
  const run = readNames(stretch, 0, true);
  if (run?.end === stretch.text.length) return run.elements;
  const name = foundIn(stretch, 0, stretch.text.length, rule, 0.8);
  const byline = { name: { ...name, value: withoutShouting(name.value) }, role: null, note: null };
  return [{ kind: "byline", byline }];
}

function keyElement(stretch: Stretch, start: number, end: number): HeaderElement {
  const trimmed = start + stretch.text.slice(start, end).trimEnd().length;
  return { kind: "furniture", found: foundIn(stretch, start, trimmed, "field-label", 0.95) };
}

function rangeOf(node: Node, base: number): Span | null {
  return node.range ? { start: base + node.range[0], end: base + node.range[1] } : null;
}
