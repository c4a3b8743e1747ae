import { database } from "#lib/db/client.ts";
import type { Outlet, OutletWithCount } from "#lib/outlets/types.ts";

const OUTLET_SELECT = { slug: true, name: true, country: true, homepageUrl: true } as const;

/** The outlet with this slug, the one that it was merged into, or null. */
export async function getOutlet(slug: string): Promise<Outlet | null> {
  const row = await database.outlet.findUnique({
    where: { slug },
    select: { ...OUTLET_SELECT, mergedInto: { select: OUTLET_SELECT } },
  });
  if (!row) return null;
  const { mergedInto, ...outlet } = row;
  return mergedInto ?? outlet;
}

/** Every outlet that has something published here, by name. */
export async function listOutletsWithCounts(): Promise<OutletWithCount[]> {
  return await database.$queryRaw<OutletWithCount[]>`
    SELECT slug, name, country, homepage_url AS "homepageUrl", count(*)::int AS "articleCount"
    FROM outlets JOIN article_search ON article_search.outlet_id = outlets.id
    GROUP BY outlets.id ORDER BY lower(name)`;
}
