/** What a search asks for, in words. */
import { database } from "#lib/db/client.ts";
import { MAX_NAME_CHARACTERS } from "#lib/saved-searches/schema.ts";
import type { FollowedSearch } from "#lib/search/types.ts";
import { shorten } from "#lib/text/shorten.ts";

const EVERYTHING = "Every article";

type Labelled = Pick<FollowedSearch, "topicIds" | "actorIds" | "outletSlugs">;

/** Each part of a search, the words first; nothing where it asks for every article. */
export async function listAsks(search: FollowedSearch): Promise<string[]> {
  const labelOf = await getLabels([search]);
  return asksOf(search, labelOf);
}

/** The same for several, in the order given. */
export async function listAsksOfAll(searches: readonly FollowedSearch[]): Promise<string[][]> {
  const labelOf = await getLabels(searches);
  return searches.map((search) => asksOf(search, labelOf));
}

/** A name for what asks for this. */
export function nameOf(asks: readonly string[]): string {
  return shorten(asks.join(", ") || EVERYTHING, MAX_NAME_CHARACTERS);
}

type LabelOf = (id: string) => string;

function asksOf(search: FollowedSearch, labelOf: LabelOf): string[] {
  const { text, from, to, topicIds, actorIds, outletSlugs } = search;
  const days = from && to ? `${from} to ${to}` : from ? `from ${from}` : `until ${to}`;
  return [
    ...(text ? [text] : []),
    ...topicIds.map((id) => labelOf(`topic ${id}`)),
    ...actorIds.map((id) => labelOf(`actor ${id}`)),
    ...outletSlugs.map((slug) => labelOf(`outlet ${slug}`)),
    ...(from || to ? [days] : []),
  ];
}

/** What no longer has a name in the archive goes by what stands in the address. */
async function getLabels(searches: readonly Labelled[]): Promise<LabelOf> {
  const ids = (key: keyof Labelled) => [...new Set(searches.flatMap((search) => search[key]))];
  const [topics, actors, outlets] = await Promise.all([
    database.topic.findMany({
      where: { id: { in: ids("topicIds") } },
      select: { id: true, label: true },
    }),
    database.actor.findMany({
      where: { id: { in: ids("actorIds") } },
      select: { id: true, name: true },
    }),
    database.outlet.findMany({
      where: { slug: { in: ids("outletSlugs") } },
      select: { slug: true, name: true },
    }),
  ]);
  const pairs: [string, string][] = [
    ...topics.map(({ id, label }): [string, string] => [`topic ${id}`, label]),
    ...actors.map(({ id, name }): [string, string] => [`actor ${id}`, name]),
    ...outlets.map(({ slug, name }): [string, string] => [`outlet ${slug}`, name]),
  ];
  const labels = new Map(pairs);
  return (key) => labels.get(key) ?? key.slice(key.indexOf(" ") + 1);
}
