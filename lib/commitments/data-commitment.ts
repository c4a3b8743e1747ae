import { LINE_SELECT, toLine } from "#lib/commitments/data.ts";
import type { CommitmentLookup, EvidenceView } from "#lib/commitments/types.ts";
import { PUBLISHED } from "#lib/articles/data.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { CITED_ARTICLE_SELECT, CITED_EVENT_SELECT, toCited } from "#lib/events/data-cited.ts";
import { textFragment } from "#lib/text/text-fragment.ts";

const SELECT = {
  ...LINE_SELECT,
  ...{ detail: true, withdrawnAt: true, withdrawnReason: true },
  changes: {
    select: { position: true, state: true, day: true, note: true },
    orderBy: { position: "desc" },
  },
  evidence: {
    select: {
      ...{ change: true, publisher: true, title: true, url: true, words: true, articleId: true },
      event: { select: CITED_EVENT_SELECT },
      article: { select: CITED_ARTICLE_SELECT },
    },
    orderBy: [{ change: "asc" }, { position: "asc" }],
  },
} satisfies Prisma.CommitmentSelect;

type EvidenceRow = Prisma.CommitmentGetPayload<{ select: typeof SELECT }>["evidence"][number];

/** A commitment with its history and its evidence, or that it was withdrawn; null: there is none. */
export async function getCommitment(id: string): Promise<CommitmentLookup | null> {
  const row = await database.commitment.findUnique({ where: { id }, select: SELECT });
  if (!row) return null;
  if (row.withdrawnAt) {
    const { title, withdrawnAt, withdrawnReason: reason } = row;
    return { state: "gone", title, withdrawnOn: today(withdrawnAt), reason };
  }
  const bodies = await readBodies(row.evidence);
  const evidenceOf = (position: number) =>
    row.evidence.filter(({ change }) => change === position).map((each) => toView(each, bodies));
  return {
    state: "found",
    commitment: {
      ...toLine(row, today()),
      detail: row.detail,
      evidence: evidenceOf(0),
      changes: row.changes.toReversed().map(({ position, state, day, note }) => ({
        ...{ state, note, day: toCalendarDay(day) },
        evidence: evidenceOf(position),
      })),
    },
  };
}

/** The texts that readers may see, of the articles whose words are evidence. */
async function readBodies(evidence: readonly EvidenceRow[]): Promise<Map<string, string>> {
  const ids = evidence.flatMap(({ words, articleId }) => (words && articleId ? articleId : []));
  if (ids.length === 0) return new Map();
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: ids }, rights: "full_text" },
    select: { id: true, body: true },
  });
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function toView(row: EvidenceRow, bodies: ReadonlyMap<string, string>): EvidenceView {
  const { publisher, title, url, words, articleId } = row;
  const cited = toCited(row);
  const body = (articleId && bodies.get(articleId)) ?? "";
  // An edit may have taken the words away: then only the article is named.
  const start = words ? body.indexOf(words) : -1;
  const place = start >= 0 && words ? { start, end: start + words.length } : null;
  return {
    source: publisher && title ? { publisher, title, url } : null,
    cited,
    words:
      cited && place && words
        ? { text: words, href: `${cited.path}#${textFragment(body, place)}` }
        : null,
  };
}
