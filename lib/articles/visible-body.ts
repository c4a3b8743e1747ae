import type { Paragraph, Rights } from "#lib/articles/types.ts";

/** What is commonly held to be a fair extract of a news article. */
export const EXTRACT_MAX_WORDS = 80;
const PARAGRAPH_BREAK = "\n\n";

export type VisibleBody = { paragraphs: Paragraph[]; isShortened: boolean };

/**
 * The part of a body that readers may see under its rights. An extract is whole paragraphs up to
 * 80 words, or the first 80 words of a longer first paragraph; metadata only is no text at all.
 */
export function visibleBody(body: string, rights: Rights): VisibleBody {
  const all = splitParagraphs(body);
  if (rights === "full_text") return { paragraphs: all, isShortened: false };
  const paragraphs = rights === "extract" ? firstParagraphs(all) : [];
  return { paragraphs, isShortened: textLength(paragraphs) < textLength(all) };
}

/** The paragraphs of a body with the place where each begins; blank ones are left out. */
export function splitParagraphs(body: string): Paragraph[] {
  let startsAt = 0;
  const paragraphs: Paragraph[] = [];
  for (const text of body.split(PARAGRAPH_BREAK)) {
    if (text.trim() !== "") paragraphs.push({ text, startsAt });
    startsAt += text.length + PARAGRAPH_BREAK.length;
  }
  return paragraphs;
}

function firstParagraphs(all: Paragraph[]): Paragraph[] {
  const shown: Paragraph[] = [];
  let wordCount = 0;
  for (const paragraph of all) {
    wordCount += paragraph.text.match(/\S+/g)?.length ?? 0;
    if (wordCount > EXTRACT_MAX_WORDS) break;
    shown.push(paragraph);
  }
  const [first] = all;
  if (shown.length > 0 || !first) return shown;
  return [{ ...first, text: firstWords(first.text, EXTRACT_MAX_WORDS) }];
}

function firstWords(text: string, count: number): string {
  const last = [...text.matchAll(/\S+/g)][count - 1];
  return last ? text.slice(0, last.index + last[0].length) : text;
}

function textLength(paragraphs: Paragraph[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
}
