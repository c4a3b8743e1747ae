/** How much of a draft a person has to look at, and what. */
import { FIELD_LABELS, type FieldName } from "#lib/articles/field-labels.ts";
import { confidenceInWords } from "#lib/articles/place-words.ts";
import { warningsLeft } from "#lib/articles/warnings-left.ts";
import type { DraftWarning, WarningCode } from "#lib/ingest/types.ts";

export type Doubt = {
  /** A sentence, or `Published on: uncertain`. */
  what: string;
  /** How likely it is, by itself, that something has to be corrected: 0–1. */
  weight: number;
};

type Draft = Parameters<typeof warningsLeft>[1] & { warnings: readonly DraftWarning[] };

/** An archivist's estimate of how often such a draft needs a hand; none is measured. */
const WARNING_WEIGHTS: Record<WarningCode, number> = {
  empty: 0.95,
  scanned: 0.95,
  protected: 0.95,
  "no-body": 0.8,
  "date-after-capture": 0.8,
  "no-date": 0.7,
  "ambiguous-date": 0.6,
  "decoding-doubtful": 0.6,
  damaged: 0.6,
  "proposed-headline": 0.5,
  "several-chapters": 0.5,
  "relative-date": 0.4,
  "front-matter-unreadable": 0.4,
  "not-english": 0.3,
  "markdown-as-plain": 0.2,
};
/** How much it matters that a field is right. Of others, a reader sees at once that they are wrong. */
const FIELD_WEIGHTS = new Map<string, number>([
  ["publishedOn", 1],
  ["headline", 0.8],
  ["outlet", 0.5],
  ["bylines", 0.5],
]);
const SURE_ENOUGH = 0.85;
/** Up to here an outlet that publishes by itself may do so. */
const BEYOND_DOUBT = 0.15;

/** What is in doubt about a draft, the worst first. */
export function listDoubts(draft: Draft): Doubt[] {
  const warned = warningsLeft(draft.warnings, draft).map(({ code, message }) => ({
    what: message,
    weight: WARNING_WEIGHTS[code],
  }));
  return [...warned, ...unsureFields(draft)].sort((a, b) => b.weight - a.weight);
}

/** All doubts about a draft as one figure, 0–1, as if each were independent of the others. */
export function doubtOf(draft: Draft): number {
  return 1 - listDoubts(draft).reduce((sound, { weight }) => sound * (1 - weight), 1);
}

/** True where nothing speaks against publishing a draft unseen. */
export function isBeyondDoubt(doubt: number): boolean {
  return doubt <= BEYOND_DOUBT;
}

/** The least sure place of each field that matters; a proposed headline has a warning of its own. */
function unsureFields({ places, fields }: Draft): Doubt[] {
  const least = new Map<string, number>();
  for (const { field, confidence } of places) {
    const name = field.split(".")[0] ?? field;
    if (name === "headline" && fields.headlineProposed) continue;
    least.set(name, Math.min(confidence, least.get(name) ?? 1));
  }
  return [...least].flatMap(([name, confidence]) => {
    const weight = (1 - confidence) * (FIELD_WEIGHTS.get(name) ?? 0);
    if (weight === 0 || confidence >= SURE_ENOUGH) return [];
    return [
      { what: `${FIELD_LABELS[name as FieldName]}: ${confidenceInWords(confidence)}`, weight },
    ];
  });
}
