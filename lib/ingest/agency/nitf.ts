/** NITF, the IPTC's news text in XML, as a record of ours. */
import type { Json, JsonObject } from "../records/canonical-json.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import {
  childrenNamed,
  descendantsNamed,
  innerMarkup,
  isElement,
  textOf,
} from "../xml/xml-text.ts";

const HTML_BY_NITF: Record<string, string> = {
  hl1: "h2",
  hl2: "h2",
  block: "div",
  bq: "blockquote",
};
const OUTSIDE_BODY = new Set(["media", "byline", "dateline", "abstract", "copyrite"]);

/** The fields of an `nitf` element under names that `mapColumns` knows. */
export function nitfRecord(nitf: XmlNode): JsonObject {
  const [content] = descendantsNamed(nitf, "body.content");
  const media = descendantsNamed(nitf, "media");
  const published =
    attributeOf(nitf, "date.release", "norm") ??
    attributeOf(nitf, "date.issue", "norm") ??
    attributeOf(nitf, "pubdata", "date.publication") ??
    attributeOf(nitf, "story.date", "norm");
  return {
    headline: lines(nitf, "hl1").slice(0, 1),
    title: lines(nitf, "title").slice(0, 1),
    summary: lines(nitf, "abstract").slice(0, 1),
    bodyHtml: content && toHtml(content),
    byline: bylinesOf(nitf),
    published,
    outlet: [
      ...list(attributeOf(nitf, "pubdata", "name")),
      ...lines(nitf, "distributor"),
      ...list(attributeOf(nitf, "doc.copyright", "holder")),
    ].slice(0, 1),
    url: attributeOf(nitf, "pubdata", "ex-ref"),
    language: nitf.attributes["xml:lang"] ?? null,
    topic: topicsOf(nitf),
    place: descendantsNamed(nitf, "dateline").flatMap((dateline) => lines(dateline, "location")),
    captions: media.flatMap((one) => lines(one, "media-caption")),
    credits: media.flatMap((one) => lines(one, "media-producer")),
    rights: [...lines(nitf, "rights"), ...lines(nitf, "copyrite")],
    id: attributeOf(nitf, "doc-id", "id-string"),
  };
}

/** Each byline without the title in it, which is the role. */
function bylinesOf(nitf: XmlNode): Json {
  return descendantsNamed(nitf, "byline").map((byline): Json => {
    const role = lines(byline, "byttl")[0];
    const rest = byline.children.filter((child) => !isElement(child) || child.name !== "byttl");
    const name = line({ ...byline, children: rest });
    return role === undefined ? { name } : { name, role };
  });
}

function topicsOf(nitf: XmlNode): string[] {
  const named = descendantsNamed(nitf, "tobject.subject", "keyword", "classifier").flatMap(
    ({ attributes }) =>
      attributes["tobject.subject.detail"] ??
      attributes["tobject.subject.matter"] ??
      attributes["tobject.subject.type"] ??
      attributes.key ??
      attributes.value ??
      [],
  );
  return [...new Set(named)];
}

/** The content as HTML, its pictures and heads taken out. */
function toHtml(content: XmlNode): string {
  const cleaned = (node: XmlNode): XmlNode => ({
    ...node,
    written: HTML_BY_NITF[node.name] ?? node.written,
    children: node.children.flatMap((child): (XmlNode | string)[] => {
      if (!isElement(child)) return [child];
      return OUTSIDE_BODY.has(child.name) ? [] : [cleaned(child)];
    }),
  });
  return innerMarkup(cleaned(content));
}

function lines(node: XmlNode, name: string): string[] {
  return descendantsNamed(node, name).map(line).filter(Boolean);
}

function line(node: XmlNode): string {
  // Paragraphs in an abstract or a caption would run together.
  const parts = node.children.map((child) => (isElement(child) ? ` ${textOf(child)} ` : child));
  return parts
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:])/g, "")
    .trim();
}

function attributeOf(node: XmlNode, name: string, attribute: string): string | null {
  for (const found of childrenAndDeeper(node, name)) {
    const value = found.attributes[attribute]?.trim();
    if (value) return value;
  }
  return null;
}

function childrenAndDeeper(node: XmlNode, name: string): XmlNode[] {
  const near = childrenNamed(node, name);
  return near.length > 0 ? near : descendantsNamed(node, name);
}

function list(value: string | null): string[] {
  return value === null ? [] : [value];
}
