/** Picture captions and credits: lines that belong to an image and not to the text. */
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { isPhotoCredit, isStandaloneCredit } from "./outlets.ts";

const CREDIT_LABEL =
  /^(?:image (?:source|credit)|(?:photo|photograph|picture|image)s?(?: credit)?|credit|pic|фото)\s*[:,]\s*|^(?:photo|photograph|picture|image)s? by\s+/iu;
const CAPTION_LABEL = /^(?:(?:image|photo|picture|video) )?caption\s*[:,]\s*/i;
const CREDIT_AT_END =
  /[.\s(\[|–—-]*\b(?:(?:photograph|photo|picture|image|credit|illustration|фото)s?(?: credit)?\s*:|(?:photograph|photo|picture)s? by)\s*(.{2,80}?)[)\]]?\.?$/iu;
const AGENCY_AT_END = /\s*[(\[]([^()[\]]{2,60})[)\]]\.?$/;
const MAX_PICTURE_LINE_LENGTH = 500;
const MAX_CREDIT_LENGTH = 90;

/** The caption and credit that a whole line consists of, or null where it is no picture line. */
export function readPictureLine(stretch: Stretch): HeaderElement[] | null {
  if (stretch.text.length > MAX_PICTURE_LINE_LENGTH) return null;
  return readCaption(stretch) ?? readCredit(stretch) ?? readCaptionWithCredit(stretch);
}

/** True for a line that names a picture agency and nothing else. */
export function isCreditLine(text: string): boolean {
  return text.length <= MAX_CREDIT_LENGTH && isStandaloneCredit(text);
}

function readCredit(stretch: Stretch): HeaderElement[] | null {
  const { text } = stretch;
  if (text.length > MAX_CREDIT_LENGTH) return null;
  if (isStandaloneCredit(text)) return [credit(stretch, 0, text.length, "credit-line", 0.9)];
  const label = CREDIT_LABEL.exec(text)?.[0].length;
  if (!label || label === text.length) return null;
  return [
    labelElement(stretch, 0, label),
    credit(stretch, label, text.length, "credit-label", 0.95),
  ];
}

function readCaption(stretch: Stretch): HeaderElement[] | null {
  const { text, base } = stretch;
  const label = CAPTION_LABEL.exec(text)?.[0].length;
  if (!label || label === text.length) return null;
  const rest = { text: text.slice(label), base: base + label };
  const inner = readCaptionWithCredit(rest) ?? [
    caption(rest, 0, rest.text.length, "caption-label", 0.95),
  ];
  return [labelElement(stretch, 0, label), ...inner];
}

/** `The minister in Northtown. Photograph: Jo Dene/Getty Images`, `… in Northtown (EPA)`. */
function readCaptionWithCredit(stretch: Stretch): HeaderElement[] | null {
  const { text } = stretch;
  const labelled = CREDIT_AT_END.exec(text);
  const match = labelled ?? AGENCY_AT_END.exec(text);
  if (!match || match.index < 3) return null;
  const name = match[1] ?? "";
  if (!labelled && !isPhotoCredit(name)) return null;
  const start = match.index + match[0].lastIndexOf(name);
  const stop = /^\s*\./.exec(match[0])?.[0].length ?? 0;
  const captionEnd = match.index + stop;
  const gap = match[0].slice(stop, match[0].lastIndexOf(name));
  const gapStart = captionEnd + gap.search(/\S|$/);
  return [
    caption(stretch, 0, captionEnd, "caption-with-credit", 0.9),
    ...(gap.trim() === "" ? [] : [labelElement(stretch, gapStart, start)]),
    credit(stretch, start, start + name.length, "credit-in-caption", 0.9),
  ];
}

function labelElement(stretch: Stretch, start: number, end: number): HeaderElement {
  const trimmed = start + stretch.text.slice(start, end).trimEnd().length;
  return { kind: "furniture", found: foundIn(stretch, start, trimmed, "picture-label", 0.95) };
}

function credit(stretch: Stretch, start: number, end: number, rule: string, confidence: number) {
  const found = foundIn(stretch, start, end, rule, confidence);
  return { kind: "credit" as const, found };
}

function caption(stretch: Stretch, start: number, end: number, rule: string, confidence: number) {
  const found = foundIn(stretch, start, end, rule, confidence);
  return { kind: "caption" as const, found };
}
