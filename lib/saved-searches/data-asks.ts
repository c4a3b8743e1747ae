/** What a search asks for, in words. */
import { MAX_NAME_CHARACTERS } from "#lib/saved-searches/schema.ts";
import { chosenInWords, nameChosen, type NameOfValue } from "#lib/search/data-chosen.ts";
import type { FollowedSearch } from "#lib/search/types.ts";
import { shorten } from "#lib/text/shorten.ts";

const EVERYTHING = "Every article";

/** Each part of a search, the words first; nothing where it asks for every article. */
export async function listAsks(search: FollowedSearch): Promise<string[]> {
  return asksOf(search, await nameChosen([search.chosen]));
}

/** The same for several, in the order given. */
export async function listAsksOfAll(searches: readonly FollowedSearch[]): Promise<string[][]> {
  const nameOfValue = await nameChosen(searches.map(({ chosen }) => chosen));
  return searches.map((search) => asksOf(search, nameOfValue));
}

/** A name for what asks for this. */
export function nameOf(asks: readonly string[]): string {
  return shorten(asks.join(", ") || EVERYTHING, MAX_NAME_CHARACTERS);
}

function asksOf(search: FollowedSearch, nameOfValue: NameOfValue): string[] {
  const { text, from, to, chosen } = search;
  const days = from && to ? `${from} to ${to}` : from ? `from ${from}` : `until ${to}`;
  return [
    ...(text ? [text] : []),
    ...chosenInWords(chosen, nameOfValue),
    ...(from || to ? [days] : []),
  ];
}
