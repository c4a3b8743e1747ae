/** NewsML-G2, the IPTC's news item in XML, as a record of ours. */
import type { Json, JsonObject } from "../records/canonical-json.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import {
  childrenNamed,
  descendantsNamed,
  innerMarkup,
  isElement,
  textOf,
} from "../xml/xml-text.ts";
import { nitfRecord } from "./nitf.ts";

/** The fields of a `newsItem` under names that `mapColumns` knows. */
export function newsmlRecord(item: XmlNode): JsonObject {
  const [itemMeta = item] = childrenNamed(item, "itemmeta");
  const [contentMeta = item] = childrenNamed(item, "contentmeta");
  const content = contentOf(item);
  return {
    ...datesOf(itemMeta, contentMeta, content),
    headline: headlineOf(contentMeta) ?? content.headline ?? texts(itemMeta, "title")[0],
    summary: byRole(contentMeta, "description", /summary|abstract/i) ?? content.summary,
    body: content.body,
    bodyHtml: content.bodyHtml,
    byline: bylinesOf(contentMeta) ?? content.byline,
    outlet: names(contentMeta, "infosource")[0] ?? names(itemMeta, "provider")[0] ?? content.outlet,
    url: descendantsNamed(itemMeta, "link")
      .map(({ attributes }) => attributes.href ?? "")
      .filter(isPage)[0],
    language: languageOf(item, contentMeta),
    topic: [...names(contentMeta, "subject"), ...names(contentMeta, "genre")],
    place: names(contentMeta, "located"),
    credits: [...texts(contentMeta, "creditline"), ...toList(content.credits)],
    captions: content.captions,
    rights: childrenNamed(item, "rightsinfo").flatMap((rights) => [
      ...names(rights, "copyrightholder"),
      ...texts(rights, "copyrightnotice"),
      ...texts(rights, "usageterms"),
    ]),
    id: item.attributes.guid ?? null,
  };
}

/** When it was first made public, and when this version was made where that is another time. */
function datesOf(itemMeta: XmlNode, contentMeta: XmlNode, content: JsonObject): JsonObject {
  const [version] = texts(itemMeta, "versioncreated");
  const [first = version ?? content.published] = [
    ...texts(itemMeta, "firstcreated"),
    ...texts(contentMeta, "contentcreated"),
  ];
  const modified = texts(contentMeta, "contentmodified")[0] ?? version;
  return { published: first, modified: modified === first ? null : modified };
}

/** What stands in the item itself, as XHTML, NITF or text. */
function contentOf(item: XmlNode): JsonObject {
  const [xml] = descendantsNamed(item, "inlinexml");
  const [nitf] = xml ? descendantsNamed(xml, "nitf") : [];
  if (nitf) return nitfRecord(nitf);
  if (xml) {
    const [body] = descendantsNamed(xml, "xhtml:body", "body");
    return { bodyHtml: innerMarkup(body ?? xml) };
  }
  const [data] = descendantsNamed(item, "inlinedata");
  return data ? { body: textOf(data) } : {};
}

function headlineOf(contentMeta: XmlNode): string | undefined {
  return byRole(contentMeta, "headline", /main|headline/i);
}

function byRole(node: XmlNode, name: string, role: RegExp): string | undefined {
  const found = childrenNamed(node, name);
  const chosen = found.find(({ attributes }) => role.test(attributes.role ?? "")) ?? found[0];
  return chosen && (clean(textOf(chosen)) || undefined);
}

/** The byline as printed, else who is named as creator, with the role given. */
function bylinesOf(contentMeta: XmlNode): Json | undefined {
  const printed = texts(contentMeta, "by");
  if (printed.length > 0) return printed;
  const creators = childrenNamed(contentMeta, "creator").flatMap((creator): Json[] => {
    const name = nameOf(creator);
    const role = creator.attributes.jobtitle;
    return name === null ? [] : [role === undefined ? { name } : { name, role }];
  });
  return creators.length > 0 ? creators : undefined;
}

function languageOf(item: XmlNode, contentMeta: XmlNode): string | null {
  const [language] = childrenNamed(contentMeta, "language");
  return language?.attributes.tag ?? item.attributes["xml:lang"] ?? null;
}

function names(node: XmlNode, name: string): string[] {
  return childrenNamed(node, name).flatMap((child) => nameOf(child) ?? []);
}

/** What a concept is called: its first name, its literal, else its own text. */
function nameOf(node: XmlNode): string | null {
  const [name] = childrenNamed(node, "name").map((child) => clean(textOf(child)));
  const own = clean(node.children.filter((child) => !isElement(child)).join(""));
  return name || node.attributes.literal || own || null;
}

function texts(node: XmlNode, name: string): string[] {
  return childrenNamed(node, name)
    .map((child) => clean(textOf(child)))
    .filter(Boolean);
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function toList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function isPage(href: string): boolean {
  return /^https?:/i.test(href);
}
