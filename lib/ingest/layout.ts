/**
 * The original as lines, with everything that is not the article's words masked out. The mask has the
 * length of the text, so that a place in it is a place in the original.
 */
import { FILLER } from "#lib/text/clean.ts";
import { splitLines, type TextLine } from "#lib/text/lines.ts";
import { spansOfElements } from "./candidates.ts";
import { isReadableMarkdown, maskMarkdown } from "./markdown.ts";
import type { MarkedSpan, RawArticle, Span } from "./types.ts";

export type LineMark = "heading" | "list-item" | "image";

export type Line = TextLine & { mark: LineMark | null };

export type Layout = {
  text: string;
  masked: string;
  lines: Line[];
  /** YAML front matter, its fences not counted; never part of `lines`. */
  frontMatter: Span | null;
  /** False where Markdown was too long or too involved to be read as such. */
  understoodMarkdown: boolean;
};

const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\uFEFF]/g;
const LIST_MARKER = /^(?:[•‣◦▪●*]|[-–](?=\s))\s*/;

/** The lines of an original and what marks them. Linear in the length of the text. */
export function layOut(raw: RawArticle): Layout {
  const isMarkdown = raw.mediaType === "text/markdown";
  const understoodMarkdown = isMarkdown && isReadableMarkdown(raw.text);
  const markdown = understoodMarkdown ? maskMarkdown(raw.text) : null;
  const masked = (markdown?.masked ?? raw.text).replace(INVISIBLE, FILLER);
  const unread = maskNamed(masked, raw);
  const lines = joinWrapped(splitLines(unread), unread);
  return {
    text: raw.text,
    masked,
    lines: markdown ? markFromMarkdown(lines, markdown.marks) : markPlainLines(lines, raw.marks),
    frontMatter: markdown?.frontMatter ?? null,
    understoodMarkdown: understoodMarkdown || !isMarkdown,
  };
}

/** The layout of a text whose fields the format itself has named: no line of it is left to be read. */
export function layOutDeclared(text: string): Layout {
  const masked = text.replace(INVISIBLE, FILLER);
  return { text, masked, lines: [], frontMatter: null, understoodMarkdown: true };
}

/** Lines that hold what the format itself has named are not read again from their look. */
function maskNamed(masked: string, { named = [], candidates = [] }: RawArticle): string {
  const pieces: string[] = [];
  let done = 0;
  for (const span of spansOfElements([...named, ...candidates])) {
    if (span.start < done) continue;
    const start = Math.max(done, masked.lastIndexOf("\n", span.start) + 1);
    const lineEnd = masked.indexOf("\n", span.end);
    const end = lineEnd < 0 ? masked.length : lineEnd;
    pieces.push(masked.slice(done, start), masked.slice(start, end).replace(/\S/g, FILLER));
    done = end;
  }
  return done === 0 ? masked : pieces.join("") + masked.slice(done);
}

function markPlainLines(lines: TextLine[], marks: MarkedSpan[] = []): Line[] {
  const marked = markFromMarkdown(lines, marks);
  return marked.map((line) => (line.mark === null ? markPlainLine(line) : line));
}

function markPlainLine(line: TextLine): Line {
  const marker = LIST_MARKER.exec(line.text)?.[0].length ?? 0;
  if (marker === 0 || marker === line.text.length) return { ...line, mark: null };
  const text = line.text.slice(marker);
  return { ...line, start: line.start + marker, text, mark: "list-item" };
}

function markFromMarkdown(lines: TextLine[], marks: MarkedSpan[]): Line[] {
  let next = 0;
  return lines.map((line) => {
    while (next < marks.length && (marks[next] as MarkedSpan).end <= line.start) next++;
    const mark = marks[next];
    return { ...line, mark: mark && mark.start <= line.start ? mark.kind : null };
  });
}

/** Lines that are never the middle of a paragraph, however wide they are. */
const HEADER_LINE = /^(?:By|BY)\s+\p{Lu}|^(?:Published|Updated|Date|From|Subject)\b[: ]/u;

/**
 * Joins the lines of text that was wrapped at a fixed width, as e-mail and old wire copy are: the
 * lines of a group that run on are near one width, and mostly stop in the middle of a sentence.
 */
function joinWrapped(lines: TextLine[], masked: string): TextLine[] {
  const groups = [...Map.groupBy(lines, (line) => line.block).values()];
  // Two lines may be a headline and a byline: they count only in a text that is wrapped elsewhere.
  if (!groups.some((group) => group.length > 2 && isWrapped(group))) return lines;
  return groups.flatMap((group) => {
    if (!isWrapped(group)) return group;
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? 0;
    return [{ start, end, block: group[0]?.block ?? 0, text: masked.slice(start, end) }];
  });
}

function isWrapped(group: TextLine[]): boolean {
  if (group.length < 2 || group.some(({ text }) => HEADER_LINE.test(text))) return false;
  const inner = group.slice(0, -1);
  const widths = inner.map((line) => line.text.length);
  const widest = Math.max(...widths.slice(0, 2000));
  const tail = group.at(-1)?.text.length ?? 0;
  if (widest < 50 || widest > 100 || tail > widest + 8) return false;
  const near = widths.filter((width) => width <= 100 && width > widest - 22).length;
  const runningOn = inner.filter((line) => /[\p{Ll}\p{N},;–—-]$/u.test(line.text)).length;
  const continued = group.slice(1).filter((line) => /^[\p{Ll}\p{N}“"‘(]/u.test(line.text)).length;
  return near >= inner.length * 0.9 && runningOn >= inner.length * 0.6 && continued > 0;
}
