/** The pictures of a page's article: what stands below them, and who took them. */
import { cleanText } from "#lib/text/clean.ts";
import { isObject, textOfKey, textsOf, valuesOf, type JsonObject } from "./json-ld.ts";
import type { Page } from "./page.ts";
import { cleanCredit, splitCaption } from "./picture-credits.ts";
import {
  closest,
  contains,
  descendants,
  isElement,
  isHidden,
  isUnseen,
  marksOf,
  type ElementNode,
  type HtmlNode,
  type HtmlTree,
} from "./tree.ts";

export type Picture = { caption: string | null; credit: string | null; rule: string };

const CAPTION_MARKS = /(?:^|[\s_-]|image|photo|media|fig)caption(?:[-_]?text)?/;
const CREDIT_MARKS =
  /(?:^|[\s_-])(?:credits?|copyright|photographer|attribution|distributor)(?![a-z])|(?:image|photo|picture|media|caption|fig)[-_]*(?:credit|copyright|source|author|byline)(?!-caption)/;
const OTHER_MARKS =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)|teasers?|promos?|sidebar|trending|latest|newsletters?|comments|author-bio|advert\w*)(?![a-z])/;
const BUTTONS =
  /^(?:view image in fullscreen|enlarge(?: image)?|open image.*|image|photo|hide caption|toggle caption|show caption|caption|expand|close|zoom|\d+ of \d+|\d+\s*\/\s*\d+)$/i;
const MAX_CAPTION_LENGTH = 1_000;
const MAX_PICTURES = 200;
const MAX_LINES = 3_000;

/** Every picture with a caption or a credit, in order; repeated ones once. */
export function findPictures(page: Page): Picture[] {
  const shown = [...fromHolders(page), ...fromLines(page)];
  const hasCredit = shown.some(({ credit }) => credit !== null);
  const found = hasCredit ? shown : [...shown, ...fromJsonLd(page)];
  const keys = new Set<string>();
  return found
    .filter(({ caption, credit }) => {
      const key = `${caption ?? ""}\n${credit ?? ""}`;
      return keys.has(key) ? false : Boolean(keys.add(key));
    })
    .slice(0, MAX_PICTURES);
}

function fromHolders({ tree, region }: Page): Picture[] {
  const holders: ElementNode[] = [];
  for (const element of descendants(tree, region)) {
    const last = holders.at(-1);
    if (last && contains(last, element)) continue;
    if (holders.length >= MAX_PICTURES) break;
    if (isHolder(tree, element) && !isOther(element, region)) holders.push(element);
  }
  return holders.flatMap((holder) => readHolder(tree, holder));
}

/** A figure, or outside of one an element marked as a caption or a credit. */
function isHolder(tree: HtmlTree, element: ElementNode): boolean {
  if (element.name === "figure" || element.name === "figcaption") {
    return !descendants(tree, element).some(({ name }) => name === "figure");
  }
  const marks = marksOf(element);
  return CAPTION_MARKS.test(marks) || (CREDIT_MARKS.test(marks) && element.name !== "a");
}

function isOther(element: ElementNode, region: ElementNode): boolean {
  const other = closest(element, (each) => {
    if (each.order <= region.order) return true;
    return each.name === "aside" || each.name === "footer" || OTHER_MARKS.test(marksOf(each));
  });
  return other !== null && other.order > region.order;
}

type Piece = { text: string; isCaption: boolean; isCredit: boolean };

function readHolder(tree: HtmlTree, holder: ElementNode): Picture[] {
  const caption = descendants(tree, holder).find(({ name }) => name === "figcaption");
  const all = piecesOf(holder);
  // A figure may hold a whole card; its caption is marked then.
  const pieces =
    caption || holder.name !== "figure" ? all : all.filter((p) => p.isCaption || p.isCredit);
  const firstCredit = pieces.findIndex(({ isCredit }) => isCredit);
  const join = (parts: Piece[]) => cleanText(parts.map(({ text }) => text).join(" "));
  if (firstCredit >= 0) {
    const rest = pieces
      .slice(firstCredit)
      .filter(({ isCaption, isCredit }) => isCredit || !isCaption);
    const before = join(pieces.slice(0, firstCredit));
    const credit = cleanCredit(join(rest));
    if (before.length > MAX_CAPTION_LENGTH) return [];
    if (credit)
      return [
        { caption: before.replace(/\s*[|(–—-]$/, "") || null, credit, rule: "credit-element" },
      ];
  }
  const text = join(pieces);
  if (text === "" || text.length > MAX_CAPTION_LENGTH) return [];
  const parts = splitCaption(text, true);
  if (!parts) return [{ caption: text, credit: null, rule: "figure-caption" }];
  return [{ ...parts, rule: "credit-in-caption" }];
}

/** The texts within an element, and whether each stands in what is marked as a caption or a credit. */
function piecesOf(holder: ElementNode): Piece[] {
  const pieces: Piece[] = [];
  const pending: { node: HtmlNode; isCaption: boolean; isCredit: boolean }[] = [
    { node: holder, isCaption: false, isCredit: false },
  ];
  while (pending.length > 0 && pieces.length < 200) {
    const { node, ...within } = pending.pop() as (typeof pending)[number];
    if (!isElement(node)) {
      const text = cleanText(node);
      if (text !== "" && !BUTTONS.test(text)) pieces.push({ text, ...within });
      continue;
    }
    if (isUnseen(node) || isHidden(node) || node.name === "button") continue;
    const marks = marksOf(node);
    const isCredit = CREDIT_MARKS.test(marks) && node !== holder ? true : within.isCredit;
    const isCaption =
      node.name === "figcaption" || CAPTION_MARKS.test(marks) ? true : within.isCaption;
    const own = isHolderCredit(holder, node) ? true : isCredit;
    for (let i = node.children.length - 1; i >= 0; i--) {
      pending.push({ node: node.children[i] as HtmlNode, isCaption, isCredit: own });
    }
  }
  return pieces;
}

/** An element marked as a credit that is no part of a caption is one as a whole. */
function isHolderCredit(holder: ElementNode, node: ElementNode): boolean {
  return node === holder && CREDIT_MARKS.test(marksOf(node)) && !CAPTION_MARKS.test(marksOf(node));
}

/** Lines of the article that are captions by their words: `… in Northtown. (AP Photo/Ada Brook)`. */
function fromLines({ body, region }: Page): Picture[] {
  const lines = body.all
    .slice(0, MAX_LINES)
    .filter(
      ({ text, element }) =>
        contains(region, element) && text.length <= MAX_CAPTION_LENGTH && !isOther(element, region),
    );
  return lines.flatMap(({ text }) => {
    const parts = splitCaption(text, false);
    // An agency's bare name may as well be the byline.
    const isTold = parts?.caption || (parts?.credit && parts.credit !== text);
    return parts?.credit && isTold ? [{ ...parts, rule: "credit-line" }] : [];
  });
}

function fromJsonLd({ articles }: Page): Picture[] {
  const images = articles.flatMap(({ image }) => valuesOf(image)).filter(isObject);
  return images.flatMap((image) => {
    const written = textOfKey(image, "caption");
    const parts = written === null ? null : splitCaption(cleanText(written), true);
    const credit = parts?.credit ?? creditOf(image);
    const caption = parts ? parts.caption : written;
    return credit ? [{ caption, credit, rule: "json-ld-image" }] : [];
  });
}

function creditOf(image: JsonObject): string | null {
  const written = [image.creditText, image.author, image.creator].flatMap((value) =>
    textsOf(value),
  );
  return written.map((text) => cleanCredit(cleanText(text))).find((text) => text !== null) ?? null;
}
