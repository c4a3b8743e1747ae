import { database } from "#lib/db/client.ts";
import type { FeedChoices } from "#lib/feeds/types.ts";
import { listOutletChoices } from "#lib/outlets/data-admin.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

/** What can be chosen for a feed, by name. */
export async function getFeedChoices(): Promise<FeedChoices> {
  const [outlets, topics] = await Promise.all([listOutletChoices(), listTopicRefs()]);
  return { outlets, topics };
}

/** The outlet on whose site an address stands, or that has this name; null where none is known. */
export async function findOutletOf(address: string, name: string): Promise<string | null> {
  const outlets = await database.outlet.findMany({
    where: { mergedIntoId: null },
    select: { id: true, name: true, homepageUrl: true },
  });
  const site = siteOf(address);
  const named = outlets.find((outlet) => outlet.name.toLowerCase() === name.toLowerCase());
  const here = outlets.find(({ homepageUrl }) => {
    const home = homepageUrl && siteOf(homepageUrl);
    return home && (site === home || site.endsWith(`.${home}`));
  });
  return (named ?? here)?.id ?? null;
}

function siteOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./, "") ?? "";
}
