import { CommitmentRow } from "#components/commitments/commitment-row.tsx";
import { CommitmentsForm } from "#components/commitments/commitments-form.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import {
  commitmentParameters,
  commitmentsPath,
  type ParsedCommitments,
} from "#lib/commitments/commitments-query.ts";
import type { CommitmentList } from "#lib/commitments/types.ts";
import { counted } from "#lib/text/counted.ts";
import { timelineParametersSchema } from "#lib/timeline/schema.ts";
import { timelineHref } from "#lib/timeline/timeline-query.ts";
import styles from "./commitments-view.module.css";

type CommitmentsViewProps = { parsed: ParsedCommitments; list: CommitmentList };

/** What was promised, and what became of it; all of its state is in its address. */
export function CommitmentsView({ parsed, list }: CommitmentsViewProps) {
  const { query } = parsed;
  const { items, total, pageCount } = list;
  const calendar = `/commitments.ics${commitmentParameters({ ...query, sort: "made", page: 1 })}`;
  const onTimeline = timelineParametersSchema.parse({
    ...{ show: ["events", "commitments"], person: query.actorId, topic: query.topicId },
  });
  return (
    <>
      <PageHeading
        title="Commitments"
        lead="What was promised, by whom and until when, and what became of it. Kept, missed and superseded are judgements of a person, each with its evidence; where the day has passed and nothing here tells, the list says only that."
      />
      <CommitmentsForm parsed={parsed} list={list} />
      <p className={styles.summary} role="status">
        <strong>{counted(total, "commitment")}</strong>
        <span className={styles.follow}>
          <a href={timelineHref(onTimeline)}>On the timeline</a>
          <a href={calendar}>Due days as a calendar (iCalendar)</a>
        </span>
      </p>
      {items.length === 0 ? (
        <EmptyState title={total > 0 ? "There is no such page." : "No commitment found."}>
          <p>
            <a href="/commitments">See all commitments</a>
          </p>
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label="Commitments">
          {items.map((line) => (
            <CommitmentRow key={line.id} line={line} />
          ))}
        </ol>
      )}
      <Pagination
        {...{ page: query.page, pageCount, label: "Commitments" }}
        hrefFor={(page) => commitmentsPath(query, { page })}
      />
    </>
  );
}
