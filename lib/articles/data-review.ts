import { DRAFTS, LINE_SELECT, toLine } from "#lib/articles/data-admin.ts";
import { listDoubts } from "#lib/articles/doubt.ts";
import type { DraftToReview } from "#lib/articles/types-admin.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";

/** Stands for the text, of which no more is read. */
const FIRST_PARAGRAPH = "paragraphs.0";
/** Of the rest, only how sure they are of what the queue shows. */
const SHOWN_DOUBTS = 3;

/** The drafts outside the bin with most in doubt, each with what that is, and how many drafts there are. */
export async function listDraftsByDoubt(
  limit: number,
): Promise<{ items: DraftToReview[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.article.findMany({
      where: DRAFTS,
      select: {
        ...LINE_SELECT,
        warnings: true,
        doubt: true,
        fieldSpans: {
          select: { field: true, startsAt: true, endsAt: true, rule: true, confidence: true },
          where: {
            OR: [
              { field: FIRST_PARAGRAPH },
              { NOT: [{ field: { startsWith: "paragraphs" } }, { field: { startsWith: "furn" } }] },
            ],
          },
        },
      },
      orderBy: [{ doubt: "desc" }, { id: "asc" }],
      take: limit,
    }),
    database.article.count({ where: DRAFTS }),
  ]);
  const items = rows.map(({ warnings, doubt, fieldSpans: places, ...row }) => {
    const { headlineProposed, publishedOn } = row;
    const fields = {
      headlineProposed,
      publishedOn: publishedOn && toCalendarDay(publishedOn),
      paragraphs: places.filter(({ field }) => field === FIRST_PARAGRAPH).map(({ field }) => field),
    };
    const doubts = listDoubts({
      fields,
      places,
      warnings: draftWarningSchema.array().safeParse(warnings).data ?? [],
    });
    return { ...toLine(row), doubt, doubts: doubts.slice(0, SHOWN_DOUBTS).map(({ what }) => what) };
  });
  return { items, total };
}
