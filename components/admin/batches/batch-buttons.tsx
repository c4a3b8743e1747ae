import { ActionForm } from "#components/admin/form/action-form.tsx";
import {
  cancelBatchAction,
  importDryRunAction,
  pauseBatchAction,
  resumeBatchAction,
  retryFailedAction,
  undoBatchAction,
} from "#lib/batches/actions.ts";
import type { BatchInFull } from "#lib/batches/types.ts";
import type { FormAction } from "#lib/http/form-state.ts";
import styles from "./batches.module.css";

type BatchButton = {
  submit: string;
  action: FormAction;
  tone: "primary" | "plain" | "danger";
  hidden?: Record<string, string>;
};

const RESUME: BatchButton = { submit: "Resume", action: resumeBatchAction, tone: "primary" };
const PAUSE: BatchButton = { submit: "Pause", action: pauseBatchAction, tone: "plain" };
const CANCEL: BatchButton = { submit: "Cancel", action: cancelBatchAction, tone: "danger" };
const IMPORT_NOW: BatchButton = {
  submit: "Import now",
  action: importDryRunAction,
  tone: "primary",
};
const RETRY: BatchButton = {
  submit: "Try all that failed again",
  action: retryFailedAction,
  tone: "plain",
};
const UNDO: BatchButton = {
  submit: "Undo: move what it made to the bin",
  action: undoBatchAction,
  tone: "danger",
};
const UNDO_EDITED: BatchButton = {
  submit: "Move these to the bin too",
  action: undoBatchAction,
  tone: "danger",
  hidden: { edited: "take" },
};

/** What can be done with a batch as it is. */
export function BatchButtons({ batch }: { batch: BatchInFull }) {
  const buttons = listButtons(batch);
  if (buttons.length === 0) return null;
  return (
    <div className={styles.buttons} role="group" aria-label="This batch">
      {buttons.map(({ hidden, ...button }) => (
        <ActionForm
          key={button.submit}
          layout="inline"
          hidden={{ batchId: batch.id, ...hidden }}
          {...button}
        />
      ))}
    </div>
  );
}

function listButtons(batch: BatchInFull): BatchButton[] {
  const { state } = batch;
  const isOpen = ["asking", "queued", "running", "paused"].includes(state);
  return [
    ...(state === "paused" ? [RESUME] : []),
    ...(state === "queued" || state === "running" ? [PAUSE] : []),
    ...(batch.isDryRun ? listDryRunButtons(batch) : listRealButtons(batch)),
    ...(isOpen ? [CANCEL] : []),
  ];
}

function listDryRunButtons({ state, hasFiles }: BatchInFull): BatchButton[] {
  return hasFiles && (state === "done" || state === "paused") ? [IMPORT_NOW] : [];
}

function listRealButtons({ state, hasFiles, counts, made, undone }: BatchInFull): BatchButton[] {
  const canRetry = hasFiles && counts.failed > 0 && isStill(state) && state !== "cancelled";
  const isLeft = made > undone;
  return [
    ...(canRetry ? [RETRY] : []),
    ...(isLeft && isStill(state) ? [UNDO] : []),
    ...(isLeft && state === "undone" ? [UNDO_EDITED] : []),
  ];
}

function isStill(state: BatchInFull["state"]): boolean {
  return state === "done" || state === "paused" || state === "cancelled";
}
