import { getSubjectNames } from "#lib/audit/data-names.ts";
import { startOfLondonDay } from "#lib/audit/london-day.ts";
import type {
  AuditChoices,
  AuditFilter,
  AuditItem,
  AuditPage,
  MergeItem,
} from "#lib/audit/types.ts";
import { addDays } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { isUndoable } from "#lib/db/merge-record.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const PAGE_SIZE = 50;
const ACCOUNT_SUBJECTS = ["user", "token", "setup_link"];

const ITEM_SELECT = {
  id: true,
  at: true,
  userId: true,
  agent: true,
  action: true,
  subject: true,
  subjectId: true,
  details: true,
  user: { select: { name: true } },
} satisfies Prisma.AuditEntrySelect;

type AuditRow = Prisma.AuditEntryGetPayload<{ select: typeof ITEM_SELECT }>;

/** What was done, newest first: one page of it, older than the entry `before` where given. */
export async function listAuditEntries(
  filter: AuditFilter = {},
  { before, limit = PAGE_SIZE }: { before?: string; limit?: number } = {},
): Promise<AuditPage> {
  const rows = await database.auditEntry.findMany({
    where: { ...toWhere(filter), ...(before && { id: { lt: BigInt(before) } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: ITEM_SELECT,
  });
  const shown = rows.slice(0, limit);
  const names = await getSubjectNames(shown);
  const items = shown.map((row) => toAuditItem(row, names));
  return { items, olderCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function toWhere(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { who, action, about, from, to, isContentOnly } = filter;
  return {
    ...(isContentOnly && { subject: { notIn: ACCOUNT_SUBJECTS } }),
    ...(who && { userId: who }),
    ...(action && { action }),
    ...(about && { OR: [{ subject: about }, { subjectId: about }] }),
    at: {
      ...(from && { gte: startOfLondonDay(from) }),
      ...(to && { lt: startOfLondonDay(addDays(to, 1)) }),
    },
  };
}

function toAuditItem(
  { id, user, details, ...row }: AuditRow,
  names: Map<string, string>,
): AuditItem {
  return {
    ...row,
    id: String(id),
    who: user?.name ?? row.agent,
    subjectName: names.get(`${row.subject} ${row.subjectId}`) ?? null,
    details: details as Record<string, unknown>,
  };
}

/** What the list of entries can be narrowed to. */
export async function listAuditChoices(): Promise<AuditChoices> {
  const [people, actions] = await Promise.all([
    database.user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    database.auditEntry.groupBy({ by: ["action"], orderBy: { action: "asc" } }),
  ]);
  return { people, actions: actions.map(({ action }) => action) };
}

/** Who merged a thing into another, when, and whether that can still be undone; null if nobody. */
export async function getMerge(subject: string, subjectId: string): Promise<MergeItem | null> {
  const row = await database.auditEntry.findFirst({
    where: { action: `${subject}.merge`, subject, subjectId },
    orderBy: { id: "desc" },
    select: { at: true, agent: true, user: { select: { name: true } } },
  });
  if (!row) return null;
  const { at, agent, user } = row;
  return { at, who: user?.name ?? agent, isUndoable: isUndoable(at, new Date()) };
}
