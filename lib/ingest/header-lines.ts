/** What each of the first lines is, taken by itself, before it is decided where the header ends. */
import { countWords, endsLikeSentence, firstSentenceEnd } from "#lib/text/sentences.ts";
import { foundIn, type HeaderElement, type Stretch } from "./elements.ts";
import { furnitureRule } from "./furniture.ts";
import { readHeaderRun } from "./header-run.ts";
import { readLabelledLine } from "./labelled-fields.ts";
import type { Line } from "./layout.ts";
import { isName } from "./names.ts";
import { outletConfidence } from "./outlets.ts";
import { isCreditLine, readPictureLine } from "./pictures.ts";
import { isRole, matchNote } from "./roles.ts";
import type { ParseOptions } from "./types.ts";

export type HeaderLine = {
  line: Line;
  /**
   * `strong`: nothing but header, with a date, a `By`, a label. `weak`: a name alone. `aside`: a
   * picture's or the page's. `prose`: sentences. `text`: words that may become a headline.
   */
  kind: "strong" | "weak" | "aside" | "prose" | "text";
  elements: HeaderElement[];
  /** True for furniture that occurs nowhere but on pages. */
  isPageSign: boolean;
};

const MAX_RUN_LINE_LENGTH = 300;
const MAX_BYLINE_LENGTH = 200;
const MIN_PROSE_WORDS = 8;
const SHORT_PROSE_WORDS = 4;
const MIN_UNSTOPPED_PROSE_WORDS = 32;
/** A single question is as likely a headline as a sentence. */
const MAX_QUESTION_WORDS = 24;

/** Classifies one line; `previous` is the line before it, which gives roles their meaning. */
export function classifyLine(
  line: Line,
  previous: HeaderLine | undefined,
  options: ParseOptions,
): HeaderLine {
  const stretch: Stretch = { text: line.text, base: line.start };
  const as = (kind: HeaderLine["kind"], elements: HeaderElement[] = [], isPageSign = false) => ({
    line,
    kind,
    elements,
    isPageSign,
  });
  if (line.mark === "heading") return as("text");
  const furniture = furnitureRule(line.text, true);
  const dated = furniture === "updated" ? readRunLine(stretch, options, as) : null;
  if (dated?.kind === "strong") return dated;
  if (furniture !== null) {
    const found = foundIn(stretch, 0, line.text.length, furniture, 0.9);
    return as("aside", [{ kind: "furniture", found }], furnitureRule(line.text, false) !== null);
  }
  const picture = readPictureLine(stretch);
  if (picture) return as("aside", picture, !isCreditLine(line.text));
  const labelled = readLabelledLine(stretch, options);
  if (labelled) return as("strong", labelled);
  if (isProse(line.text)) return as("prose");
  const elements = readDetailLine(stretch, previous);
  if (elements) return as("strong", elements);
  return readRunLine(stretch, options, as) ?? as("text");
}

/** True for a line of sentences, which is body or standfirst and no headline. */
export function isProse(text: string): boolean {
  if (text.length > MAX_RUN_LINE_LENGTH) return true;
  if (!/\p{Ll}{2}|[\u3040-\u9FFF]/u.test(text)) return false;
  const words = countWords(text);
  if (words >= MIN_UNSTOPPED_PROSE_WORDS) return true;
  if (!endsLikeSentence(text)) return false;
  const isOneQuestion = /[?!…]["'”’»)]*$/.test(text) && firstSentenceEnd(text) === text.length;
  if (isOneQuestion && words <= MAX_QUESTION_WORDS) return false;
  if (words >= MIN_PROSE_WORDS) return true;
  return words >= SHORT_PROSE_WORDS && /\s\p{Ll}/u.test(text) && !isRole(text);
}

type As = (kind: HeaderLine["kind"], elements?: HeaderElement[]) => HeaderLine;

function readRunLine(stretch: Stretch, options: ParseOptions, as: As): HeaderLine | null {
  const confidence = outletConfidence(stretch.text);
  const run = readHeaderRun(stretch, options);
  const isWhole =
    run.elements.length > 0 &&
    (run.end === stretch.text.length || isBylineWithRest(stretch, run.end));
  if (isWhole && run.strength > 0) return as("strong", run.elements);
  if (confidence > 0.9) {
    const found = foundIn(stretch, 0, stretch.text.length, "outlet-line", confidence);
    return as("aside", [{ kind: "outlet", found }]);
  }
  if (!isWhole) return null;
  if (run.elements.every(({ kind }) => kind === "byline")) {
    return isName(stretch.text) || run.elements.length > 1 ? as("weak", run.elements) : null;
  }
  return as("aside", run.elements);
}

/** `By Ada Brook, (and something unreadable)`: still a byline; the rest is shown as unused. */
function isBylineWithRest({ text }: Stretch, end: number): boolean {
  const isByline = /^(?:By|BY)\s/.test(text) && text.length <= MAX_BYLINE_LENGTH;
  return (
    isByline && end > 6 && /^\s*(?:[,|·;(–—/]|and\s)/.test(text.slice(end)) && !/[.!?]$/.test(text)
  );
}

/** A role or a place on a line of its own under a byline. */
function readDetailLine(stretch: Stretch, previous?: HeaderLine): HeaderElement[] | null {
  const afterByline = previous?.elements.some(({ kind }) => kind === "byline" || kind === "role");
  if (!afterByline) return null;
  const end = stretch.text.length;
  if (isRole(stretch.text)) {
    return [{ kind: "role", found: foundIn(stretch, 0, end, "role-line", 0.85) }];
  }
  if (matchNote(stretch.text, 0) !== end) return null;
  return [{ kind: "note", found: foundIn(stretch, 0, end, "note-line", 0.8) }];
}
