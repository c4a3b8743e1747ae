import type { ReactNode } from "react";
import { ArticleQueue } from "#components/admin/review/article-queue.tsx";
import { DraftQueue } from "#components/admin/review/draft-queue.tsx";
import { EventQueue } from "#components/admin/review/event-queue.tsx";
import { ReviewKeys } from "#components/admin/review/review-keys.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AdminArticleList, DraftToReview } from "#lib/articles/types-admin.ts";
import type { EventToVerify } from "#lib/events/data-review.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./review-queue.module.css";

type ReviewQueuesProps = {
  drafts: { items: DraftToReview[]; total: number };
  articles: AdminArticleList;
  events: { items: EventToVerify[]; total: number };
  /** What was confirmed just now. */
  confirmed: string | undefined;
};

/** All that waits for a person's judgement: drafts, then articles, then events. */
export function ReviewQueues({ drafts, articles, events, confirmed }: ReviewQueuesProps) {
  if (drafts.total + articles.total + events.total === 0) {
    return (
      <EmptyState title="Nothing waits for review">
        <p>
          <a href="/admin/articles/new">Add an article</a>
        </p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.queues}>
      <ReviewKeys confirmed={confirmed} />
      <Queue id="drafts" title="Drafts, those most in doubt first" {...drafts}>
        <DraftQueue drafts={drafts.items} />
      </Queue>
      <Queue id="articles" title="Published articles to verify" {...articles}>
        <ArticleQueue articles={articles.items} />
      </Queue>
      <Queue id="events" title="Events to verify" {...events}>
        <EventQueue events={events.items} />
      </Queue>
    </div>
  );
}

type QueueProps = {
  id: string;
  title: string;
  items: readonly unknown[];
  total: number;
  children: ReactNode;
};

function Queue({ id, title, items, total, children }: QueueProps) {
  if (total === 0) return null;
  const count =
    items.length < total
      ? `the first ${inFigures(items.length)} of ${inFigures(total)}`
      : inFigures(total);
  return (
    <Section id={id} title={title} aside={count}>
      {children}
    </Section>
  );
}
