/** The body: paragraphs, sub-headings and list items, and what of the page stands between them. */
import { countWords, endsLikeSentence } from "#lib/text/sentences.ts";
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { furnitureRule } from "./furniture.ts";
import type { Line } from "./layout.ts";
import { readPictureLine } from "./pictures.ts";
import type { Found } from "./types.ts";

export type Body = { paragraphs: Found<string>[]; elements: HeaderElement[] };

const MAX_SUB_HEADING_WORDS = 14;
const MAX_RELATED_LINES = 12;

/**
 * The paragraphs of the lines after the header. `onPage` says that the text was copied from a page,
 * so that a line such as "Save" or "Photograph: …" may be the page's; in clean text it is a paragraph.
 */
export function readBody(lines: Line[], onPage: boolean): Body {
  const paragraphs: Found<string>[] = [];
  const elements: HeaderElement[] = [];
  let relatedLeft = 0;
  for (const line of lines) {
    const stretch = { text: line.text, base: line.start };
    const rule = furnitureRule(line.text, onPage);
    const aside = rule === null ? readAside(stretch, onPage) : [furniture(stretch, rule)];
    if (aside) {
      elements.push(...aside);
      if (rule === "related") relatedLeft = MAX_RELATED_LINES;
    } else if (relatedLeft > 0 && isLinkText(line)) {
      relatedLeft--;
      elements.push(furniture(stretch, "related-link"));
    } else {
      relatedLeft = 0;
      const paragraph = foundIn(stretch, 0, line.text.length, paragraphRule(line), 0.9);
      // A line of nothing but marks and controls is left to be shown as unused.
      if (/\S/.test(paragraph.value)) paragraphs.push(paragraph);
    }
  }
  return { paragraphs, elements };
}

function readAside(stretch: Stretch, onPage: boolean): HeaderElement[] | null {
  if (onPage) return readPictureLine(stretch);
  return /^image (?:source|caption|credit)\s*[,:]/i.test(stretch.text)
    ? readPictureLine(stretch)
    : null;
}

function furniture(stretch: Stretch, rule: string): HeaderElement {
  return { kind: "furniture", found: foundIn(stretch, 0, stretch.text.length, rule, 0.85) };
}

function isLinkText({ text }: Line): boolean {
  return !endsLikeSentence(text) && countWords(text.slice(0, 400)) <= 16;
}

function paragraphRule({ text, mark }: Line): string {
  if (mark === "list-item") return "list-item";
  if (mark === "heading") return "sub-heading";
  const short = text.length < 120 && countWords(text) <= MAX_SUB_HEADING_WORDS;
  return short && /^[\p{Lu}\p{N}“‘"']/u.test(text) && /[\p{L}\p{N}?’']$/u.test(text)
    ? "sub-heading"
    : "paragraph";
}
