import type { SceneNode } from "#lib/timeline/scene-node.ts";

const SVG = "http://www.w3.org/2000/svg";

type Drawn = {
  element: SVGElement;
  node: SceneNode;
  children: Map<string, Drawn>;
};

/**
 * Keeps the children of an element as a list of nodes says: what has the same key stays the same
 * element, and only attributes that differ are set, since a picture that moves is drawn at each frame.
 */
export function nodeDrawer(root: SVGElement): (nodes: readonly SceneNode[]) => void {
  let drawn = new Map<string, Drawn>();
  return (nodes) => {
    drawn = drawChildren(root, drawn, nodes);
  };
}

function drawChildren(
  parent: SVGElement,
  before: Map<string, Drawn>,
  nodes: readonly SceneNode[],
): Map<string, Drawn> {
  const after = new Map<string, Drawn>();
  for (const node of nodes) after.set(node.key, update(before.get(node.key), node));
  for (const [key, { element }] of before) if (!after.has(key)) element.remove();
  let at = parent.firstChild;
  for (const { element } of after.values()) {
    if (element === at) at = at.nextSibling;
    else parent.insertBefore(element, at);
  }
  return after;
}

function update(before: Drawn | undefined, node: SceneNode): Drawn {
  const isSame = before?.node.tag === node.tag;
  const element = isSame ? before.element : document.createElementNS(SVG, node.tag);
  const old = isSame ? before.node : null;
  for (const [name, value] of Object.entries(node.attributes)) {
    if (old?.attributes[name] === value) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
  for (const name of Object.keys(old?.attributes ?? {}))
    if (!(name in node.attributes)) element.removeAttribute(name);
  if (node.text !== undefined) {
    if (old?.text !== node.text) element.textContent = node.text;
    return { element, node, children: new Map() };
  }
  const children = isSame ? before.children : new Map<string, Drawn>();
  return { element, node, children: drawChildren(element, children, node.children ?? []) };
}
