/** What stands in an element: as text, as markup, and by which of its children. */
import { escapeText } from "entities";
import type { XmlNode } from "./xml-tree.ts";

const MAX_RECURSION = 250;

export function isElement(child: XmlNode | string): child is XmlNode {
  return typeof child !== "string";
}

/** The children of these names, in the order of the names first, then of the document. */
export function childrenNamed(node: XmlNode, ...names: string[]): XmlNode[] {
  return names.flatMap((name) =>
    node.children.filter((child): child is XmlNode => isElement(child) && child.name === name),
  );
}

/** Every element of these names within one, in the order of the document. */
export function descendantsNamed(node: XmlNode, ...names: string[]): XmlNode[] {
  const found: XmlNode[] = [];
  const visit = (at: XmlNode) => {
    for (const child of at.children) {
      if (!isElement(child)) continue;
      if (names.includes(child.name)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

/** The text in an element and in all within it, as written. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (isElement(child) ? textOf(child) : child)).join("");
}

/** True when there is an element in it, not only text. */
export function hasElements(node: XmlNode): boolean {
  return node.children.some(isElement);
}

/** The inside of an element as HTML: prefixes dropped, letters that are marks escaped. */
export function innerMarkup(node: XmlNode, depth = 0): string {
  if (depth > MAX_RECURSION) return escapeText(textOf(node));
  return node.children
    .map((child) => (isElement(child) ? outerMarkup(child, depth) : escapeText(child)))
    .join("");
}

function outerMarkup(node: XmlNode, depth: number): string {
  const name = node.written.slice(node.written.indexOf(":") + 1).toLowerCase();
  const attributes = Object.entries(node.attributes)
    .filter(([attribute]) => !attribute.startsWith("xmlns"))
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  const isVoid = node.children.length === 0 && /^(?:br|hr|img|wbr)$/.test(name);
  return isVoid
    ? `<${name}${attributes}>`
    : `<${name}${attributes}>${innerMarkup(node, depth + 1)}</${name}>`;
}

/** The value of an attribute on the element or the nearest around it, such as `xml:lang`. */
export function inheritedAttribute(node: XmlNode, name: string): string | undefined {
  for (let at: XmlNode | null = node; at; at = at.parent) {
    const value = at.attributes[name];
    if (value !== undefined) return value;
  }
  return undefined;
}
