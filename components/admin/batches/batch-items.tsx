import { OUTCOME_TONES, outcomeWord } from "#components/admin/batches/batch-words.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { retryFailedAction } from "#lib/batches/actions.ts";
import type { BatchInFull, BatchItemLine } from "#lib/batches/types.ts";
import styles from "./batches.module.css";

type BatchItemsProps = { batch: BatchInFull; items: readonly BatchItemLine[] };

/** What became, or would become, of each article. */
export function BatchItems({ batch, items }: BatchItemsProps) {
  const { id, isDryRun, hasFiles, state } = batch;
  const canRetry = hasFiles && !isDryRun && (state === "done" || state === "paused");
  const columns: readonly Column<BatchItemLine>[] = [
    {
      key: "path",
      heading: "Place",
      cell: ({ path }) => <span className={styles.path}>{path}</span>,
    },
    {
      key: "outcome",
      heading: isDryRun ? "Would be" : "Became",
      cell: ({ outcome, isUndone }) => (
        <Badge tone={isUndone ? "plain" : OUTCOME_TONES[outcome]}>
          {isUndone ? "In the bin" : outcomeWord(outcome, isDryRun)}
        </Badge>
      ),
    },
    { key: "headline", heading: "Article", cell: (item) => <ItemArticle item={item} /> },
    {
      key: "message",
      heading: "Remark",
      cell: ({ message, outcome, position, path }) => (
        <>
          {message}
          {canRetry && outcome === "failed" && (
            <ActionForm
              action={retryFailedAction}
              hidden={{ batchId: id, position: String(position) }}
              submit="Try again"
              about={path}
              tone="plain"
              layout="inline"
            />
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={isDryRun ? "What would become of each" : "What became of each"}
      columns={columns}
      rows={items}
      keyOf={({ position }) => String(position)}
    />
  );
}

function ItemArticle({ item: { articleId, headline, outcome } }: { item: BatchItemLine }) {
  const name = headline ?? "without a headline";
  if (articleId) return <a href={`/admin/articles/${articleId}`}>{name}</a>;
  return outcome === "failed" || outcome === "waiting" ? "none" : name;
}
