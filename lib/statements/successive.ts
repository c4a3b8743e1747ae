import { compareCarriers } from "#lib/statements/compare-carriers.ts";
import type { ComparedPart } from "#lib/statements/types-ledger.ts";
import type { SuccessiveChange } from "#lib/statements/types-positions.ts";

/** With less in common than this, marking each word as changed hides what is said. */
const MIN_COMMON_SHARE = 0.25;

/**
 * What changed from an actor's words on a topic to the next: null for the first. `other`: so little
 * is the same that the words are new ones rather than a version; their parts are not marked.
 */
export function changeFrom(before: string | null, words: string): SuccessiveChange | null {
  if (before === null) return null;
  const { relation, parts } = compareCarriers(before, words);
  if (relation === "same") return { relation, parts: [] };
  const isOther = commonShare(parts) < MIN_COMMON_SHARE;
  return isOther ? { relation: "other", parts: [] } : { relation, parts };
}

/** Of the words of the shorter one, how many are in both. */
function commonShare(parts: readonly ComparedPart[]): number {
  const countOf = (...sides: ComparedPart["side"][]) =>
    parts
      .filter(({ side }) => sides.includes(side))
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const shorter = Math.min(countOf("both", "here"), countOf("both", "there"));
  return shorter === 0 ? 0 : countOf("both") / shorter;
}
