import type { VersionOutcome } from "#lib/articles/types.ts";
import type { BatchOutcome } from "#lib/batches/types.ts";
import type { PairKind } from "#lib/duplicates/types.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

type Circumstances = {
  draft: Pick<ArticleDraft, "headline" | "publishedOn" | "warnings">;
  /** These bytes are here already. */
  isKnown: boolean;
  /** It is a version of a page that an article is of; null: of none, or these bytes are here. */
  version: VersionOutcome["outcome"] | "foreseen" | null;
  inBin: boolean;
  repeats: { kind: PairKind; headline: string | null } | null;
};

const REPEAT_WORDS = {
  same_text: "The same text as",
  update: "An earlier or later version of",
  same_event: "About the same event as",
} satisfies Record<PairKind, string>;

const VERSION_WORDS = {
  foreseen: "A new version of its page would be kept with it.",
  taken: "A new version of its page is its text now.",
  proposed: "A new version of its page waits for an editor.",
  unchanged: "The same text in other bytes, which are kept.",
  kept: "An older version of its page, or one of a reprint, which is kept.",
} satisfies Record<NonNullable<Circumstances["version"]>, string>;

/** What became, or would become, of an article that could be read, and what is to be said of it. */
export function outcomeOf({ draft, isKnown, version, inBin, repeats }: Circumstances): {
  outcome: BatchOutcome;
  message: string | null;
} {
  if (version) return { outcome: "known", message: VERSION_WORDS[version] };
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
