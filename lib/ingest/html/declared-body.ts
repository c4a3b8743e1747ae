/** The article's text as a page's JSON-LD gives it, for where the page itself shows it late or not at all. */
import { cleanText } from "#lib/text/clean.ts";
import type { Block } from "./blocks.ts";
import type { BodyText } from "./find-body.ts";
import type { JsonObject } from "./json-ld.ts";
import { buildTree } from "./build-tree.ts";
import { textOf } from "./tree.ts";

const MIN_LENGTH = 400;
const SHINGLE_WORDS = 5;
/** Below this share of the declared text the blocks chosen are of something else. */
const MIN_SHARE_FOUND = 0.5;
const MIN_SHARE_IN_BLOCK = 0.6;

/** The longest `articleBody` of the page's articles, tags taken out; null where there is none. */
export function declaredBody(articles: readonly JsonObject[]): string | null {
  const bodies = articles.flatMap(({ articleBody }) =>
    typeof articleBody === "string" ? [articleBody] : [],
  );
  const longest = bodies.sort((a, b) => b.length - a.length)[0] ?? "";
  const text = /<\w|&\w+;/.test(longest) ? textOf(buildTree(longest).root) : longest;
  return text.length >= MIN_LENGTH ? text : null;
}

/**
 * The blocks chosen, where they hold at least half of what is declared; else those of the page's
 * blocks that do, and, where those do not either, null.
 */
export function checkAgainst(declared: string, chosen: Block[], all: Block[]): Block[] | null {
  const wanted = new Set(shinglesOf(declared));
  if (shareFound(wanted, chosen) >= MIN_SHARE_FOUND) return chosen;
  const matching = all.filter(({ text }) => {
    const shingles = shinglesOf(text);
    const inside = shingles.filter((shingle) => wanted.has(shingle)).length;
    return shingles.length > 0 && inside / shingles.length >= MIN_SHARE_IN_BLOCK;
  });
  return shareFound(wanted, matching) >= MIN_SHARE_FOUND ? matching : null;
}

/** The declared text as blocks of its own, placed where the body stands or would stand. */
export function declaredBlocks(declared: string, { container, all }: BodyText): Block[] {
  const element = container ?? all.at(-1)?.element;
  if (!element) return [];
  const texts = declared.split(/\n+/).map(cleanText).filter(Boolean);
  const { order } = element;
  return texts.map((text) => ({
    text,
    kind: "paragraph",
    element,
    order,
    linkLength: 0,
    stressedLength: 0,
  }));
}

function shareFound(wanted: Set<string>, blocks: readonly Block[]): number {
  const found = new Set(blocks.flatMap(({ text }) => shinglesOf(text)));
  const shared = [...wanted].filter((shingle) => found.has(shingle)).length;
  return wanted.size === 0 ? 1 : shared / wanted.size;
}

function shinglesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < SHINGLE_WORDS) return [];
  return words.slice(SHINGLE_WORDS - 1).map((_, i) => words.slice(i, i + SHINGLE_WORDS).join(" "));
}
