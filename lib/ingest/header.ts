/** Finds where the header of an article ends, and what its lines are. */
import { countWords } from "#lib/text/sentences.ts";
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { isHeadlineLike, readHeadlineLine } from "./headline.ts";
import { classifyLine, type HeaderLine } from "./header-lines.ts";
import type { Line } from "./layout.ts";
import { outletConfidence } from "./outlets.ts";
import { isCreditLine } from "./pictures.ts";
import { splitRunTogether } from "./run-together.ts";
import type { ParseOptions } from "./types.ts";

export type Header = {
  elements: HeaderElement[];
  /** The lines after the header; the first may be the rest of a line that it ended in. */
  body: Line[];
  /** True when something in the header shows that the text was copied from a page. */
  onPage: boolean;
};

const MAX_HEADER_LINES = 40;
const MAX_PROSE_BEFORE = 2;
const MAX_PROSE_CHARACTERS_BEFORE = 700;
const MAX_CAPTION_LENGTH = 180;
const MAX_HEADLINE_INDEX = 8;
const MAX_STOPPED_HEADLINE_LENGTH = 150;

/**
 * The header of an article: what stands in it, and the lines that are left for the body. `knownPage`
 * says that something outside these lines (front matter, a trailer) has shown that they come from a page.
 */
export function readHeader(lines: Line[], options: ParseOptions, knownPage: boolean): Header {
  const classified = classifyOpening(lines, options);
  const lastStrong = findLastStrong(classified);
  const split = splitFirstProse(lines, classified, lastStrong, options);
  const end = split?.index ?? findEnd(classified, lastStrong);
  const zone = classified.slice(0, end);
  const onPage =
    knownPage || lastStrong >= 0 || split !== null || zone.some(({ isPageSign }) => isPageSign);
  const rest = split ? restOf(lines[split.index] as Line, split.bodyAt) : [];
  const body = [...rest, ...lines.slice(split ? end + 1 : end)];
  const hasHeadline = split?.elements.some(({ kind }) => kind === "headline") ?? false;
  const isOnlyHeader = body.length === 0 && !onPage;
  if (isOnlyHeader) return { elements: [], body: lines, onPage: false };
  const read = readZone(zone, { onPage, hasHeadline, lastStrong });
  return {
    elements: [...read.elements, ...(split?.elements ?? [])],
    body: [...read.leftForBody, ...body],
    onPage,
  };
}

function classifyOpening(lines: Line[], options: ParseOptions): HeaderLine[] {
  const classified: HeaderLine[] = [];
  let prose = 0;
  for (const line of lines.slice(0, MAX_HEADER_LINES)) {
    const entry = classifyLine(line, classified.at(-1), options);
    classified.push(entry);
    prose += entry.kind === "prose" ? 1 : 0;
    if (prose > MAX_PROSE_BEFORE) break;
  }
  const by = Math.max(classified.findIndex(hasByLabel), findLastOfBareNames(classified));
  const settled = classified.map((entry, i) => (i < by ? withoutBareNames(entry) : entry));
  return settled.map((line, i) => strengthened(line, settled[i - 1], settled[i + 1]));
}

function hasByLabel({ elements }: HeaderLine): boolean {
  return elements.some((e) => e.kind === "furniture" && e.found.rule === "byline-label");
}

/** Of two lines in a row that read as names alone, a long first one is a headline in title case. */
function findLastOfBareNames(lines: HeaderLine[]): number {
  return lines.findIndex((entry, i) => {
    const above = lines[i - 1];
    return above && isBareNames(entry) && isBareNames(above) && countWords(above.line.text) >= 5;
  });
}

function isBareNames({ elements }: HeaderLine): boolean {
  return elements.length > 0 && elements.every(({ kind }) => kind === "byline");
}

/** Above a line that says `By`, what looks like a name is a headline: "Judicial Betrayal". */
function withoutBareNames(entry: HeaderLine): HeaderLine {
  return isBareNames(entry) ? { ...entry, kind: "text", elements: [] } : entry;
}

/** A name alone is a byline where a header line or a headline stands beside it. */
function strengthened(line: HeaderLine, before?: HeaderLine, after?: HeaderLine): HeaderLine {
  if (line.kind !== "weak") return line;
  const besideHeader = before?.kind === "strong" || after?.kind === "strong";
  const underHeadline = before?.kind === "text" && isHeadlineLike(before.line.text);
  return besideHeader || underHeadline ? { ...line, kind: "strong" } : line;
}

/** The last line that is surely header and has at most a standfirst and a caption before it. */
function findLastStrong(lines: HeaderLine[]): number {
  let last = -1;
  let prose = 0;
  let characters = 0;
  for (const [i, { kind, line }] of lines.entries()) {
    if (kind === "strong") last = i;
    if (kind !== "prose") continue;
    prose++;
    characters += line.text.length;
    if (prose > MAX_PROSE_BEFORE || characters > MAX_PROSE_CHARACTERS_BEFORE) break;
  }
  return last;
}

/** The header goes on after its last sure line up to the first line of sentences. */
function findEnd(lines: HeaderLine[], lastStrong: number): number {
  const from = lastStrong + 1;
  const next = lines
    .slice(from)
    .findIndex(({ kind, line }) => kind === "prose" || line.mark === "list-item");
  return next < 0 ? lines.length : from + next;
}

/** Looks into the first line of sentences for a header that runs into it. */
function splitFirstProse(
  lines: Line[],
  classified: HeaderLine[],
  lastStrong: number,
  options: ParseOptions,
) {
  const candidates = classified.slice(0, Math.max(lastStrong, 0) + 8);
  for (const [index, { kind, line }] of candidates.entries()) {
    if (index > lastStrong + 1 && kind === "text" && !isLongEnough(line)) continue;
    if (kind !== "prose" && kind !== "text") continue;
    if (index < lastStrong) continue;
    const split = splitRunTogether({ text: line.text, base: line.start }, options);
    if (split) return { ...split, index };
    if (kind === "prose") return null;
  }
  return null;
}

function isLongEnough(line: Line): boolean {
  return countWords(line.text) >= 5;
}

function restOf(line: Line, bodyAt: number): Line[] {
  if (bodyAt >= line.text.length) return [];
  return [{ ...line, start: line.start + bodyAt, text: line.text.slice(bodyAt) }];
}

type ZoneContext = { onPage: boolean; hasHeadline: boolean; lastStrong: number };

/** Gives the header's lines their fields; lines that fit none are left for the body, or unused. */
function readZone(zone: HeaderLine[], context: ZoneContext) {
  const headlineAt = context.hasHeadline ? -1 : findHeadline(zone, context);
  const elements: HeaderElement[] = [];
  const leftForBody: Line[] = [];
  for (const [i, entry] of zone.entries()) {
    const stretch = { text: entry.line.text, base: entry.line.start };
    if (i === headlineAt) {
      elements.push(...readHeadlineLine(stretch, headlineRule(entry), i < 4 ? 0.85 : 0.7));
    } else if (entry.kind === "strong" || entry.kind === "aside") {
      elements.push(...entry.elements);
    } else {
      const read = readOther(zone, i, headlineAt, stretch, context);
      if (read) elements.push(read);
      else if (!context.onPage || (i > headlineAt && i > context.lastStrong))
        leftForBody.push(entry.line);
    }
  }
  return { elements, leftForBody };
}

function headlineRule({ line }: HeaderLine): string {
  return line.mark === "heading" ? "markdown-heading" : "headline-line";
}

function findHeadline(zone: HeaderLine[], { onPage, lastStrong }: ZoneContext): number {
  const labelled = zone.some(({ elements }) => elements.some(({ kind }) => kind === "headline"));
  if (labelled) return -1;
  const marked = zone.findIndex(({ line }) => line.mark === "heading");
  if (marked >= 0) return marked;
  // Where nothing else is header, a short first line is as likely a sub-heading of the body.
  if (!onPage) return -1;
  const fits = ({ kind, line }: HeaderLine) =>
    (kind === "text" || kind === "weak") && line.mark === null && isHeadlineLike(line.text);
  const before = zone.slice(0, Math.max(lastStrong, 0));
  const early = before.findIndex(fits);
  if (early >= 0) return early;
  const likely = before.findIndex(({ kind, line }) => isLikelyHeadline(kind, line));
  if (likely >= 0) return likely;
  const late = zone.findIndex(fits);
  return late <= MAX_HEADLINE_INDEX ? late : -1;
}

/** Words above a header's sure lines, where no better headline stands: short, or with a full stop. */
function isLikelyHeadline(kind: HeaderLine["kind"], { text, mark }: Line): boolean {
  if (mark !== null || text.length > MAX_STOPPED_HEADLINE_LENGTH) return false;
  return kind === "prose" || (kind === "text" && countWords(text) >= 2);
}

/** A standfirst, a caption or an outlet's name among the header's lines, or null. */
function readOther(
  zone: HeaderLine[],
  i: number,
  headlineAt: number,
  stretch: Stretch,
  { onPage, lastStrong }: ZoneContext,
): HeaderElement | null {
  const { kind, line } = zone[i] as HeaderLine;
  const end = stretch.text.length;
  if (isBesideCredit(zone, i)) {
    return { kind: "caption", found: foundIn(stretch, 0, end, "caption-beside-credit", 0.7) };
  }
  const sure = onPage ? outletConfidence(stretch.text) : 0;
  if (sure > 0) return { kind: "outlet", found: foundIn(stretch, 0, end, "outlet-line", sure) };
  const hasSummary = zone.slice(headlineAt + 1, i).some((entry) => entry.kind === "prose");
  const isStandfirst = headlineAt >= 0 && i > headlineAt && i < lastStrong && !hasSummary;
  if (!isStandfirst || (kind === "text" && countWords(line.text) < 5)) return null;
  return { kind: "summary", found: foundIn(stretch, 0, end, "standfirst", 0.75) };
}

/** True for a short line that touches a picture credit, with no blank line between. */
function isBesideCredit(zone: HeaderLine[], i: number): boolean {
  const { line } = zone[i] as HeaderLine;
  const blocks = new Set(zone.map((entry) => entry.line.block)).size;
  if (line.text.length > MAX_CAPTION_LENGTH || countWords(line.text) < 3 || blocks < 2)
    return false;
  return [zone[i - 1], zone[i + 1]].some(
    (other) => other && other.line.block === line.block && isCreditLine(other.line.text),
  );
}
