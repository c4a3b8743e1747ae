import type { BatchOutcome } from "#lib/batches/types.ts";
import type { PairKind } from "#lib/duplicates/types.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

type Circumstances = {
  draft: Pick<ArticleDraft, "headline" | "publishedOn" | "warnings">;
  /** These bytes are here already. */
  isKnown: boolean;
  inBin: boolean;
  repeats: { kind: PairKind; headline: string | null } | null;
};

const REPEAT_WORDS = {
  same_text: "The same text as",
  update: "An earlier or later version of",
  same_event: "About the same event as",
} satisfies Record<PairKind, string>;

/** What became, or would become, of an article that could be read, and what is to be said of it. */
export function outcomeOf({ draft, isKnown, inBin, repeats }: Circumstances): {
  outcome: BatchOutcome;
  message: string | null;
} {
  if (isKnown) {
    const message = inBin ? "The same bytes, in the bin." : "The same bytes were archived before.";
    return { outcome: "known", message };
  }
  if (repeats) {
    const other = repeats.headline ? `“${repeats.headline}”` : "an article without a headline";
    return { outcome: "near_duplicate", message: `${REPEAT_WORDS[repeats.kind]} ${other}.` };
  }
  const reasons = [
    ...(draft.headline ? [] : ["No headline was found."]),
    ...draft.warnings.map(({ message }) => message),
  ];
  if (!draft.publishedOn && !draft.warnings.some(({ code }) => code.endsWith("-date"))) {
    reasons.unshift("No day of publication was found.");
  }
  if (reasons.length === 0) return { outcome: "imported", message: null };
  return { outcome: "needs_review", message: reasons.join(" ") };
}
