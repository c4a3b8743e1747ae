/** Where an entry stands on the web. */
import type { XmlNode } from "../xml/xml-tree.ts";
import { childrenNamed, textOf } from "../xml/xml-text.ts";

const MAX_URL_LENGTH = 4_000;

/** The page of an entry or a feed: its address as the outlet gives it, absolute where that can be had. */
export function linkOf(node: XmlNode, documentUrl: string | undefined): string | null {
  const isAtom = node.name.startsWith("atom:");
  const found =
    writtenLink(node, "feedburner:origlink") ??
    // In RSS a link of Atom's stands beside the feed's own, which is the page.
    (isAtom ? atomLink(node) : writtenLink(node, "link")) ??
    permalink(node) ??
    atomLink(node) ??
    writtenLink(node, "atom:link") ??
    attributeLink(node);
  return found && resolve(found.value, found.node, documentUrl);
}

type Link = { value: string; node: XmlNode } | null;

function writtenLink(node: XmlNode, name: string): Link {
  for (const child of childrenNamed(node, name)) {
    const value = textOf(child).trim() || (child.attributes.href?.trim() ?? "");
    if (value !== "") return { value, node: child };
  }
  return null;
}

/** Atom's link to the page itself: of several the one to HTML, else the first. */
function atomLink(node: XmlNode): Link {
  const links = childrenNamed(node, "atom:link", "link").filter(
    ({ attributes }) =>
      attributes.href?.trim() && /^(?:.*[/])?alternate$/i.test(attributes.rel ?? "alternate"),
  );
  const isPage = ({ attributes }: XmlNode) => /html/i.test(attributes.type ?? "html");
  const link = links.find(isPage) ?? links[0];
  return link ? { value: link.attributes.href?.trim() ?? "", node: link } : null;
}

function permalink(node: XmlNode): Link {
  const [guid] = childrenNamed(node, "guid");
  if (!guid || guid.attributes.ispermalink?.toLowerCase() === "false") return null;
  const value = textOf(guid).trim();
  return /^https?:\/\/\S+$/i.test(value) ? { value, node: guid } : null;
}

/** In RDF an item is known by its address, and in CDF it has it as an attribute. */
function attributeLink(node: XmlNode): Link {
  const about = Object.keys(node.attributes).find((name) => name.endsWith(":about"));
  const value = (node.attributes.href ?? node.attributes[about ?? ""])?.trim() ?? "";
  return /^https?:/i.test(value) ? { value, node } : null;
}

function resolve(value: string, node: XmlNode, documentUrl: string | undefined): string {
  const address = value.slice(0, MAX_URL_LENGTH);
  if (URL.canParse(address)) return address;
  let bases: string[] = [];
  for (let at: XmlNode | null = node; at; at = at.parent) {
    const base = at.attributes["xml:base"];
    if (base) bases = [...bases, base];
  }
  let base = documentUrl;
  for (const inner of bases.reverse()) {
    if (URL.canParse(inner, base)) base = new URL(inner, base).href;
  }
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
