/** Cuts the text of an original into numbered lines of pieces, each knowing which field it went to. */
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { Span } from "#lib/text/span.ts";

export type OriginalPiece = Span & {
  text: string;
  /** Path of the field that was read here; null: none. */
  field: string | null;
  /** `unused`: words that went into no field; `blank`: nothing to use. */
  kind: "field" | "furniture" | "unused" | "blank";
};

/** `pieces` cover the line without its line break; only the first piece of a field `isStart`s it. */
export type OriginalLine = { number: number; pieces: (OriginalPiece & { isStart: boolean })[] };

/** The lines of a text; `\n`, `\r\n`, `\r` and U+2028 each end one. */
export function explainOriginal(text: string, places: FieldPlace[]): OriginalLine[] {
  const pieces = cutIntoPieces(text, listFound(places));
  const lines: OriginalLine[] = [];
  const started = new Set<string>();
  let next = 0;
  for (const [index, { start, end }] of splitAtBreaks(text).entries()) {
    const line: OriginalLine = { number: index + 1, pieces: [] };
    while (next < pieces.length && (pieces[next] as OriginalPiece).end <= start) next++;
    for (let i = next; i < pieces.length && (pieces[i] as OriginalPiece).start < end; i++) {
      const piece = clip(pieces[i] as OriginalPiece, start, end, text);
      if (piece.text === "") continue;
      const isStart = piece.field !== null && !started.has(piece.field);
      if (isStart) started.add(piece.field as string);
      line.pieces.push({ ...piece, isStart });
    }
    lines.push(line);
  }
  return lines;
}

const LINE_BREAK = /\r\n|[\n\r\u2028]/g;

function splitAtBreaks(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
    lines.push({ start, end: index });
    start = index + lineBreak.length;
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length });
  return lines;
}

/** The places read in the original, in order; where two overlap, the first has the shared part. */
function listFound(places: FieldPlace[]): (Span & { field: string })[] {
  const found = places
    .flatMap(({ field, startsAt, endsAt }) =>
      startsAt === null || endsAt === null ? [] : [{ field, start: startsAt, end: endsAt }],
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let free = 0;
  return found.flatMap((place) => {
    const start = Math.max(place.start, free);
    if (place.end <= start) return [];
    free = place.end;
    return [{ ...place, start }];
  });
}

function cutIntoPieces(text: string, found: (Span & { field: string })[]): OriginalPiece[] {
  const pieces: OriginalPiece[] = [];
  let at = 0;
  for (const { field, start, end } of found) {
    if (start > at) pieces.push(toPiece(text, at, start, null));
    pieces.push(toPiece(text, start, Math.min(end, text.length), field));
    at = end;
  }
  if (at < text.length) pieces.push(toPiece(text, at, text.length, null));
  return pieces;
}

function toPiece(text: string, start: number, end: number, field: string | null): OriginalPiece {
  const piece = { start, end, text: text.slice(start, end), field };
  if (field !== null) {
    return { ...piece, kind: field.startsWith("furniture.") ? "furniture" : "field" };
  }
  return { ...piece, kind: /[^\s\uFEFF\u200B]/.test(piece.text) ? "unused" : "blank" };
}

function clip(piece: OriginalPiece, from: number, to: number, text: string): OriginalPiece {
  const start = Math.max(piece.start, from);
  const end = Math.min(piece.end, to);
  if (start === piece.start && end === piece.end) return piece;
  return toPiece(text, start, end, piece.field);
}
