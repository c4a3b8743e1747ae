/**
 * Finds the article's text in a page. Each block is weighed by itself: prose counts for, lists of
 * links and scraps count against. The article is in the element whose blocks weigh most together;
 * of those, what the marks, the links or the words show to be furniture is left out.
 */
import { furnitureRule } from "../furniture.ts";
import { listBlocks, type Block } from "./blocks.ts";
import { isFurniture, isMarkedAsArticle, isNeverArticle } from "./furniture-elements.ts";
import { isPromotion } from "./promotions.ts";
import { contains, type ElementNode, type HtmlTree } from "./tree.ts";

export type BodyText = {
  blocks: Block[];
  /** All blocks of the page, the article's among them. */
  all: Block[];
  /** The element all of it is in; null where the page has no text. */
  container: ElementNode | null;
};

const MAX_LINK_SHARE = 0.5;
const MIN_PROSE_LENGTH = 80;
const MIN_SENTENCE_LENGTH = 35;
/** An element with this share of a page's prose is no furniture, whatever its marks say. */
const WHOLE_SHARE = 0.45;
const NEARLY_ALL = 0.9;
const SCRAP_COST = 15;
const TEXT_SCRAP_COST = 5;
const LINK_COST = 0.25;

export function findBody(tree: HtmlTree): BodyText {
  const blocks = listBlocks(tree);
  const prose = new Sums(tree, blocks, proseLength);
  const outside = findFurniture(tree, prose);
  const candidates = blocks.filter(({ element }) => !outside[element.order]);
  const weights = new Sums(tree, candidates, weigh);
  const container = chooseContainer(tree, weights);
  if (!container) return { blocks: [], all: blocks, container: null };
  const inside = candidates.filter(({ element }) => contains(container, element));
  return { blocks: chooseBlocks(inside), all: blocks, container };
}

/** How much of a block is prose: its length where it reads like sentences, else none. */
function proseLength(block: Block): number {
  return isProse(block) ? block.text.length : 0;
}

function isProse({ text, linkLength, kind }: Block): boolean {
  if (kind === "heading" || linkLength > text.length * MAX_LINK_SHARE) return false;
  if (text.length >= MIN_PROSE_LENGTH && /[\p{Ll}\p{Lo}]/u.test(text))
    return /[.!?…:;,。！？”"’')\]]/u.test(text);
  return text.length >= MIN_SENTENCE_LENGTH && /[.!?…。！？:]["”’')\]]*$/u.test(text);
}

function weigh(block: Block): number {
  if (isProse(block)) return Math.min(block.text.length, 600) * (1 - linkShare(block));
  if (block.kind === "heading") return -5;
  const isText = block.element.name === "p" || block.kind === "list-item";
  return -(isText ? TEXT_SCRAP_COST : SCRAP_COST) - Math.min(block.linkLength, 200) * LINK_COST;
}

function linkShare({ text, linkLength }: Block): number {
  return Math.min(1, linkLength / text.length);
}

/** For each element, by its order: is it, or is it within, furniture? */
function findFurniture({ elements }: HtmlTree, prose: Sums): boolean[] {
  const total = prose.total;
  const outside: boolean[] = [];
  for (const element of elements) {
    const inherited = element.parent ? (outside[element.parent.order] ?? false) : false;
    const share = prose.within(element) / total;
    outside[element.order] =
      inherited ||
      (isFurniture(element) && share <= (isNeverArticle(element) ? NEARLY_ALL : WHOLE_SHARE));
  }
  return outside;
}

/** The element whose blocks weigh most; of equals the innermost. */
function chooseContainer({ elements }: HtmlTree, weights: Sums): ElementNode | null {
  let best: ElementNode | null = null;
  let most = 0;
  for (const element of elements) {
    const weight = weights.within(element) * (isMarkedAsArticle(element) ? 1.1 : 1);
    if (weight < most || weight <= 0) continue;
    best = element;
    most = weight;
  }
  return best;
}

function chooseBlocks(blocks: Block[]): Block[] {
  const first = blocks.findIndex(isProse);
  const kept = blocks.filter(
    (block, i) => isKept(block) && (i >= first || block.element.name !== "h1"),
  );
  return kept.filter((block, i) => block.kind !== "heading" || isProseAhead(kept, i));
}

function isKept(block: Block): boolean {
  const { text, kind } = block;
  if (furnitureRule(text, true) || isPromotion(text)) return false;
  if (kind === "heading") return linkShare(block) < 0.8 && /\p{L}/u.test(text);
  if (isProse(block)) return true;
  if (linkShare(block) > MAX_LINK_SHARE) return false;
  return block.element.name === "p" || kind === "list-item" || kind === "preformatted";
}

/** A heading belongs to the text only when some text comes below it. */
function isProseAhead(blocks: Block[], at: number): boolean {
  return blocks.slice(at + 1, at + 4).some((block) => block.kind !== "heading");
}

/** Sums of a figure over the blocks within any element, each found at once. */
class Sums {
  readonly total: number;
  readonly #upTo: Float64Array;

  constructor({ elements }: HtmlTree, blocks: readonly Block[], figure: (block: Block) => number) {
    const at = new Float64Array(elements.length + 1);
    for (const block of blocks)
      at[block.element.order + 1] = (at[block.element.order + 1] ?? 0) + figure(block);
    for (let i = 1; i < at.length; i++) at[i] = (at[i] ?? 0) + (at[i - 1] ?? 0);
    this.#upTo = at;
    this.total = at.at(-1) ?? 0;
  }

  within({ order, endOrder }: ElementNode): number {
    return (this.#upTo[endOrder] ?? 0) - (this.#upTo[order] ?? 0);
  }
}
