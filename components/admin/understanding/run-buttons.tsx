import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormAction } from "#lib/http/form-state.ts";
import {
  applyRunAction,
  beginRunAction,
  cancelRunAction,
  pauseRunAction,
  resumeRunAction,
} from "#lib/understanding/actions.ts";
import type { RunLine } from "#lib/understanding/types.ts";
import styles from "./understanding.module.css";

type RunButton = { submit: string; action: FormAction; tone: "primary" | "plain" | "danger" };

const RESUME: RunButton = { submit: "Resume", action: resumeRunAction, tone: "primary" };
const PAUSE: RunButton = { submit: "Pause", action: pauseRunAction, tone: "plain" };
const CANCEL: RunButton = { submit: "Cancel", action: cancelRunAction, tone: "danger" };

/** What can be done with a run as it is. */
export function RunButtons({ run }: { run: RunLine }) {
  const buttons = listButtons(run);
  if (buttons.length === 0) return null;
  return (
    <div className={styles.buttons} role="group" aria-label="This run">
      {buttons.map((button) => (
        <ActionForm key={button.submit} layout="inline" hidden={{ runId: run.id }} {...button} />
      ))}
    </div>
  );
}

function listButtons({ state, isDryRun, about }: RunLine): RunButton[] {
  if (state === "paused") return [RESUME, CANCEL];
  if (state === "queued" || state === "running") return [PAUSE, CANCEL];
  if (state !== "done" || !isDryRun) return [];
  const submit = about ? `Save ${about.name} so, and apply` : "Apply";
  return [{ submit, action: applyRunAction, tone: "primary" }];
}

/** Begins a run over the whole archive. */
export function BeginButtons() {
  return (
    <div className={styles.buttons} role="group" aria-label="Begin">
      <ActionForm
        layout="inline"
        action={beginRunAction}
        hidden={{ kind: "run" }}
        submit="Understand the archive anew"
      />
      <ActionForm
        layout="inline"
        action={beginRunAction}
        hidden={{ kind: "dry-run" }}
        submit="Only say what would change"
        tone="plain"
      />
    </div>
  );
}
