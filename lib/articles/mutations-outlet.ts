/** The outlets of articles that are written, found by the names that stand in them. */
import type { ArticleFields } from "#lib/articles/schema.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import type { Transaction } from "#lib/db/transaction.ts";

export type OutletRow = {
  id: string;
  name: string;
  timeZone: string;
  defaultRights: ArticleFields["rights"];
  publishesItself: boolean;
  defaultTopicIds: string[];
};

/** The outlet of this name, however it is capitalised; one not known yet is added. Null for no name. */
export async function findOrAddOutlet(
  tx: Transaction,
  name: string | null,
): Promise<OutletRow | null> {
  return name ? ((await findOrAddOutlets(tx, [name])).get(name) ?? null) : null;
}

/** The outlet of this name, however it is capitalised, or the one it was merged into. */
export async function findOutlet(tx: Transaction, name: string): Promise<OutletRow | null> {
  return (await findOutlets(tx, [name])).get(name) ?? null;
}

/** As `findOrAddOutlet` for many, by their names. */
export async function findOrAddOutlets(
  tx: Transaction,
  names: Iterable<string>,
): Promise<Map<string, OutletRow>> {
  const asked = [...new Set(names)].sort();
  const known = await findOutlets(tx, asked);
  const missing = asked.filter((name) => !known.has(name));
  if (missing.length === 0) return known;
  // Two that differ in capitals only are one.
  const added = new Map(missing.map((name) => [name.toLowerCase(), name]));
  for (const name of added.values()) await addOutlet(tx, name);
  return await findOutlets(tx, asked);
}

async function findOutlets(tx: Transaction, names: string[]): Promise<Map<string, OutletRow>> {
  if (names.length === 0) return new Map();
  const rows = await tx.$queryRaw<(OutletRow & { asked: string })[]>`
    SELECT DISTINCT ON (given.name) given.name AS asked, outlets.id, outlets.name,
      outlets.time_zone AS "timeZone", outlets.default_rights::text AS "defaultRights",
      outlets.publishes_itself AS "publishesItself",
      ARRAY(
        SELECT DISTINCT coalesce(merged_into_id, topics.id)
        FROM outlet_topics JOIN topics ON topics.id = topic_id WHERE outlet_id = outlets.id
      ) AS "defaultTopicIds"
    FROM unnest(${names}::text[]) AS given (name)
      JOIN outlets AS named ON lower(named.name) = lower(given.name)
      JOIN outlets ON outlets.id = coalesce(named.merged_into_id, named.id)
    ORDER BY given.name, named.name = given.name DESC`;
  return new Map(rows.map(({ asked, ...outlet }) => [asked, outlet]));
}

async function addOutlet(tx: Transaction, name: string): Promise<void> {
  const slug = toSlug(name);
  const similar = await tx.outlet.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  });
  const taken = new Set(similar.map((outlet) => outlet.slug));
  // Someone else may add it in this moment: then theirs is the one.
  await tx.outlet.createMany({
    data: [{ name, slug: firstFreeSlug(slug, (candidate) => taken.has(candidate)) }],
    skipDuplicates: true,
  });
}
