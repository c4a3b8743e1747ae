import { Notice } from "#components/ui/notice.tsx";
import type { FormState } from "#lib/http/form-state.ts";

/** What an action said of the form that it was sent. */
export function FormAnswer({ state: { status, message } }: { state: FormState }) {
  if (!message) return null;
  return (
    <Notice tone={status === "failed" ? "danger" : "good"} isAnswer>
      <p>{message}</p>
    </Notice>
  );
}
