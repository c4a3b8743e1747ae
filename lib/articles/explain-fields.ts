import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import {
  explainOriginal,
  type OriginalLine,
  type OriginalPiece,
} from "#lib/articles/explain-original.ts";
import { confidenceInWords, isByPerson, ruleInWords } from "#lib/articles/place-words.ts";

/** A longer original is explained as far as this; nobody reads further in a form. */
const MAX_SHOWN_CHARACTERS = 100_000;
const MAX_LISTED_UNUSED = 40;

/** Where a field was read and why, in words; `line` is null where it stands nowhere in the original. */
export type FieldExplanation = {
  line: number | null;
  rule: string;
  sureness: string;
  isByPerson: boolean;
};

export type ExplainedOriginal = {
  lines: OriginalLine[];
  /** The original goes on after the last line. */
  isCut: boolean;
  /** By the path of the field. */
  explanations: Record<string, FieldExplanation>;
  /** Paths in the order in which they stand in the original. */
  order: string[];
  unused: OriginalPiece[];
  unusedCount: number;
};

/** All that a page shows of an original beside the fields that were read from it. */
export function explainFields(text: string, places: FieldPlace[]): ExplainedOriginal {
  const lines = explainOriginal(text.slice(0, MAX_SHOWN_CHARACTERS), places);
  const lineOf = new Map(
    lines.flatMap(({ number, pieces }) =>
      pieces.flatMap(({ field, isStart }) => (field && isStart ? [[field, number] as const] : [])),
    ),
  );
  const fields = places.filter(({ field }) => !field.startsWith("furniture."));
  const unused = lines.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === "unused"));
  return {
    lines,
    isCut: text.length > MAX_SHOWN_CHARACTERS,
    explanations: Object.fromEntries(
      fields.map((place) => [
        place.field,
        {
          line: lineOf.get(place.field) ?? null,
          rule: ruleInWords(place.rule),
          sureness: confidenceInWords(place.confidence),
          isByPerson: isByPerson(place),
        },
      ]),
    ),
    order: [...lineOf.keys()].filter((field) => !field.startsWith("furniture.")),
    unused: unused.slice(0, MAX_LISTED_UNUSED),
    unusedCount: unused.length,
  };
}
