import { database } from "#lib/db/client.ts";
import type { OutletFields } from "#lib/outlets/schema.ts";

export type NamedOutlet = { id: string; name: string };

export type OutletAdminItem = NamedOutlet & {
  country: string | null;
  timeZone: string;
  defaultRights: OutletFields["defaultRights"];
  publishesItself: boolean;
  mergedInto: NamedOutlet | null;
  /** Of every status, drafts too. */
  articleCount: number;
};

const NAMED = { select: { id: true, name: true } } as const;

/** Every outlet by name, those merged away too. */
export async function listOutletsForAdmin(): Promise<OutletAdminItem[]> {
  const outlets = await database.outlet.findMany({
    orderBy: { name: "asc" },
    select: {
      ...NAMED.select,
      country: true,
      timeZone: true,
      defaultRights: true,
      publishesItself: true,
      mergedInto: NAMED,
      _count: { select: { articles: true } },
    },
  });
  return outlets.map(({ _count, ...outlet }) => ({ ...outlet, articleCount: _count.articles }));
}

export type OutletForAdmin = OutletFields &
  NamedOutlet & { slug: string; mergedInto: NamedOutlet | null };

/** One outlet as it is edited, or null. */
export async function getOutletForAdmin(id: string): Promise<OutletForAdmin | null> {
  const row = await database.outlet.findUnique({
    where: { id },
    select: {
      ...NAMED.select,
      slug: true,
      country: true,
      homepageUrl: true,
      timeZone: true,
      defaultRights: true,
      publishesItself: true,
      defaultTopics: { select: { topicId: true } },
      mergedInto: NAMED,
    },
  });
  if (!row) return null;
  const { defaultTopics, ...outlet } = row;
  return { ...outlet, defaultTopicIds: defaultTopics.map(({ topicId }) => topicId) };
}

/** The outlets that can be chosen, by name: those not merged away, nor `exceptId`. */
export function listOutletChoices(exceptId?: string): Promise<NamedOutlet[]> {
  return database.outlet.findMany({
    where: { mergedIntoId: null, ...(exceptId && { NOT: { id: exceptId } }) },
    orderBy: { name: "asc" },
    ...NAMED,
  });
}
