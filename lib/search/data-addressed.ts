/** A search as its address asks it, for what is not a page: feeds and files. */
import { uuidText } from "#lib/db/uuid-text.ts";
import { today } from "#lib/dates/today.ts";
import { findAllIds, findNewInArchive } from "#lib/search/data.ts";
import { parseSearch, type ParsedSearch } from "#lib/search/parse-query.ts";
import { givenPath } from "#lib/search/search-address.ts";

export type AddressedSearch = {
  /** What was typed. */
  text: string;
  /** The page of the search. */
  path: string;
};

/** What is new in a search: ids of articles, what the archive published last first. */
export async function followSearch(
  parameters: URLSearchParams,
  limit: number,
): Promise<AddressedSearch & { ids: string[] }> {
  const search = readParameters(parameters);
  return { ...addressOf(search), ids: await findNewInArchive(search.query, limit) };
}

/** All that a search finds, the newest first, in groups of `groupSize` ids of articles. */
export async function listAllFound(
  parameters: URLSearchParams,
  groupSize: number,
): Promise<AddressedSearch & { groups: Iterable<string[]> }> {
  const search = readParameters(parameters);
  return { ...addressOf(search), groups: inGroups(await findAllIds(search.query), groupSize) };
}

/** In whatever order its page stands. Days such as `last month` move on with today. */
export function readParameters(parameters: URLSearchParams): ParsedSearch {
  const names = new Set(parameters.keys());
  const given = Object.fromEntries([...names].map((name) => [name, parameters.getAll(name)]));
  return parseSearch({ ...given, sort: undefined, page: undefined }, today());
}

function addressOf(search: ParsedSearch): AddressedSearch {
  return { text: search.query.text, path: givenPath(search) };
}

const UUID_BYTES = 16;

/** Ids as the database packs them, a million in 16 MB. */
function* inGroups(packed: Uint8Array, groupSize: number): Generator<string[]> {
  const groupBytes = groupSize * UUID_BYTES;
  for (let start = 0; start < packed.length; start += groupBytes) {
    const end = Math.min(start + groupBytes, packed.length);
    const ids: string[] = [];
    for (let at = start; at < end; at += UUID_BYTES)
      ids.push(uuidText(packed.subarray(at, at + UUID_BYTES)));
    yield ids;
  }
}
