/** What of a Markdown original is words, and what is marks. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { frontmatter } from "micromark-extension-frontmatter";
import { FILLER } from "#lib/text/clean.ts";
import type { MarkedSpan, Span } from "./types.ts";

type MarkdownNode = {
  type: string;
  value?: string;
  alt?: string | null;
  children?: MarkdownNode[];
  position?:
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
};

type MaskedMarkdown = { masked: string; marks: MarkedSpan[]; frontMatter: Span | null };

/** Text made of nothing but marks takes the parser up to 15 s a megabyte. */
const MAX_MARKDOWN_CHARACTERS = 250_000;
const MAX_MARKS_IN_BLOCK = 1000;
const MAX_NESTING_CHARACTERS = 120;
const MAX_NESTED_LINES = 4000;
const FRONT_MATTER_FENCE_LENGTH = 4; // `---` and its line break
const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&nbsp;": "\u00A0",
  "&rsquo;": "’",
  "&lsquo;": "‘",
  "&ldquo;": "“",
  "&rdquo;": "”",
  "&ndash;": "–",
  "&mdash;": "—",
};

/**
 * False for text that would take the Markdown parser too long or too deep: it is quadratic in the
 * marks of a block and in the items of a list, and recurses into nested ones. No article comes near these limits.
 */
export function isReadableMarkdown(text: string): boolean {
  if (text.length > MAX_MARKDOWN_CHARACTERS) return false;
  let marks = 0;
  let nestedLines = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === "") marks = 0;
    const nesting = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0].length ?? 0;
    marks += line.match(/[*_[\]!`<&~]/g)?.length ?? 0;
    nestedLines += nesting > 0 ? 1 : 0;
    if (nesting > MAX_NESTING_CHARACTERS || marks > MAX_MARKS_IN_BLOCK) return false;
    if (nestedLines > MAX_NESTED_LINES) return false;
  }
  return true;
}

/**
 * The text with every mark (emphasis, link targets, heading and list signs, HTML, front matter)
 * replaced by fillers of the same length, and where headings, list items and images stand, in order.
 */
export function maskMarkdown(text: string): MaskedMarkdown {
  const tree: MarkdownNode = fromMarkdown(text, {
    extensions: [frontmatter(["yaml"])],
    mdastExtensions: [frontmatterFromMarkdown(["yaml"])],
  });
  const pieces: string[] = [];
  const marks: MarkedSpan[] = [];
  let frontMatter: Span | null = null;
  let done = 0;
  const keep = (span: Span, words: string) => {
    if (span.start < done) return;
    pieces.push(hide(text.slice(done, span.start)), words);
    done = span.end;
  };
  const visit = (node: MarkdownNode): void => {
    const span = spanOf(node);
    if (node.type === "yaml") frontMatter = insideFences(span);
    const kind = markOf(node.type);
    if (kind) marks.push({ ...span, kind });
    const words = wordsSpan(node, span, text);
    if (words) keep(words, reveal(text.slice(words.start, words.end), node.type));
    node.children?.forEach(visit);
  };
  visit(tree);
  pieces.push(hide(text.slice(done)));
  return { masked: pieces.join(""), marks: withoutNesting(marks), frontMatter };
}

function markOf(type: string): MarkedSpan["kind"] | null {
  if (type === "heading" || type === "image") return type;
  return type === "listItem" ? "list-item" : null;
}

/** Where the words of a leaf stand: of an image, its alternative text. */
function wordsSpan(node: MarkdownNode, span: Span, text: string): Span | null {
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") return span;
  if (node.type !== "image" || !node.alt) return null;
  const start = text.indexOf(node.alt, span.start);
  return start < 0 || start > span.end ? null : { start, end: start + node.alt.length };
}

function hide(text: string): string {
  return text.replace(/[^\s]/g, FILLER);
}

/** Source of words as it reads: escapes and entities resolved, padded to the same length. */
function reveal(source: string, type: string): string {
  if (type !== "text") return source.replaceAll("`", FILLER);
  const words = source
    .replace(/\\([!-/:-@[-`{-~])/g, `${FILLER}$1`)
    .replace(/&[a-z]{2,5};/g, (entity) =>
      (ENTITIES[entity] ?? entity).padEnd(entity.length, FILLER),
    );
  // A quotation's sign stands inside the text of its second and later lines.
  return words.replace(/^[ \t]*>+/gm, (sign) => sign.replace(/>/g, FILLER));
}

function withoutNesting(marks: MarkedSpan[]): MarkedSpan[] {
  const outer: MarkedSpan[] = [];
  for (const mark of marks) if (mark.start >= (outer.at(-1)?.end ?? 0)) outer.push(mark);
  return outer;
}

function insideFences({ start, end }: Span): Span {
  return { start: start + FRONT_MATTER_FENCE_LENGTH, end: end - FRONT_MATTER_FENCE_LENGTH };
}

function spanOf(node: MarkdownNode): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
