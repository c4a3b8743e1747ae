/** Where something happened, as its accounts say it. */
import { lexiconTags, listedType } from "#lib/language/known-names.ts";
import { findNames } from "#lib/language/names.ts";

/** "in Geneva", "at Lancaster House": a name without such a word is seldom where it happened. */
const BEFORE_PLACE = /\b(?:in|at|near|outside|to)\s(?:the\s)?$/i;
const BEFORE_CHARACTERS = 16;

type Place = { name: string; accounts: number; isCountry: boolean };

/**
 * The place that most accounts name, a town before a country; null where none is named, or where
 * each of several accounts names another.
 */
export function placeOf(leads: readonly string[]): string | null {
  const places = new Map<string, Place>();
  for (const lead of leads) {
    for (const name of new Set(placesIn(lead))) {
      const place = places.get(name) ?? { name, accounts: 0, isCountry: isCountry(name) };
      places.set(name, { ...place, accounts: place.accounts + 1 });
    }
  }
  const [best] = [...places.values()].sort(
    (a, b) =>
      Number(a.isCountry) - Number(b.isCountry) ||
      b.accounts - a.accounts ||
      (a.name < b.name ? -1 : 1),
  );
  if (!best || (leads.length > 1 && best.accounts === 1 && places.size > 1)) return null;
  return best.name;
}

/** True for the name of a whole country. */
export function isCountry(name: string): boolean {
  const lower = name.toLowerCase();
  return listedType(lower) === "country" || lexiconTags(lower).includes("Country");
}

function placesIn(lead: string): string[] {
  return findNames(lead)
    .filter(({ type, start }) => {
      const before = lead.slice(Math.max(0, start - BEFORE_CHARACTERS), start);
      return type === "location" && BEFORE_PLACE.test(before);
    })
    .map(({ start, end }) => lead.slice(start, end).replaceAll(/\s+/g, " "));
}
