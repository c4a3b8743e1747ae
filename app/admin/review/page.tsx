import type { Metadata } from "next";
import { ConfirmedNotice } from "#components/admin/review/confirmed-notice.tsx";
import { ReviewQueues } from "#components/admin/review/review-queues.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getAdminLine, listArticlesForAdmin } from "#lib/articles/data-admin.ts";
import { listDraftsByDoubt } from "#lib/articles/data-review.ts";
import { adminListSchema } from "#lib/articles/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getEventName, listEventsToVerify } from "#lib/events/data-review.ts";

export const metadata: Metadata = { title: "Review" };

const DRAFTS_SHOWN = 50;
const EVENTS_SHOWN = 50;

type Props = { searchParams: Promise<{ event?: string; article?: string }> };

export default async function ReviewPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const confirmed = await searchParams;
  const [drafts, articles, events, event, article] = await Promise.all([
    listDraftsByDoubt(DRAFTS_SHOWN),
    listArticlesForAdmin(adminListSchema.parse({ status: "published", verification: "to_verify" })),
    listEventsToVerify(EVENTS_SHOWN),
    confirmed.event ? getEventName(confirmed.event) : null,
    confirmed.article ? getAdminLine(confirmed.article) : null,
  ]);
  return (
    <>
      <PageHeading
        title="Review"
        lead="What a machine or the chronology says and nobody has checked yet. Confirm what its sources bear out."
      />
      <ConfirmedNotice event={event} article={article} />
      <ReviewQueues
        {...{ drafts, articles, events }}
        confirmed={confirmed.event ?? confirmed.article}
      />
    </>
  );
}
