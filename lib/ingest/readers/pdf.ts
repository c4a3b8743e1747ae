import { unreadable, type Reader } from "../reader.ts";
import { RunningText } from "../running-text.ts";
import type { DraftWarning } from "../types.ts";
import { addBlocks } from "./block-collector.ts";
import { columnsOf } from "./pdf-columns.ts";
import { linesOf } from "./pdf-lines.ts";
import { readPdfPages, type PdfPages } from "./pdf-pages.ts";
import { paragraphsOf } from "./pdf-paragraphs.ts";
import { withoutRunningHeads } from "./pdf-running-heads.ts";
import { segmentsOf } from "./pdf-segments.ts";

const MAX_TURNED_LETTERS = 2_000;

/**
 * A PDF: its paragraphs in reading order, column by column, lines and divided words joined; running
 * heads and what stands askew as furniture. Rejects with `unreadable` when it is a picture of text,
 * protected, or damaged beyond reading.
 */
export const readPdf: Reader = async (bytes) => {
  const read = await readPdfPages(bytes);
  const pages = read.pages.map(segmentsOf);
  const { pages: bodies, heads } = withoutRunningHeads(pages.map(({ segments }) => segments));
  if (pages.every(({ segments }) => segments.length === 0)) throw withoutText(read);
  const columns = bodies.flatMap((body) => columnsOf(body).map(linesOf));
  const text = new RunningText();
  addBlocks(text, paragraphsOf(columns));
  for (const head of heads) text.addFurniture(head, "running-head", 0.9);
  const turned = pages.flatMap((page) => page.turned).join(" ");
  text.addFurniture(turned.slice(0, MAX_TURNED_LETTERS), "turned-text", 0.8);
  return {
    ...text.finish({ ...read.info, created: toDate(read.info.created) }),
    mediaType: "application/pdf",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings: [
      ...warnAboutPictures(pages.map(({ segments }) => segments.length)),
      ...warnAboutEnd(read),
    ],
  };
};

/** `D:20250227101500+01'00'` as `2025-02-27`; blank for anything else. */
function toDate(written = ""): string {
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(written) ?? [];
  return year ? `${year}-${month}-${day}` : "";
}

function withoutText({ pages }: PdfPages): Error {
  if (pages.some(({ isDamaged }) => isDamaged)) {
    return unreadable(
      "The PDF is damaged: no text could be read from it.",
      "Please open it in a PDF reader and print it to a new PDF, or paste its text.",
    );
  }
  return unreadable(
    "The PDF has no text, only pictures: it seems to be scanned.",
    "Please run text recognition (OCR) on it first, or paste its text.",
  );
}

function warnAboutPictures(segmentCounts: number[]): DraftWarning[] {
  const blank = segmentCounts.flatMap((count, i) => (count === 0 ? [i + 1] : []));
  if (blank.length === 0) return [];
  const named = blank.slice(0, 8).join(", ") + (blank.length > 8 ? " …" : "");
  const message = `${blank.length === 1 ? "One page has" : `${blank.length} pages have`} no text (${named}) and may be scanned. Compare with the PDF, and add what is missing.`;
  return [{ code: "scanned", message, span: null }];
}

function warnAboutEnd({ pages, pageCount, stoppedBy }: PdfPages): DraftWarning[] {
  const damaged = pages.filter(({ isDamaged }) => isDamaged).length;
  if (stoppedBy === null && damaged === 0) return [];
  const message =
    stoppedBy === null
      ? `${damaged} of ${pageCount} pages are damaged and could not be read. Compare with the PDF.`
      : `Only the first ${pages.length} of ${pageCount} pages were read${stoppedBy === "time" ? ", because it took too long" : ""}. Compare with the PDF.`;
  return [{ code: "damaged", message, span: null }];
}
