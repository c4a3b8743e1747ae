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
  const draft = { status: "draft", deletedAt: null, mergedIntoId: null } as const;
  const counts = await Promise.all([
    article.count({ where: draft }),
    article.count({ where: { ...draft, publishedOn: null } }),
    article.count({ where: { ...draft, OR: [{ headline: null }, { headlineProposed: true }] } }),
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
