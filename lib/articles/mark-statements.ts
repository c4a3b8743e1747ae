import type { LinkedParagraph, TextSegment } from "#lib/articles/link-mentions.ts";
import type { ArticleStatement } from "#lib/articles/types.ts";

/** A statement as a paragraph numbers it, from 1; the words of one that began before have no number. */
export type MarkedStatement = { statement: ArticleStatement; number: number | null };
/** A stretch of a paragraph; `marked` where it is somebody's words. */
export type MarkedRun = {
  marked: MarkedStatement | null;
  /** The first of the statement's words in the whole text. */
  isStart: boolean;
  segments: TextSegment[];
};
export type MarkedParagraph = Omit<LinkedParagraph, "segments"> & {
  runs: MarkedRun[];
  /** Those that begin here. */
  statements: MarkedStatement[];
};

type Place = { start: number; end: number; statement: ArticleStatement; isStart: boolean };

/**
 * Paragraphs with their segments gathered into what somebody says and what nobody does. Of
 * statements that share words one is marked: the confirmed one, else the first.
 */
export function markStatements(
  paragraphs: readonly LinkedParagraph[],
  statements: readonly ArticleStatement[],
): MarkedParagraph[] {
  const places = listPlaces(statements);
  let next = 0;
  return paragraphs.map(({ segments, ...paragraph }) => {
    const end = paragraph.startsAt + segments.reduce((sum, { text }) => sum + text.length, 0);
    const pieces = new SegmentPieces(segments, paragraph.startsAt);
    const numbers = new Map<ArticleStatement, number>();
    const runs: MarkedRun[] = [];
    for (let place; (place = places[next]) && place.start < end; next++) {
      const { statement, isStart } = place;
      if (isStart) numbers.set(statement, numbers.size + 1);
      const marked = { statement, number: numbers.get(statement) ?? null };
      runs.push({ marked: null, isStart: false, segments: pieces.upTo(place.start) });
      runs.push({ marked, isStart, segments: pieces.upTo(Math.min(place.end, end)) });
      if (place.end <= end) continue;
      // What runs over paragraphs goes on in the next.
      places[next] = { ...place, start: end, isStart: false };
      break;
    }
    runs.push({ marked: null, isStart: false, segments: pieces.upTo(end) });
    return {
      ...paragraph,
      runs: runs.filter(({ segments }) => segments.length > 0),
      statements: [...numbers].map(([statement, number]) => ({ statement, number })),
    };
  });
}

/** The segments of a paragraph, taken from its beginning on and cut where that is asked. */
class SegmentPieces {
  readonly #left: TextSegment[];
  #at: number;

  constructor(segments: readonly TextSegment[], startsAt: number) {
    this.#left = [...segments];
    this.#at = startsAt;
  }

  /** Those up to a place in the body. */
  upTo(place: number): TextSegment[] {
    const taken: TextSegment[] = [];
    for (let segment; this.#at < place && (segment = this.#left.shift());) {
      const text = segment.text.slice(0, place - this.#at);
      const rest = segment.text.slice(text.length);
      if (rest) this.#left.unshift({ ...segment, text: rest });
      taken.push({ ...segment, text });
      this.#at += text.length;
    }
    return taken;
  }
}

/** Where statements stand, in order and without overlap. */
function listPlaces(statements: readonly ArticleStatement[]): Place[] {
  const byCertainty = statements.toSorted(
    (a, b) => Number(b.status === "confirmed") - Number(a.status === "confirmed"),
  );
  const taken: Place[] = [];
  for (const statement of byCertainty) {
    const places = statement.spans.map(({ startsAt, endsAt }, i) => {
      return { start: startsAt, end: endsAt, statement, isStart: i === 0 };
    });
    const isFree = places.every((a) => taken.every((b) => a.end <= b.start || b.end <= a.start));
    if (isFree) taken.push(...places);
  }
  return taken.sort((a, b) => a.start - b.start);
}
