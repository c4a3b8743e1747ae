/** How alike the same words are marked where two documents have a passage in common. */
import type { Span } from "#lib/text/span.ts";
import { tokenise, type Token } from "#lib/language/name-tokens.ts";
import type { MarkedDocument } from "./name-examples.ts";

/** Words in a row that are no chance. */
const LEAST_WORDS = 6;

type Passage = { a: readonly Token[]; b: readonly Token[] };
export type MarkAgreement = { words: number; f1: Record<string, number> };

/**
 * By the names of `types`, the F1 of one document's marks against the other's over all passages that
 * two documents share (figures in them may differ), and the words of these passages.
 */
export function markAgreement(
  documents: readonly MarkedDocument[],
  types: readonly string[],
): MarkAgreement {
  const tokens = documents.map(({ text }) => tokenise(text).flat());
  const pairs = documents.flatMap((a, i) =>
    documents.slice(0, i).map((b, j) => ({
      a,
      b,
      passages: passagesOf(tokens[i] ?? [], tokens[j] ?? []),
    })),
  );
  const f1Of = (type: string) => {
    let [both, all] = [0, 0];
    for (const { a, b, passages } of pairs)
      for (const passage of passages) {
        const ofA = marksIn(a, passage.a, type);
        const ofB = marksIn(b, passage.b, type);
        both += ofA.filter((mark) => ofB.includes(mark)).length;
        all += ofA.length + ofB.length;
      }
    return all === 0 ? 1 : (2 * both) / all;
  };
  return {
    words: pairs.flatMap(({ passages }) => passages).reduce((sum, { a }) => sum + a.length, 0),
    f1: Object.fromEntries(types.map((type) => [type, f1Of(type)])),
  };
}

function passagesOf(a: readonly Token[], b: readonly Token[]): Passage[] {
  const starts = new Map<string, number>();
  b.forEach((_, j) => starts.set(runAt(b, j), j));
  const passages: Passage[] = [];
  for (let i = 0; i + LEAST_WORDS <= a.length; i++) {
    const j = starts.get(runAt(a, i));
    if (j === undefined) continue;
    let length = LEAST_WORDS;
    while (i + length < a.length && j + length < b.length && isSame(a[i + length], b[j + length]))
      length++;
    passages.push({ a: a.slice(i, i + length), b: b.slice(j, j + length) });
    i += length - 1;
  }
  return passages;
}

function runAt(tokens: readonly Token[], at: number): string {
  const run = tokens.slice(at, at + LEAST_WORDS);
  return run.length < LEAST_WORDS ? "" : run.map(wordOf).join(" ");
}

function isSame(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && wordOf(a) === wordOf(b);
}

function wordOf({ text }: Token): string {
  return text.toLowerCase().replace(/^\d.*/, "0");
}

/** The marks of a type that lie within a passage, by the words they begin and end at. */
function marksIn({ entities }: MarkedDocument, passage: readonly Token[], type: string): string[] {
  const at = (span: Span) => {
    const first = passage.findIndex(({ start }) => start >= span.start);
    const last = passage.findLastIndex(({ end }) => end <= span.end);
    return first <= last && passage[first]?.start === span.start && passage[last]?.end === span.end
      ? [`${first}-${last}`]
      : [];
  };
  return entities.filter((entity) => entity.type === type).flatMap(at);
}
