import type { SavedSearch } from "#lib/saved-searches/types.ts";

/** What a saved search asks for, in words; null where its name says just that. */
export function asksBeyondName({ asks, name }: Pick<SavedSearch, "asks" | "name">): string | null {
  if (asks.join(", ") === name) return null;
  return asks.length > 0 ? asks.join(" · ") : null;
}
