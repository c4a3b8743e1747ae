import { decodeText } from "../decode.ts";
import { unreadable, type Reader } from "../reader.ts";
import { RunningText } from "../running-text.ts";
import type { DraftWarning } from "../types.ts";
import { addBlocks, type Block } from "./block-collector.ts";
import { blocksOfHtml } from "./html-blocks.ts";
import { readPackage, rootFileOf } from "./epub-package.ts";
import { unzipParts } from "./zip-parts.ts";

const CONTAINER = "META-INF/container.xml";
const ENCRYPTION = "META-INF/encryption.xml";
/** Covers, contents and imprints are shorter; a book of one long piece and such is that piece. */
const MIN_CHAPTER_CHARACTERS = 1_500;
const MAX_SPINE = 2_000;

/**
 * A book in the EPUB format: its text where that is one piece, of several chapters the longest, which a
 * warning says. Rejects with `unreadable` when it is locked, damaged or without text.
 */
export const readEpub: Reader = (bytes) => {
  const parts = unzipParts(bytes, (name) => /^META-INF\/|\.(?:opf|x?html?|xml)$/i.test(name));
  const book = readPackage(parts, rootFileOf(xmlOf(parts, CONTAINER)));
  const chapters = book.spine
    .slice(0, MAX_SPINE)
    .map((name) => blocksOfHtml(xmlOf(parts, name)))
    .filter((blocks) => blocks.length > 0);
  if (chapters.length === 0) throw withoutText(parts);
  const { blocks, warnings } = chooseChapters(chapters);
  const text = new RunningText();
  addBlocks(text, blocks);
  return {
    ...text.finish(book.properties),
    mediaType: "application/epub+zip",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings,
  };
};

function chooseChapters(chapters: Block[][]): { blocks: Block[]; warnings: DraftWarning[] } {
  const long = chapters.filter((blocks) => lengthOf(blocks) >= MIN_CHAPTER_CHARACTERS);
  if (long.length <= 1) return { blocks: chapters.flat(), warnings: [] };
  const longest = long.reduce((best, next) => (lengthOf(next) > lengthOf(best) ? next : best));
  const number = chapters.indexOf(longest) + 1;
  const message = `The book has ${long.length} chapters; only the longest, part ${number} of ${chapters.length}, was read. If the article is another one, paste that.`;
  return { blocks: longest, warnings: [{ code: "several-chapters", message, span: null }] };
}

function lengthOf(blocks: Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function withoutText(parts: Map<string, Uint8Array>): Error {
  if (parts.has(ENCRYPTION)) {
    return unreadable("The book is locked by its seller.", "Please paste the article's text.");
  }
  return unreadable(
    "The book has no text that can be read.",
    "Please open it in a reading program, and paste the article's text.",
  );
}

function xmlOf(parts: Map<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  return part ? decodeText(part).text.replace(/^\uFEFF/, "") : "";
}
