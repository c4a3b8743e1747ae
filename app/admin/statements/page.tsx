import type { Metadata } from "next";
import { LastDecisionBar } from "#components/admin/statements/last-decision.tsx";
import { QueueAhead } from "#components/admin/statements/queue-ahead.tsx";
import { QueueHeading } from "#components/admin/statements/queue-heading.tsx";
import { StatementReview } from "#components/admin/statements/statement-review.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getAdminLine } from "#lib/articles/data-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listOutletChoices } from "#lib/outlets/data-admin.ts";
import { getLastDecision } from "#lib/statements/data-decisions.ts";
import { getLikesOffers } from "#lib/statements/data-likes.ts";
import { getReviewPage } from "#lib/statements/data-review.ts";
import { reviewQuerySchema } from "#lib/statements/schema-review.ts";
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
      <QueueHeading {...{ query, outlets }} left={page.left} article={article?.headline ?? null} />
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
