import type { Metadata } from "next";
import { LastDecisionBar } from "#components/admin/statements/last-decision.tsx";
import { QueueAhead } from "#components/admin/statements/queue-ahead.tsx";
import { QueueFilter } from "#components/admin/statements/queue-filter.tsx";
import { StatementReview } from "#components/admin/statements/statement-review.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getAdminLine } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listOutletChoices } from "#lib/outlets/data-admin.ts";
import { getLastDecision } from "#lib/statements/data-decisions.ts";
import { getLikesOffers } from "#lib/statements/data-likes.ts";
import { getReviewPage, MAX_COUNTED } from "#lib/statements/data-review.ts";
import { reviewQuerySchema } from "#lib/statements/schema-review.ts";
import { counted } from "#lib/text/counted.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Statements" };

type Props = { searchParams: Promise<Record<string, unknown>> };

export default async function StatementsPage({ searchParams }: Props) {
  const user = await requirePageRole("editor");
  const query = reviewQuerySchema.parse(await searchParams);
  const [page, decision, likes, topics, outlets, article] = await Promise.all([
    getReviewPage(query),
    getLastDecision(user.id),
    query.done ? getLikesOffers(query.done) : null,
    listTopicRefs(),
    listOutletChoices(),
    query.article ? getAdminLine(query.article) : null,
  ]);
  return (
    <>
      <PageHeading title="Statements" lead={leadOf(query.status, page.left)} />
      <QueueFilter query={query} outlets={outlets} article={article?.headline ?? null} />
      <LastDecisionBar {...{ decision, likes, query }} />
      {page.statement ? (
        <>
          <StatementReview {...{ statement: page.statement, page, query, topics }} />
          <QueueAhead lines={page.ahead} query={query} />
        </>
      ) : (
        <EmptyState title="No statement waits here" />
      )}
    </>
  );
}

function leadOf(status: string, left: number): string {
  const count =
    left < MAX_COUNTED ? counted(left, "statement") : `${counted(left, "statement")} or more`;
  const what =
    status === "suggested" ? `${left === 1 ? "waits" : "wait"} for a decision` : "in all";
  return `${count} ${what}, the most doubtful first. Press ? for the keys.`;
}
