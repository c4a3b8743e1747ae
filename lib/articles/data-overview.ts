import { DRAFTS } from "#lib/articles/data-admin.ts";
import { database } from "#lib/db/client.ts";

/** How much waits for an archivist. */
export type WaitingCounts = {
  drafts: number;
  draftsWithoutDate: number;
  draftsWithoutOwnHeadline: number;
  articlesToVerify: number;
  eventsToVerify: number;
  inBin: number;
  newVersions: number;
};

/** What waits for an archivist, counted now. */
export async function getWaitingCounts(): Promise<WaitingCounts> {
  const { article, articleOriginal, event } = database;
  const counts = await Promise.all([
    article.count({ where: DRAFTS }),
    article.count({ where: { ...DRAFTS, publishedOn: null } }),
    article.count({ where: { ...DRAFTS, OR: [{ headline: null }, { headlineProposed: true }] } }),
    article.count({
      where: { status: "published", deletedAt: null, verification: "to_verify" },
    }),
    event.count({ where: { verification: "to_verify" } }),
    article.count({ where: { deletedAt: { not: null } } }),
    articleOriginal.count({
      where: { state: "proposed", article: { deletedAt: null, mergedIntoId: null } },
    }),
  ]);
  const [drafts, draftsWithoutDate, draftsWithoutOwnHeadline] = counts;
  const [, , , articlesToVerify, eventsToVerify, inBin, newVersions] = counts;
  return {
    drafts,
    draftsWithoutDate,
    draftsWithoutOwnHeadline,
    articlesToVerify,
    eventsToVerify,
    inBin,
    newVersions,
  };
}
