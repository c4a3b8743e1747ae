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

/** Sets the size of a drawing, if it is another one: the browser would lay out all of it again. */
export function setViewBox(svg: SVGSVGElement, width: number, height: number): void {
  const box = `0 0 ${width} ${height}`;
  if (svg.getAttribute("viewBox") !== box) svg.setAttribute("viewBox", box);
}

function drawChildren(
  parent: SVGElement,
  before: Map<string, Drawn>,
  nodes: readonly SceneNode[],
): Map<string, Drawn> {
  const after = new Map<string, Drawn>();
  for (const node of nodes) after.set(node.key, drawNode(before.get(node.key), node));
  for (const [key, { element }] of before)
    if (after.get(key)?.element !== element) element.remove();
  let at = parent.firstChild;
  for (const { element } of after.values()) {
    if (element === at) at = at.nextSibling;
    else parent.insertBefore(element, at);
  }
  return after;
}

function drawNode(before: Drawn | undefined, node: SceneNode): Drawn {
  const kept = before?.node.tag === node.tag ? before : null;
  const element = kept?.element ?? document.createElementNS(SVG, node.tag);
  setAttributes(element, node.attributes, kept?.node.attributes ?? {});
  if (node.text !== undefined) {
    if (kept?.node.text !== node.text) element.textContent = node.text;
    return { element, node, children: new Map() };
  }
  const children = kept?.children ?? new Map<string, Drawn>();
  return { element, node, children: drawChildren(element, children, node.children ?? []) };
}

function setAttributes(
  element: SVGElement,
  wanted: SceneNode["attributes"],
  present: SceneNode["attributes"],
): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (present[name] === value) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
  for (const name of Object.keys(present)) if (!(name in wanted)) element.removeAttribute(name);
}
