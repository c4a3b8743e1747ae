import type { StoryTextPart } from "#lib/stories/types.ts";

const CITATION = /\s?\[(\d{1,2})\]/g;

/**
 * The paragraphs of a step, where a blank line parts them. `[2]` becomes the second of its citations;
 * a number that none of them has stays text.
 */
export function toParagraphs(body: string, citationCount: number): StoryTextPart[][] {
  return body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .map((paragraph) => toParts(paragraph, citationCount));
}

function toParts(paragraph: string, citationCount: number): StoryTextPart[] {
  const parts: StoryTextPart[] = [];
  let at = 0;
  for (const match of paragraph.matchAll(CITATION)) {
    const citation = Number(match[1]);
    if (citation < 1 || citation > citationCount) continue;
    if (match.index > at) parts.push({ text: paragraph.slice(at, match.index) });
    parts.push({ citation });
    at = match.index + match[0].length;
  }
  if (at < paragraph.length) parts.push({ text: paragraph.slice(at) });
  return parts;
}
