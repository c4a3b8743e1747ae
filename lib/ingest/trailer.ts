/** The lines after the body that say what headers mostly say: when, by whom, from where. */
import { readNames } from "./bylines.ts";
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { furnitureRule } from "./furniture.ts";
import { readHeaderRun } from "./header-run.ts";
import type { Line } from "./layout.ts";
import type { Found, ParseOptions } from "./types.ts";

export type Trailer = { elements: HeaderElement[]; body: Line[] };

const MAX_TRAILER_LINES = 12;
const MAX_TRAILER_LINE_LENGTH = 300;
const SIGN_OFF =
  /^[\s(\[–—-]*((?:additional |extra )?(?:reporting|research|writing|editing)(?: by)?)\s+(?=\p{Lu})/iu;
const SOURCE =
  /^(?:source|originally published (?:at|by|in|on)|read the original(?: article)? at)\s*:?\s*(?=\S)/i;
const NAMED_DATE =
  /^(?:this (?:article|story) (?:was )?)?(?:first |originally |last )?(?:published|updated|posted)\b/i;

/**
 * Splits off the trailer, from the last line upwards. Only lines that are header to the end count, and
 * in text that shows no sign of a page only those that say what they are.
 */
export function readTrailer(lines: Line[], onPage: boolean, options: ParseOptions): Trailer {
  const elements: HeaderElement[] = [];
  const kept: Line[] = [];
  const from = Math.max(0, lines.length - MAX_TRAILER_LINES);
  let isLast = true;
  for (const line of lines.slice(from).reverse()) {
    const read = isLast ? readTrailerLine(line, onPage, options) : null;
    const passable = furnitureRule(line.text, onPage) !== null;
    if (read) elements.unshift(...read);
    else kept.unshift(line);
    if (!read && !passable) isLast = false;
  }
  return { elements, body: [...lines.slice(0, from), ...kept] };
}

function readTrailerLine(
  line: Line,
  onPage: boolean,
  options: ParseOptions,
): HeaderElement[] | null {
  if (line.text.length > MAX_TRAILER_LINE_LENGTH || line.mark === "heading") return null;
  const stretch = { text: line.text, base: line.start };
  // In brackets a sign-off can be nothing else.
  const mayBeSignOff = onPage || /^[(\[]/.test(line.text);
  const read =
    (mayBeSignOff ? readSignOff(stretch) : null) ?? (onPage ? readSource(stretch) : null);
  if (read) return read;
  const run = readHeaderRun(stretch, options);
  if (run.end < line.text.length || run.strength === 0) return null;
  const saysWhatItIs = NAMED_DATE.test(line.text) || /^(?:by|words by)\s/i.test(line.text);
  const isDate = run.elements.some(({ kind }) => kind === "date");
  // "Friday, 4 December 2015." with its stop is the end of a correction, not a header.
  const isBareDate = isDate && hasWholeDate(run.elements) && !line.text.endsWith(".");
  return saysWhatItIs || isBareDate ? run.elements : null;
}

/** `(Reporting by Ada Brook in Northtown; editing by Tom Hale)`. */
function readSignOff(stretch: Stretch): HeaderElement[] | null {
  const elements: HeaderElement[] = [];
  let at = 0;
  while (at < stretch.text.length) {
    const rest = stretch.text.slice(at);
    const label = SIGN_OFF.exec(rest.replace(/^[;,.]\s*/, (gap) => " ".repeat(gap.length)));
    if (!label) break;
    const run = readNames(stretch, at + label[0].length, true);
    if (!run) return null;
    const labelStart = at + label[0].search(/\p{L}/u);
    const task = foundIn(stretch, labelStart, at + label[0].trimEnd().length, "sign-off", 0.9);
    elements.push(...withTask(run.elements, task));
    at = run.end;
  }
  return elements.length > 0 && /^[\s).\]]*$/.test(stretch.text.slice(at)) ? elements : null;
}

/** Who reported needs no role; who edited or helped has that for one. */
function withTask(elements: HeaderElement[], task: Found<string>): HeaderElement[] {
  const value = task.value.replace(/ by$/i, "");
  if (/^reporting$/i.test(value)) return [{ kind: "furniture", found: task }, ...elements];
  let span = task.span;
  return elements.map((element) => {
    if (element.kind !== "byline") return element;
    const role = { ...task, value, span };
    span = null; // Said once for all of them.
    return { kind: "byline", byline: { ...element.byline, role } };
  });
}

function readSource(stretch: Stretch): HeaderElement[] | null {
  const label = SOURCE.exec(stretch.text)?.[0].length;
  if (!label) return null;
  const end = stretch.text.length;
  const kind = /^https?:\/\/\S+$/.test(stretch.text.slice(label)) ? "url" : "outlet";
  if (kind === "outlet" && end - label > 50) return null;
  return [
    { kind: "furniture", found: foundIn(stretch, 0, label - 1, "source-label", 0.9) },
    { kind, found: foundIn(stretch, label, end, "source-line", 0.8) },
  ];
}

function hasWholeDate(elements: HeaderElement[]): boolean {
  return elements.some(
    (element) =>
      element.kind === "date" && !["yearless", "relative"].includes(element.mention.form),
  );
}
