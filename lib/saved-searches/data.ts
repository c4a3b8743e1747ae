import { hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { CONFIRM_LIFE_MS } from "#lib/saved-searches/confirm-life.ts";
import { listAsksOfAll } from "#lib/saved-searches/data-asks.ts";
import { maskAddress } from "#lib/saved-searches/masked-address.ts";
import { MAX_NEW, secretSchema } from "#lib/saved-searches/schema.ts";
import type {
  AlertAtLink,
  AlertView,
  SavedLine,
  SavedNews,
  SavedSearch,
} from "#lib/saved-searches/types.ts";
import { findReleased, listMatches, readFollowed, takeLook } from "#lib/search/data-followed.ts";

const LISTED = 50;

const SAVED_SELECT = {
  id: true,
  tokenHash: true,
  query: true,
  name: true,
  seenUntil: true,
  seenSnapshot: true,
  createdAt: true,
  deletedAt: true,
  alert: {
    select: {
      email: true,
      cadence: true,
      confirmedAt: true,
      lastSentAt: true,
      lastError: true,
      stoppedAt: true,
    },
  },
} satisfies Prisma.SavedSearchSelect;

type SavedRow = Prisma.SavedSearchGetPayload<{ select: typeof SAVED_SELECT }>;

/** The saved search of a secret, deleted ones too for as long as they can be taken back; or null. */
export async function getSaved(token: string): Promise<SavedSearch | null> {
  if (!secretSchema.safeParse(token).success) return null;
  const row = await database.savedSearch.findUnique({
    where: { tokenHash: hashToken(token) },
    select: SAVED_SELECT,
  });
  return row && ((await describe([row]))[0] ?? null);
}

/** Those of these secrets that open a search, also a deleted one. */
export async function listOpening(tokens: readonly string[]): Promise<string[]> {
  const rows = await database.savedSearch.findMany({
    where: { tokenHash: { in: tokens.map(hashToken) } },
    select: { tokenHash: true },
  });
  const hashes = new Set(rows.map(({ tokenHash }) => tokenHash));
  return tokens.filter((token) => hashes.has(hashToken(token)));
}

/** The searches that these secrets open, in their order, each with how much in it is new. */
export async function listSaved(tokens: readonly string[]): Promise<SavedLine[]> {
  const rows = await database.savedSearch.findMany({
    where: { tokenHash: { in: tokens.map(hashToken) } },
    select: SAVED_SELECT,
  });
  const rowOf = new Map(rows.map((row) => [row.tokenHash, row]));
  const found = tokens.flatMap((token) => {
    const row = rowOf.get(hashToken(token));
    return row ? [{ token, row }] : [];
  });
  const described = await describe(found.map(({ row }) => row));
  const lines: SavedLine[] = [];
  const asOf = await takeLook();
  // One after the other: a browser may remember fifty, and others search too.
  for (const [i, saved] of described.entries()) {
    const released = saved.deletedAt
      ? []
      : await findReleased(saved.search.parameters, { since: saved.seen, asOf, limit: MAX_NEW });
    lines.push({ ...saved, token: found[i]?.token ?? "", newCount: released.length });
  }
  return lines;
}

/** What is new in a saved search, with the sentences that matched of the last released. Marks nothing. */
export async function listNews({ search, seen }: SavedSearch): Promise<SavedNews> {
  const asOf = await takeLook();
  const released = await findReleased(search.parameters, { since: seen, asOf, limit: MAX_NEW });
  const ids = released.slice(0, LISTED).map(({ id }) => id);
  return { asOf, count: released.length, matches: await listMatches(search.parameters, ids) };
}

/** What the link in a first mail would confirm, or null where it was used or has expired. */
export async function getToConfirm(token: string, now = new Date()): Promise<AlertAtLink | null> {
  if (!secretSchema.safeParse(token).success) return null;
  const row = await database.searchAlert.findFirst({
    where: {
      confirmHash: hashToken(token),
      confirmSentAt: { gt: new Date(now.getTime() - CONFIRM_LIFE_MS) },
      search: { deletedAt: null },
    },
    select: AT_LINK_SELECT,
  });
  return row && toAlertAtLink(row);
}

/** What the link in every mail would end, or null where it has ended. */
export async function getToEnd(token: string): Promise<AlertAtLink | null> {
  if (!secretSchema.safeParse(token).success) return null;
  const row = await database.searchAlert.findUnique({
    where: { unsubscribeToken: token },
    select: AT_LINK_SELECT,
  });
  return row && toAlertAtLink(row);
}

const AT_LINK_SELECT = {
  email: true,
  cadence: true,
  search: { select: { name: true, query: true } },
} satisfies Prisma.SearchAlertSelect;

type AtLinkRow = Prisma.SearchAlertGetPayload<{ select: typeof AT_LINK_SELECT }>;

function toAlertAtLink({ email, cadence, search }: AtLinkRow): AlertAtLink {
  const followed = readFollowed(new URLSearchParams(search.query));
  return { name: search.name, search: followed, address: maskAddress(email), cadence };
}

async function describe(rows: readonly SavedRow[]): Promise<SavedSearch[]> {
  const searches = rows.map(({ query }) => readFollowed(new URLSearchParams(query)));
  const asks = await listAsksOfAll(searches);
  return rows.flatMap((row, i) => {
    const search = searches[i];
    if (!search) return [];
    const { id, name, createdAt, deletedAt, seenUntil, seenSnapshot, alert } = row;
    const seen = { until: seenUntil, snapshot: seenSnapshot };
    const view = alert && toAlertView(alert);
    return [
      { ...{ id, name, search, seen, createdAt, deletedAt }, asks: asks[i] ?? [], alert: view },
    ];
  });
}

function toAlertView(row: NonNullable<SavedRow["alert"]>): AlertView {
  const { email, cadence, confirmedAt, stoppedAt, lastSentAt, lastError } = row;
  const state = stoppedAt ? "stopped" : confirmedAt ? "on" : "asked";
  const isConfirmed = confirmedAt !== null;
  return { address: maskAddress(email), cadence, state, isConfirmed, lastSentAt, lastError };
}
