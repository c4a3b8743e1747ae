/** Which undecided statements are so like a decided one that the same may hold of them. */
import { describeSpeaker } from "#lib/language/descriptions.ts";

/** From the surest to the widest: each like is offered once, in the first scope that it is in. */
export const LIKE_SCOPES = ["words", "article", "outlet", "name"] as const;
export type LikeScope = (typeof LIKE_SCOPES)[number];

/** What of a statement tells whether it is like another. */
export type Comparable = {
  id: string;
  groupId: string;
  articleId: string;
  outletId: string | null;
  speakerText: string | null;
};

/**
 * In what a statement is like the decided `model`: the same words, or the same speaker in the
 * article's words, in the same article, in the same outlet, or, where they are a name, anywhere.
 * Null where in nothing.
 */
export function likenessOf(model: Comparable, other: Comparable): LikeScope | null {
  if (other.id === model.id) return null;
  if (other.groupId === model.groupId) return "words";
  if (!isSameSpeakerText(model.speakerText, other.speakerText)) return null;
  if (other.articleId === model.articleId) return "article";
  if (model.outletId !== null && other.outletId === model.outletId) return "outlet";
  return isProperName(model.speakerText ?? "") ? "name" : null;
}

/** The likes of a decided statement by scope, in their order; scopes without any are left out. */
export function groupLikes<T extends Comparable>(
  model: Comparable,
  others: readonly T[],
): { scope: LikeScope; likes: T[] }[] {
  const byScope = Map.groupBy(others, (other) => likenessOf(model, other));
  return LIKE_SCOPES.flatMap((scope) => {
    const likes = byScope.get(scope);
    return likes ? [{ scope, likes }] : [];
  });
}

/** True for words that name one and the same wherever they stand; false for “the senior official”. */
export function isProperName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const isDescription = /^(?:the|an?|one|some|his|her|their|its)$/i.test(words[0] ?? "");
  return words.length > 1 && !isDescription && words.every(isCapitalised);
}

/**
 * True for words that name somebody whom articles may go on to call so: “Sir Keir Starmer”, “The Kyiv
 * Independent”, “Euromaidan Press”, “AP”, but no office, which changes hands, and nobody who is only
 * described.
 */
export function isNameOfOne(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (!words.every(isCapitalised)) return false;
  const { kind } = describeSpeaker(text);
  // A noun in capitals among others is a part of the name.
  return kind === "name" || (kind === "description" && words.length > 1);
}

function isCapitalised(word: string): boolean {
  return (
    /^[\p{Lu}]/u.test(word) || /^(?:of|de|da|di|van|von|der|den|al-\p{Lu}\S*|bin)$/u.test(word)
  );
}

function isSameSpeakerText(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}
