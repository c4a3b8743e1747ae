import type { PdfPage, PdfPiece } from "./pdf-pages.ts";

/** A stretch of a line without a wide gap; points from the top left of the upright page. */
export type Segment = {
  text: string;
  left: number;
  right: number;
  /** The base line. */
  y: number;
  size: number;
  font: string;
};

/** In letters' heights. Gaps of a column's gutter are wider, those between words mostly not. */
const WIDE_GAP = 0.9;
const WORD_GAP = 0.12;
const SAME_LINE = 0.5;
const SAME_PLACE = 0.2;
const QUARTER_TURN = Math.PI / 2;

/**
 * The text of a page as segments, from top to bottom; `turned` is what stands at another angle than
 * most of it, such as a stamp on the margin. Letters printed twice to look bold are taken once.
 */
export function segmentsOf({ width, height, pieces }: PdfPage): {
  segments: Segment[];
  turned: string[];
} {
  const turns = pieces.map(({ angle }) => Math.round(angle / QUARTER_TURN) & 3);
  const main = mostLetters(pieces, turns);
  const upright = pieces
    .filter((_, i) => turns[i] === main)
    .map((piece) => turnUpright(piece, main, width, height));
  const others = pieces.filter((_, i) => turns[i] !== main);
  const segments = groupByLine(withoutDoubles(upright)).flatMap(joinLine);
  return { segments, turned: others.map(({ text }) => text.trim()) };
}

function mostLetters(pieces: PdfPiece[], turns: number[]): number {
  const letters = [0, 0, 0, 0];
  pieces.forEach(({ text }, i) => {
    const turn = turns[i] ?? 0;
    letters[turn] = (letters[turn] ?? 0) + text.length;
  });
  return letters.indexOf(Math.max(...letters));
}

/** Turns the page so that its text runs from left to right. */
function turnUpright(piece: PdfPiece, turn: number, width: number, height: number): PdfPiece {
  const { x, y } = piece;
  if (turn === 1) return { ...piece, x: y, y: width - x };
  if (turn === 2) return { ...piece, x: width - x, y: height - y };
  if (turn === 3) return { ...piece, x: height - y, y: x };
  return piece;
}

function withoutDoubles(pieces: PdfPiece[]): PdfPiece[] {
  const seen = new Map<string, PdfPiece[]>();
  return pieces.filter((piece) => {
    const near = piece.size * SAME_PLACE;
    const key = `${Math.round(piece.y)} ${piece.text.slice(0, 80)}`;
    const others = seen.get(key) ?? [];
    const isDouble = others.some(
      ({ x, y }) => Math.abs(x - piece.x) <= near && Math.abs(y - piece.y) <= near,
    );
    // A page of one letter repeated would otherwise be compared each with each.
    if (!isDouble && others.length < 50) seen.set(key, [...others, piece]);
    return !isDouble;
  });
}

/** Lines from top to bottom. Raised and lowered letters stay in the line that they stand in. */
function groupByLine(pieces: PdfPiece[]): PdfPiece[][] {
  const lines: { y: number; size: number; pieces: PdfPiece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const isSame = line && piece.y - line.y <= SAME_LINE * Math.min(line.size, piece.size);
    if (!line || !isSame) lines.push({ y: piece.y, size: piece.size, pieces: [piece] });
    else {
      line.pieces.push(piece);
      if (piece.size > line.size) Object.assign(line, { size: piece.size, y: piece.y });
    }
  }
  return lines.map((line) => line.pieces);
}

function joinLine(pieces: PdfPiece[]): Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const { text, left, right } = trimmed(piece);
    const last = segments.at(-1);
    const gap = last ? left - last.right : Infinity;
    const size = Math.max(last?.size ?? 0, piece.size);
    if (!last || gap > WIDE_GAP * size) {
      segments.push({ text, left, right, y: piece.y, size: piece.size, font: piece.font });
      continue;
    }
    const hasSpace = /^\s/.test(piece.text) || gap > WORD_GAP * size;
    last.text += (hasSpace ? " " : "") + text;
    if (right - left > last.right - last.left)
      Object.assign(last, { font: piece.font, y: piece.y });
    last.right = Math.max(last.right, right);
    last.size = size;
  }
  return segments;
}

/** Without the spaces at its ends, whose width is taken as that of the other letters. */
function trimmed({ text, x, width }: PdfPiece): { text: string; left: number; right: number } {
  const letter = text.length === 0 ? 0 : width / text.length;
  const start = text.length - text.trimStart().length;
  const end = text.length - text.trimEnd().length;
  return { text: text.trim(), left: x + start * letter, right: x + width - end * letter };
}
