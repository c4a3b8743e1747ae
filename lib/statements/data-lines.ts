import { OFFICE_HOLDER_SELECT, toOfficeHolder } from "#lib/articles/data-offices.ts";
import { ARTICLE_LINE_SELECT, toArticleLine } from "#lib/articles/data.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { passageParts } from "#lib/statements/passage-parts.ts";
import { statementPartsSchema, type StatementParts } from "#lib/statements/schema.ts";
import type { StatementArticle, StatementLine } from "#lib/statements/types-ledger.ts";
import { textFragment } from "#lib/text/text-fragment.ts";

/** The article that a statement stands in, never its body: the passage is in the statement's row. */
export const CARRIER_SELECT = {
  id: true,
  status: true,
  words: true,
  article: { select: { ...ARTICLE_LINE_SELECT, bylines: bylineNames() } },
} satisfies Prisma.StatementSelect;

const LINE_SELECT = {
  ...CARRIER_SELECT,
  kind: true,
  startsAt: true,
  endsAt: true,
  parts: true,
  passage: true,
  passageAt: true,
  speakerText: true,
  isAnonymous: true,
  venue: true,
  saidOn: true,
  day: true,
  groupId: true,
  createdAt: true,
  decidedAt: true,
  speaker: { select: OFFICE_HOLDER_SELECT },
  topics: {
    where: { status: { not: "rejected" } },
    select: { status: true, topic: { select: { id: true, label: true } } },
    orderBy: [{ status: "desc" }, { confidence: "desc" }, { topicId: "asc" }],
  },
} satisfies Prisma.StatementSelect;

type CarrierRow = Prisma.StatementGetPayload<{ select: typeof CARRIER_SELECT }>;
type LineRow = Prisma.StatementGetPayload<{ select: typeof LINE_SELECT }>;

function bylineNames() {
  return {
    select: { name: true },
    orderBy: { position: "asc" },
  } satisfies Prisma.Article$bylinesArgs;
}

/** The public ones among these statements (UUIDs), in the order of the ids. */
export async function listStatementsByIds(ids: readonly string[]): Promise<StatementLine[]> {
  if (ids.length === 0) return [];
  const rows = await database.statement.findMany({
    where: { id: { in: [...ids] }, isPublic: true },
    select: LINE_SELECT,
  });
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = rowById.get(id);
    return row ? [toLine(row)] : [];
  });
}

/** What a public statement and another article that carries it have in common. */
export function toCarrierLine({ id, status, words, article }: CarrierRow) {
  const { bylines, ...row } = article;
  const { headline, headlineProposed, publishedOn, outlet, path } = toArticleLine(row);
  return {
    ...{ id, words, path: `/statements/${id}`, place: `${path}#statement-${id}` },
    status: toCertainty(status),
    article: {
      ...{ headline, headlineProposed, publishedOn, outlet },
      bylines: bylines.map(({ name }) => name),
    } satisfies StatementArticle,
  };
}

function toLine(row: LineRow): StatementLine {
  const carrier = toCarrierLine(row);
  const { kind, speakerText, isAnonymous, venue, saidOn, groupId, passage, passageAt } = row;
  const day = row.day ? toCalendarDay(row.day) : carrier.article.publishedOn;
  const place = { start: row.startsAt - passageAt, end: row.endsAt - passageAt };
  return {
    ...carrier,
    ...{ kind, speakerText, isAnonymous, venue, saidOn, groupId, day },
    // On the article's page the number of its note stands after the words, before what follows them.
    fragment: textFragment(passage.slice(0, place.end), place),
    passage: passageParts({ passage, passageAt, parts: partsOf(row) }),
    speaker: row.speaker && toOfficeHolder(row.speaker, day),
    topics: row.topics.map(({ topic, status }) => ({ ...topic, status: toCertainty(status) })),
    updatedAt: (row.decidedAt ?? row.createdAt).toISOString(),
  };
}

/** The database holds them as JSON, which it does not look into; the whole place does in any case. */
function partsOf({
  parts,
  startsAt,
  endsAt,
}: LineRow): Pick<StatementParts, "content" | "insertions"> {
  const parsed = statementPartsSchema.safeParse(parts);
  if (parsed.success) return parsed.data;
  return { content: [{ start: startsAt, end: endsAt }], insertions: [] };
}

function toCertainty(status: LineRow["status"]): StatementLine["status"] {
  return status === "confirmed" ? "confirmed" : "suggested";
}
