/** What an element of a feed says: as text, as HTML, with base64 and inline markup undone. */
import { htmlToLine, looksLikeHtml } from "../html-paragraphs.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import { hasElements, innerMarkup, isElement, textOf } from "../xml/xml-text.ts";

/** Text as it is, or text with tags in it. */
export type FeedContent = { form: "html" | "text"; value: string };

const BASE64 = /^[A-Za-z0-9+/\s]{4,}={0,2}\s*$/;
const TEXTUAL_TYPE =
  /^(?:text|html|xhtml|text\/.*|application\/(?:.*\+)?xml|application\/xhtml.*)$/i;

/**
 * The content of an element: Atom says by `type` and `mode` how it is written; in RSS text with tags
 * or entities in it is HTML. Empty content is null.
 */
export function contentOf(node: XmlNode): FeedContent | null {
  const content = readContent(node);
  return content.value.trim() === "" ? null : content;
}

/** An element's words on one line: a title, a name. Blank ones are null. */
export function lineOf(node: XmlNode | undefined): string | null {
  if (!node) return null;
  const { form, value } = readContent(node);
  const line = (form === "html" ? htmlToLine(value) : value).replace(/\s+/g, " ").trim();
  return line === "" ? null : line;
}

function readContent(node: XmlNode): FeedContent {
  const type = node.attributes.type?.split(";")[0]?.trim().toLowerCase();
  if (hasElements(node)) return { form: "html", value: innerMarkup(withoutWrapper(node)) };
  const text = decodeBase64(node, type);
  if (isAtom(node) && type !== undefined && /^(?:text|text\/plain)$/.test(type))
    return { form: "text", value: text };
  // Atom's text without a type is plain; but many write tags into it all the same.
  return { form: /html/.test(type ?? "") || looksLikeHtml(text) ? "html" : "text", value: text };
}

function isAtom(node: XmlNode): boolean {
  return node.name.startsWith("atom:");
}

function decodeBase64(node: XmlNode, type: string | undefined): string {
  const text = textOf(node);
  const isBinary = isAtom(node) && type !== undefined && !TEXTUAL_TYPE.test(type);
  const isEncoded = node.attributes.mode?.toLowerCase() === "base64" || isBinary;
  return isEncoded && BASE64.test(text) ? Buffer.from(text, "base64").toString("utf8") : text;
}

/** XHTML in Atom stands in a `div` that is no part of it. */
function withoutWrapper(node: XmlNode): XmlNode {
  const elements = node.children.filter(isElement);
  const only = elements.length === 1 ? elements[0] : undefined;
  const isWrapper = only?.name === "xhtml:div" && node.attributes.type?.toLowerCase() === "xhtml";
  return isWrapper ? only : node;
}
