/** Finds the byline that a page shows: elements marked as one, else a line that begins with `By`. */
import { cleanText } from "#lib/text/clean.ts";
import { readBylineAfterBy, readNames, type BylineRun } from "../bylines.ts";
import type { Block } from "./blocks.ts";
import type { Author } from "./find-authors.ts";
import type { Page } from "./page.ts";
import { isShortName } from "../names.ts";
import { isLikelyName, isSiteName, splitNames, withoutLabel } from "./person-names.ts";
import { closest, isElement, isUnseen, marksOf, type ElementNode, type HtmlNode } from "./tree.ts";

const BYLINE_MARKS =
  /(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|writers?|reporters?|autor|auteur)(?![a-z])|byline|author-?name|authorname/;
const OTHER_MARKS =
  /comment|related|teaser|recommend|sidebar|widget|promo|latest|more-|trending|bio(?![a-z])|about|image|photo|avatar|credit|caption|social|share|follow|newsletter|date|time|quote/;
/** After these, names are of people who helped and did not write. */
const HELPERS =
  /\b(?:contributions?\b.{0,20}|contributing|contributed|edited|editing|reviewed|fact[- ]checked|updated|additional|photographs?|photos?|illustrations?|translated|medically reviewed)\b.*$/isu;
const LEADING_JOINT = /^(?:and|with|&|,|\||•)\s+/i;
/** The text's last line may credit it: `Reporting by The Associated Press.` */
const CLOSING = /^(?:reporting|written|story|text|words|with reporting) by /i;
/** What is longer is the text itself. */
const MIN_TEXT_LENGTH = 100;
const MAX_LINES_ABOVE = 6;
const MAX_BYLINE_LENGTH = 240;
const MAX_LINE_LENGTH = 160;
const MAX_MARKED = 1_000;
const MAX_ALIKE = 20;
const MAX_STEPS = 1_000;
const MAX_ELEMENTS = 200;

/** The authors that the page shows, or none where it shows none that reads like names. */
export function findVisibleAuthors(page: Page): Author[] {
  const marked = markedElements(page);
  for (const element of marked) {
    const authors = authorsIn(element, page);
    if (authors.length === 0) continue;
    // Several authors may have an element each, alike and near.
    const alike = marked.filter(
      (other) =>
        marksOf(other) === marksOf(element) && other.parent?.parent === element.parent?.parent,
    );
    return uniqueAuthors([
      ...authors,
      ...alike.slice(0, MAX_ALIKE).flatMap((other) => authorsIn(other, page)),
    ]);
  }
  return authorsOfLine(page);
}

function markedElements({ tree, region, heading, body }: Page): ElementNode[] {
  const start = heading?.order ?? region.order;
  const elements = tree.elements
    .slice(region.order, region.endOrder)
    .filter(isMarked)
    .slice(0, MAX_MARKED)
    .filter((element) => !isOther(element, region));
  // Most bylines stand between headline and text; some above, some below the text.
  const end = body.blocks[0]?.order ?? region.endOrder;
  const rank = ({ order }: ElementNode) =>
    order >= start && order <= end ? 0 : order < start ? 1 : 2;
  return elements.sort((a, b) => rank(a) - rank(b) || a.order - b.order).slice(0, MAX_ELEMENTS);
}

function isMarked(element: ElementNode): boolean {
  const { attributes, name } = element;
  if (name === "a" && /\bauthor\b/.test(attributes.rel ?? "")) return true;
  if (/^(?:author|creator)$/i.test(attributes.itemprop ?? "")) return true;
  if (
    name === "a" &&
    /\/(?:authors?|writers?|staff|contributors?|reporters?|profile|by|people)\/./.test(
      attributes.href ?? "",
    )
  )
    return true;
  const marks = `${marksOf(element)} ${attributes["data-testid"] ?? ""}`.toLowerCase();
  return BYLINE_MARKS.test(marks) && name !== "body" && name !== "article" && name !== "main";
}

function isOther(element: ElementNode, region: ElementNode): boolean {
  const other = closest(element, (each) => {
    if (each.order <= region.order) return true;
    const marks = marksOf(each).replace(
      /by-?line|author[-_]?(?:date|time|image|photo|social)[\w-]*/g,
      "",
    );
    return (
      each.name === "aside" ||
      each.name === "footer" ||
      each.name === "figure" ||
      (OTHER_MARKS.test(marks) && !isMarkedName(each))
    );
  });
  return other !== null && other.order > region.order;
}

/** `byline__author-date` and the like hold both a name and something else. */
function isMarkedName(element: ElementNode): boolean {
  return /by-?line|author-?name/.test(marksOf(element));
}

function authorsIn(element: ElementNode, page: Page): Author[] {
  const segments = segmentsOf(element);
  const whole = cleanText(segments.join(" "));
  if (whole === "" || whole.length > MAX_BYLINE_LENGTH) return [];
  const helpers = HELPERS.exec(whole);
  const allowed = helpers ? whole.slice(0, helpers.index) : whole;
  const authors = segments
    .filter((segment) => allowed.includes(segment.slice(0, 40)))
    .flatMap((segment) => namesIn(segment));
  return uniqueAuthors(authors.filter(({ name }) => !isSiteName(name, page) && isLikelyName(name)));
}

function namesIn(segment: string): Author[] {
  const plain = cleanText(segment).replace(HELPERS, "").replace(LEADING_JOINT, "");
  const text = cleanText(withoutLabel(plain));
  return toAuthors(text.length > MAX_LINE_LENGTH ? null : readNames({ text, base: 0 }, 0, true));
}

/** `By Ada Brook and Jo Dene` as a line by itself: below the headline, or the text's first or last. */
function authorsOfLine(page: Page): Author[] {
  const { body, region } = page;
  const last = body.blocks.at(-1)?.order ?? 0;
  const below = body.all.filter(({ order }) => order >= last && order < region.endOrder);
  const lines = [...linesAbove(page), ...below]
    .filter(({ text }) => text.length <= MAX_LINE_LENGTH)
    .map(({ text }) => text.replace(/\.$/, ""));
  const found = [
    ...lines.map((text) => toAuthors(readBylineAfterBy({ text, base: 0 }, 0))),
    ...lines
      .filter((text) => CLOSING.test(text))
      .map((text) => splitNames(text.replace(CLOSING, "")).map((name) => ({ name }))),
  ];
  return firstLikely(found, page);
}

/** A name that stands alone above the text, where nothing else says who wrote it. */
export function findNameLine(page: Page): Author[] {
  const names = linesAbove(page)
    .slice(-MAX_LINES_ABOVE)
    .filter(({ text, kind }) => kind === "paragraph" && isShortName(text))
    .map(({ text }) => [{ name: text }]);
  return firstLikely(names, page);
}

/** The lines between headline and text, the text's first line included. */
function linesAbove({ body, heading, region }: Page): Block[] {
  const start = heading?.order ?? region.order;
  const first = body.blocks.find(({ text }) => text.length >= MIN_TEXT_LENGTH)?.order ?? 0;
  return body.all.filter(({ order }) => order >= start && order < first);
}

function firstLikely(found: Author[][], page: Page): Author[] {
  const likely = found.map((authors) =>
    authors.filter(({ name }) => !isSiteName(name, page) && isLikelyName(name)),
  );
  return uniqueAuthors(likely.find((authors) => authors.length > 0) ?? []);
}

function toAuthors(run: BylineRun | null): Author[] {
  return (run?.elements ?? []).flatMap((element) => {
    if (element.kind !== "byline") return [];
    const { name, role } = element.byline;
    return splitNames(name.value).map((each) =>
      role ? { name: each, role: role.value } : { name: each },
    );
  });
}

/** The texts within an element, each as its own markup holds it. */
function segmentsOf(element: ElementNode): string[] {
  const segments: string[] = [];
  const pending: HtmlNode[] = [element];
  for (let steps = 0; pending.length > 0 && segments.length < 60 && steps < MAX_STEPS; steps++) {
    const node = pending.pop() as HtmlNode;
    if (isElement(node)) {
      if (!isUnseen(node))
        for (let i = node.children.length - 1; i >= 0; i--)
          pending.push(node.children[i] as HtmlNode);
    } else if (cleanText(node) !== "") segments.push(cleanText(node));
  }
  return segments;
}

export function uniqueAuthors(authors: Author[]): Author[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
