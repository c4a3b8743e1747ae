import { Field } from "#components/ui/field.tsx";
import type { HandOver } from "#lib/http/form-state.ts";
import styles from "./form.module.css";

/** A link or token to copy now, in a field that one `Ctrl+A` selects whole. */
export function HandOverBox({ id, label, text }: HandOver & { id: string }) {
  return (
    <Field id={id} label={label} hint="Copy it now: it is shown this once and is not kept.">
      <textarea id={id} readOnly rows={2} value={text} className={styles.secret} />
    </Field>
  );
}
