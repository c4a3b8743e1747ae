/** Which sentences support that something happened on a day, and what it was. */
import { hashWord, wordsOf } from "#lib/text/hashed-words.ts";
import type { Span } from "#lib/text/span.ts";
import type { ReadAccount } from "./describe-happening.ts";

const MAX_SENTENCES = 16;
/** Grammar says nothing about what happened. */
const MIN_WORD_CHARACTERS = 4;

export type Evidence = Span & {
  articleId: string;
  /** By which it is known whether the article still says it: `sentenceHash`. */
  wordsHash: number;
  tellsDay: boolean;
};

/** A signed 32-bit hash of a sentence. */
export function sentenceHash(sentence: string): number {
  return hashWord(sentence);
}

/**
 * Of each article the sentence that says most of what all say, and where another one names the day,
 * that one too; those of the articles that are most like the others, at most 16.
 */
export function chooseEvidence(accounts: readonly ReadAccount[], day: string): Evidence[] {
  const shares = shareOfAccounts(accounts);
  return accounts
    .toSorted((a, b) => b.likeness - a.likeness)
    .flatMap((account) => choose(account, day, shares))
    .slice(0, MAX_SENTENCES);
}

function choose(account: ReadAccount, day: string, shares: ReadonlyMap<string, number>) {
  const { sentences, named, body, id } = account;
  const candidates = sentences.map(({ start, end }) => {
    const tellsDay = named.some(
      (each) => each.day === day && start <= each.start && each.start < end,
    );
    return { start, end, tellsDay, weight: weightOf(body.slice(start, end), shares) };
  });
  const heaviest = candidates.toSorted((a, b) => b.weight - a.weight || a.start - b.start);
  const chosen = new Set([heaviest[0], heaviest.find(({ tellsDay }) => tellsDay)]);
  return [...chosen].flatMap((sentence): Evidence[] => {
    if (!sentence) return [];
    const { start, end, tellsDay } = sentence;
    return [
      { articleId: id, start, end, tellsDay, wordsHash: sentenceHash(body.slice(start, end)) },
    ];
  });
}

/** How much of what all articles begin with is in a text, longer ones having to hold more. */
export function weightOf(text: string, shares: ReadonlyMap<string, number>): number {
  const words = tellingWords(text);
  const shared = words.reduce((sum, word) => sum + (shares.get(word) ?? 0), 0);
  return shared / Math.sqrt(words.length || 1);
}

/** In what share of the articles' beginnings each word stands. */
export function shareOfAccounts(accounts: readonly ReadAccount[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { lead } of accounts) {
    for (const word of tellingWords(lead))
      shares.set(word, (shares.get(word) ?? 0) + 1 / accounts.length);
  }
  return shares;
}

function tellingWords(text: string): string[] {
  return [...new Set(wordsOf(text))].filter((word) => word.length >= MIN_WORD_CHARACTERS);
}
