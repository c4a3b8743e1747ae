/** A page as a tree: plain data, without behaviour, scripts or styles. */

export type ElementNode = {
  /** In small letters. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: ElementNode | null;
  readonly children: HtmlNode[];
  /** Its place among all elements, in the order of the document. */
  readonly order: number;
  /** The place after its last descendant, so that those are `elements.slice(order + 1, endOrder)`. */
  endOrder: number;
};
/** Text has its character references resolved. */
export type HtmlNode = ElementNode | string;

export type HtmlTree = {
  root: ElementNode;
  /** Every element in the order of the document, the root first. */
  elements: ElementNode[];
};

const BLOCK_NAMES = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
  footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre
  search section select summary table tbody td tfoot th thead title tr ul #document`.split(/\s+/),
);
/** What is never seen as text on a page. */
const UNSEEN_NAMES = new Set(
  `script style noscript template svg math head iframe object embed canvas audio video map datalist
  noframes noembed select textarea input meta link title`.split(/\s+/),
);

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export function isElement(node: HtmlNode): node is ElementNode {
  return typeof node !== "string";
}

/** True for elements that begin a line of their own. */
export function isBlock(element: ElementNode): boolean {
  return BLOCK_NAMES.has(element.name);
}

/** True for elements whose content is no text of the page. */
export function isUnseen(element: ElementNode): boolean {
  return UNSEEN_NAMES.has(element.name);
}

/** True for an element that is not shown until something is done. */
export function isHidden({ attributes, name }: ElementNode): boolean {
  if (name === "body" || name === "html") return false;
  return attributes.hidden !== undefined || HIDDEN_STYLE.test(attributes.style ?? "");
}

/** The elements within one, in order. */
export function descendants(tree: HtmlTree, element: ElementNode): ElementNode[] {
  return tree.elements.slice(element.order + 1, element.endOrder);
}

export function contains(outer: ElementNode, inner: ElementNode): boolean {
  return outer.order <= inner.order && inner.order < outer.endOrder;
}

/** The nearest of the element and its ancestors that fits, or null. */
export function closest(
  element: ElementNode | null,
  fits: (element: ElementNode) => boolean,
): ElementNode | null {
  for (let at = element; at; at = at.parent) if (fits(at)) return at;
  return null;
}

/** Class and id of an element as one text, in small letters, `storyBody` as `story-body`. */
export function marksOf({ attributes }: ElementNode): string {
  return `${attributes.class ?? ""} ${attributes.id ?? ""}`
    .replace(/(?<=[a-z])(?=[A-Z])/g, "-")
    .toLowerCase();
}

const MAX_TEXT_LENGTH = 200_000;

/**
 * The visible text within an element, white space as it stands, with a line break around blocks.
 * Elements that `isSkipped` names are left out. Does not recurse.
 */
export function textOf(
  element: ElementNode,
  isSkipped: (element: ElementNode) => boolean = isUnseen,
  maxLength = MAX_TEXT_LENGTH,
): string {
  const pieces: string[] = [];
  let length = 0;
  const pending: HtmlNode[] = element.children.slice(0, maxLength).reverse();
  // Elements without text count too, so that asking for little never takes long.
  for (let steps = 0; pending.length > 0 && length < maxLength && steps < maxLength; steps++) {
    const node = pending.pop() as HtmlNode;
    if (!isElement(node)) {
      pieces.push(node);
      length += node.length;
      continue;
    }
    if (isSkipped(node)) continue;
    const edge = node.name === "br" || isBlock(node) ? "\n" : "";
    if (edge) pieces.push(edge);
    if (edge && node.children.length > 0) pending.push(edge);
    const last = Math.min(node.children.length, maxLength) - 1;
    for (let i = last; i >= 0; i--) pending.push(node.children[i] as HtmlNode);
  }
  return pieces.join("");
}
