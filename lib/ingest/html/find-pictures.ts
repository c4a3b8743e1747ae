/** The pictures of a page's article: what stands below them, and who took them. */
import { cleanText } from "#lib/text/clean.ts";
import { isStandaloneCredit } from "../outlets.ts";
import { readPictureLine } from "../pictures.ts";
import type { Page } from "./page.ts";
import {
  contains,
  descendants,
  isUnseen,
  marksOf,
  textOf,
  type ElementNode,
  type HtmlTree,
} from "./tree.ts";

export type Picture = { caption: string | null; credit: string | null; rule: string };

const CAPTION_MARKS = /(?:^|[\s_-]|image|photo|media|fig)caption(?:[-_]?text)?/;
const CREDIT_MARKS =
  /(?:credit|copyright|photographer|attribution|(?:image|photo|media|caption|fig)[-_]*(?:source|author|byline))/;
const MAX_CAPTION_LENGTH = 1_000;

export function findPictures(page: Page): Picture[] {
  const { tree, region } = page;
  const holders: ElementNode[] = [];
  for (const element of descendants(tree, region)) {
    if (holders.some((holder) => contains(holder, element))) continue;
    if (element.name === "figcaption" || CAPTION_MARKS.test(marksOf(element))) {
      const figure = element.name === "figcaption" && element.parent ? element.parent : element;
      holders.push(figure.name === "figure" ? figure : element);
    } else if (
      element.name === "figure" &&
      !descendants(tree, element).some(({ name }) => name === "figure")
    )
      holders.push(element);
  }
  return holders.flatMap((holder) => readHolder(tree, holder));
}

function readHolder(tree: HtmlTree, holder: ElementNode): Picture[] {
  const inner = descendants(tree, holder);
  const creditElement = inner.find(
    (element) => CREDIT_MARKS.test(marksOf(element)) && textOf(element).trim() !== "",
  );
  const captionElement =
    inner.find(({ name }) => name === "figcaption") ??
    inner.find((element) => element !== creditElement && CAPTION_MARKS.test(marksOf(element))) ??
    (CAPTION_MARKS.test(marksOf(holder)) ? holder : null);
  const text = captionElement
    ? cleanText(textOf(captionElement, (e) => e === creditElement || isUnseen(e)))
    : "";
  if (text.length > MAX_CAPTION_LENGTH) return [];
  const ownCredit = creditElement ? cleanCredit(cleanText(textOf(creditElement))) : null;
  if (ownCredit) return [{ caption: text || null, credit: ownCredit, rule: "credit-element" }];
  return text === "" ? [] : [splitCaption(text)];
}

function splitCaption(text: string): Picture {
  if (isStandaloneCredit(text)) return { caption: null, credit: text, rule: "credit-line" };
  const elements = readPictureLine({ text, base: 0 }) ?? [];
  const valueOf = (kind: string) => {
    const found = elements.find((element) => element.kind === kind);
    return found && "found" in found ? found.found.value : null;
  };
  const credit = valueOf("credit");
  if (credit)
    return { caption: valueOf("caption"), credit: cleanCredit(credit), rule: "credit-in-caption" };
  return { caption: text, credit: null, rule: "figure-caption" };
}

/** A credit without its label and brackets. */
export function cleanCredit(text: string): string | null {
  const credit = text
    .replace(/^[\s(\[|–—-]+|[\s)\]|.–—-]+$/g, "")
    .replace(
      /^(?:(?:photo(?:graph)?|picture|image|illustration|video)s?\s*(?:credit|source|courtesy(?: of)?)?\s*(?:by\b|:|courtesy of)|credits?\s*:?|source\s*:|copyright\s*:?|©|\(c\))\s*:?\s*/i,
      "",
    )
    .trim();
  return credit !== "" && credit.length <= 120 ? credit : null;
}
