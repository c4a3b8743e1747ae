/** A page with what it says of itself read once, for all that look for a field in it. */
import { buildTree } from "./build-tree.ts";
import { checkAgainst, declaredBlocks, declaredBody } from "./declared-body.ts";
import { findBody, type BodyText } from "./find-body.ts";
import { chooseArticles, choosePages, readJsonLd, type JsonObject } from "./json-ld.ts";
import { readMetaTags, type MetaTags } from "./meta-tags.ts";
import { readMicrodata, type MarkedValue } from "./microdata.ts";
import { closest, contains, type ElementNode, type HtmlTree } from "./tree.ts";

export type Page = {
  tree: HtmlTree;
  meta: MetaTags;
  /** The objects of the JSON-LD that are about the article, and about the page. */
  articles: JsonObject[];
  pages: JsonObject[];
  microdata: MarkedValue[];
  body: BodyText;
  /** The article with its headline, byline and pictures: around the body, as far as the headline. */
  region: ElementNode;
  /** The heading of the first order last before the body. */
  heading: ElementNode | null;
  /** Where the page was fetched from, when that is known. */
  url: string | null;
};

/** A value for a field, which rule found it, and how sure that rule is (0–1). */
export type Candidate<T = string> = { value: T; rule: string; confidence: number };

export function readPage(html: string, url: string | null = null): Page {
  const tree = buildTree(html);
  const objects = readJsonLd(tree);
  const articles = chooseArticles(objects);
  const body = checkedBody(findBody(tree), articles);
  const heading = headingOf(tree, body.container);
  return {
    tree,
    meta: readMetaTags(tree),
    articles,
    pages: choosePages(objects),
    microdata: readMicrodata(tree),
    body,
    heading,
    region: regionOf(tree, body.container, heading),
    url,
  };
}

/** What was found, unless the page's data give another text: then that, in the page's own blocks. */
function checkedBody(found: BodyText, articles: JsonObject[]): BodyText {
  const declared = declaredBody(articles);
  if (declared === null) return found;
  const blocks = checkAgainst(declared, found.blocks, found.all);
  if (blocks === found.blocks) return found;
  const [first] = blocks ?? [];
  if (!blocks || !first) return { ...found, blocks: declaredBlocks(declared, found) };
  return { ...found, blocks, container: first.element.parent };
}

function headingOf({ elements }: HtmlTree, container: ElementNode | null): ElementNode | null {
  const end = container?.endOrder ?? elements.length;
  return elements.findLast(({ name, order }) => name === "h1" && order < end) ?? null;
}

/** The smallest element that holds both the body and its heading. */
function regionOf(
  { root }: HtmlTree,
  container: ElementNode | null,
  heading: ElementNode | null,
): ElementNode {
  if (!container) return root;
  if (!heading) return container.parent ?? container;
  return closest(container, (element) => contains(element, heading)) ?? root;
}
