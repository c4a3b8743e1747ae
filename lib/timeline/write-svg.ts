import type { SceneNode } from "#lib/timeline/scene-node.ts";

/** Nearly all there is, and quickly told. */
const PLAIN = /^[^&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/;
const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Nodes as SVG text. Whatever text or value they carry stays text. */
export function writeNodes(nodes: readonly SceneNode[]): string {
  return nodes.map(writeNode).join("");
}

function writeNode({ tag, attributes, text, children = [] }: SceneNode): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join("");
  return `<${tag}${written}>${text === undefined ? writeNodes(children) : escapeXml(text)}</${tag}>`;
}

/** Text that can stand in XML, between tags and in quotes. What no XML may hold is left out. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
