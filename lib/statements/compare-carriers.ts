import type { CarrierRelation, ComparedPart } from "#lib/statements/types-ledger.ts";
import { comparedWords } from "#lib/statements/word-keys.ts";
import { changesOf, type WordChange } from "#lib/text/word-changes.ts";

export type ComparedWords = { relation: CarrierRelation; parts: ComparedPart[] };

/**
 * How the words in another article (`there`) stand to those of a statement (`here`): the same but
 * for letter case, punctuation and bracketed insertions; shortened, where some are left out and none put in;
 * fuller, the other way round; else altered. `parts` are both versions in one, in order.
 */
export function compareCarriers(here: string, there: string): ComparedWords {
  if (plain(here) === plain(there)) return { relation: "same", parts: [] };
  const changes = changesOf(here, there).filter((change) => isOfWords(change, here, there));
  return { relation: relationOf(changes, here, there), parts: partsOf(changes, here, there) };
}

function relationOf(changes: readonly WordChange[], here: string, there: string): CarrierRelation {
  const isLost = changes.every(({ after }) => !plain(there.slice(after.start, after.end)));
  if (isLost) return "shortened";
  const isAdded = changes.every(({ before }) => !plain(here.slice(before.start, before.end)));
  return isAdded ? "fuller" : "altered";
}

function partsOf(changes: readonly WordChange[], here: string, there: string): ComparedPart[] {
  const parts: ComparedPart[] = [];
  let at = 0;
  for (const { before, after } of changes) {
    parts.push({ text: here.slice(at, before.start), side: "both" });
    parts.push({ text: here.slice(before.start, before.end), side: "here" });
    parts.push({ text: there.slice(after.start, after.end), side: "there" });
    at = before.end;
  }
  parts.push({ text: here.slice(at), side: "both" });
  return parts.filter(({ text }) => text !== "");
}

function isOfWords({ before, after }: WordChange, here: string, there: string): boolean {
  return plain(here.slice(before.start, before.end)) !== plain(there.slice(after.start, after.end));
}

/** As words are compared in the whole archive: in lower case, without marks and insertions. */
function plain(text: string): string {
  return comparedWords(text).join(" ");
}
