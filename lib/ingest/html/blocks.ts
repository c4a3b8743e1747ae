/** A page's text as blocks: what stands between two line breaks that the markup makes. */
import { cleanText } from "#lib/text/clean.ts";
import {
  isBlock,
  isElement,
  isUnseen,
  type ElementNode,
  type HtmlNode,
  type HtmlTree,
} from "./tree.ts";

export type BlockKind = "paragraph" | "heading" | "list-item" | "cell" | "preformatted";

export type Block = {
  text: string;
  kind: BlockKind;
  /** The nearest block element around it. */
  element: ElementNode;
  /** Where it begins among the elements of the page. */
  order: number;
  /** Characters of it that are links. */
  linkLength: number;
  /** Characters of it that are bold or in italics. */
  stressedLength: number;
};

const KIND_BY_NAME: Record<string, BlockKind> = {
  li: "list-item",
  dd: "list-item",
  dt: "list-item",
  td: "cell",
  th: "cell",
  pre: "preformatted",
};
const STRESSED = new Set(["b", "strong", "em", "i", "u"]);

/** The blocks of a page in order; text within elements that hold no text is left out. */
export function listBlocks({ root }: HtmlTree): Block[] {
  const walk = new BlockWalk(root);
  const pending: (HtmlNode | { leave: ElementNode })[] = [root];
  while (pending.length > 0) {
    const node = pending.pop() as HtmlNode | { leave: ElementNode };
    if (typeof node !== "string" && "leave" in node) walk.leave(node.leave);
    else if (!isElement(node)) walk.text(node);
    else if (!isUnseen(node)) {
      walk.enter(node);
      pending.push({ leave: node });
      for (let i = node.children.length - 1; i >= 0; i--)
        pending.push(node.children[i] as HtmlNode);
    }
  }
  return walk.blocks;
}

class BlockWalk {
  readonly blocks: Block[] = [];
  readonly #open: ElementNode[];
  #pieces: string[] = [];
  #order = 0;
  #links = 0;
  #stresses = 0;
  #linkLength = 0;
  #stressedLength = 0;
  #breaks = 0;

  constructor(root: ElementNode) {
    this.#open = [root];
  }

  enter(element: ElementNode): void {
    if (element.name === "br") {
      // One break is a line of an address or a verse; two are a paragraph.
      if (++this.#breaks > 1) this.#flush();
      else this.#pieces.push(" ");
      return;
    }
    if (isBlock(element)) {
      this.#flush();
      this.#open.push(element);
    }
    if (element.name === "a") this.#links++;
    if (STRESSED.has(element.name)) this.#stresses++;
    if (this.#pieces.length === 0) this.#order = element.order;
  }

  leave(element: ElementNode): void {
    if (element.name === "a") this.#links--;
    if (STRESSED.has(element.name)) this.#stresses--;
    if (!isBlock(element)) return;
    this.#flush();
    this.#open.pop();
    this.#order = element.order;
  }

  text(text: string): void {
    if (text.trim() !== "") this.#breaks = 0;
    this.#pieces.push(text);
    const length = cleanText(text).length;
    if (this.#links > 0) this.#linkLength += length;
    if (this.#stresses > 0) this.#stressedLength += length;
  }

  #flush(): void {
    const text = cleanText(this.#pieces.join(""));
    const element = this.#open.at(-1) as ElementNode;
    if (text !== "") {
      this.blocks.push({
        text,
        kind: kindOf(element),
        element,
        order: Math.max(this.#order, element.order),
        linkLength: this.#linkLength,
        stressedLength: this.#stressedLength,
      });
    }
    this.#pieces = [];
    this.#order = element.order;
    this.#linkLength = 0;
    this.#stressedLength = 0;
    this.#breaks = 0;
  }
}

/** A paragraph within a list item is a list item, and within a cell a paragraph of its own. */
function kindOf(element: ElementNode): BlockKind {
  for (let at: ElementNode | null = element, steps = 0; at && steps < 3; at = at.parent, steps++) {
    if (/^h[1-6]$/.test(at.name)) return "heading";
    const kind = KIND_BY_NAME[at.name];
    if (kind && (kind !== "cell" || at === element)) return kind;
  }
  return "paragraph";
}
