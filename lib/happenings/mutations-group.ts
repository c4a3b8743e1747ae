/** One step of looking for happenings: some articles, from one transaction's beginning to its end. */
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import { database } from "#lib/db/client.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import {
  writeWithAudit,
  type Actor,
  type AuditRecord,
  type Transaction,
} from "#lib/db/transaction.ts";
import { getTermFrequencies } from "#lib/duplicates/data-candidates.ts";
import { readContext, type ContextArticle } from "#lib/happenings/data-context.ts";
import { listPending, type Cursor, type PendingArticle } from "#lib/happenings/data-pending.ts";
import { isWorthSuggesting, type Description } from "#lib/happenings/describe-happening.ts";
import { Grouping, SAME_HAPPENING, type Group } from "#lib/happenings/group-articles.ts";
import { describeArticles, describeSuggestion } from "#lib/happenings/mutations-describe.ts";
import type { GroupingCounts } from "#lib/happenings/types.ts";

/** Held by whoever adds to, takes from or decides about suggestions. */
export const SUGGESTIONS_LOCK = "event-suggestions";
/** Few articles cannot show yet which terms are rare. */
const SMALL_ARCHIVE = 50;
const THRESHOLD_IN_SMALL_ARCHIVE = 2 * SAME_HAPPENING;
const STEP_TIMEOUT_MS = 60_000;

type Step = GroupingCounts & { cursor: Cursor | null };

/** Looks at the next articles after `cursor`; a step without articles is the end. */
export async function groupNext(cursor: Cursor | null, actor: Actor): Promise<Step> {
  return await writeWithAudit(
    actor,
    async (tx, record) => {
      await holdLock(tx, SUGGESTIONS_LOCK);
      const pending = await listPending(tx, cursor);
      const counts = { articles: pending.length, found: 0, grown: 0, reopened: 0 };
      if (pending.length > 0) {
        const context = await readContext(tx, pending);
        const isNew = new Set(context.filter(isUngrouped).map(({ id }) => id));
        await describeChanged(tx, context);
        for (const group of await groupContext(tx, context))
          await store(tx, { group, isNew, counts, record });
        await markGrouped(tx, pending);
      }
      return { ...counts, cursor: pending.at(-1) ?? null };
    },
    { timeoutMs: STEP_TIMEOUT_MS },
  );
}

/** Remembers up to which number all articles were looked at. */
export async function setGroupedUntil(doc: number): Promise<void> {
  await database.groupingProgress.updateMany({ where: { id: 1, doc: { lt: doc } }, data: { doc } });
}

function isUngrouped({ isPending, key }: ContextArticle): boolean {
  return isPending && key === null;
}

/** The words of an article in an open suggestion have changed, so what it tells may have, too. */
async function describeChanged(tx: Transaction, context: readonly ContextArticle[]) {
  const keys = context.flatMap(({ isPending, key }) => (isPending && key ? key : []));
  for (const key of new Set(keys)) {
    const { kind, id } = readKey(key);
    if (kind === "suggestion") await describeSuggestion(tx, id);
  }
}

async function groupContext(tx: Transaction, context: readonly ContextArticle[]): Promise<Group[]> {
  const frequencies = await getTermFrequencies(tx);
  const isSmall = frequencies.articles < SMALL_ARCHIVE;
  const grouping = new Grouping(frequencies, isSmall ? THRESHOLD_IN_SMALL_ARCHIVE : SAME_HAPPENING);
  for (const [key, articles] of Map.groupBy(context, (article) => article.key))
    if (key !== null) grouping.begin(key, articles);
  for (const article of context) if (article.key === null) grouping.add(article);
  return grouping.finish();
}

type Storing = {
  group: Group;
  /** The articles that are in no group yet. */
  isNew: ReadonlySet<string>;
  counts: GroupingCounts;
  record: (entry: AuditRecord) => void;
};

async function store(tx: Transaction, storing: Storing): Promise<void> {
  const { group, isNew } = storing;
  const added = group.articles.filter((id) => isNew.has(id));
  if (added.length === 0) return;
  const { kind, id } = readKey(group.key);
  if (kind === "suggestion") return await grow(tx, id, added, storing);
  if (kind === "event") {
    const open = await tx.eventSuggestion.findFirst({
      where: { state: "open", proposedEventId: id },
      select: { id: true },
    });
    if (open) return await grow(tx, open.id, added, storing);
    const told = await describeArticles(tx, added);
    if (told) await suggest(tx, { articles: added, told, eventId: id }, storing);
    return;
  }
  const told = await describeArticles(tx, group.articles);
  if (told && isWorthSuggesting(told))
    await suggest(tx, { articles: group.articles, told }, storing);
}

type Found = { articles: readonly string[]; told: Description; eventId?: string };

async function suggest(
  tx: Transaction,
  { articles, told, eventId }: Found,
  { counts, record }: Storing,
): Promise<void> {
  const day = toDateColumn(told.day);
  const { id } = await tx.eventSuggestion.create({
    data: { date: told.date, startsOn: day, endsOn: day },
    select: { id: true },
  });
  await addArticles(tx, id, articles);
  await describeSuggestion(tx, id, { eventId, told });
  counts.found++;
  record(entryOf("find", id, { articles: articles.length }));
}

/** What was rejected is open again, since there is more of it to judge by. */
async function grow(
  tx: Transaction,
  id: string,
  added: readonly string[],
  { counts, record }: Storing,
): Promise<void> {
  await addArticles(tx, id, added);
  const { count } = await tx.eventSuggestion.updateMany({
    where: { id, state: "rejected" },
    data: { state: "open", decidedAt: null, decidedById: null },
  });
  const before = await tx.eventSuggestion.findUniqueOrThrow({
    where: { id },
    select: { proposedEventId: true },
  });
  await describeSuggestion(tx, id, { eventId: before.proposedEventId });
  counts[count > 0 ? "reopened" : "grown"]++;
  record(entryOf(count > 0 ? "reopen" : "grow", id, { articles: added.length }));
}

/** Puts articles into a suggestion that are not there yet. */
export async function addArticles(
  tx: Transaction,
  suggestionId: string,
  articleIds: readonly string[],
  mergedFromId: string | null = null,
): Promise<void> {
  await insertRows(tx, {
    table: "event_suggestion_articles",
    columns: { suggestion_id: "uuid", article_id: "uuid", merged_from_id: "uuid" },
    rows: articleIds.map((id) => {
      return { suggestion_id: suggestionId, article_id: id, merged_from_id: mergedFromId };
    }),
    skipDuplicates: true,
  });
}

async function markGrouped(tx: Transaction, pending: readonly PendingArticle[]): Promise<void> {
  const ids = pending.map(({ articleId }) => articleId);
  await tx.groupedArticle.deleteMany({ where: { articleId: { in: ids } } });
  await insertRows(tx, {
    table: "grouped_articles",
    columns: { article_id: "uuid", doc: "int" },
    rows: pending.map(({ articleId, doc }) => ({ article_id: articleId, doc })),
  });
}

function readKey(key: string | null): { kind: string; id: string } {
  const [kind = "", id = ""] = (key ?? "").split(":");
  return { kind, id };
}

/** An entry of the audit about a suggestion. */
export function entryOf(
  action: string,
  subjectId: string,
  details: AuditRecord["details"] = {},
): AuditRecord {
  const what = { action: `event_suggestion.${action}`, subject: "event_suggestion" };
  return { ...what, subjectId, details };
}
