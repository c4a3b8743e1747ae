import type { ChecksField } from "#components/admin/form/form-field-types.ts";
import { CheckboxField } from "#components/ui/field.tsx";
import type { FormState } from "#lib/http/form-state.ts";
import styles from "./form.module.css";

type ChecksFieldsetProps = { formId: string; field: ChecksField; state: FormState };

/** Options of which any number can be chosen. */
export function ChecksFieldset({ formId, field, state }: ChecksFieldsetProps) {
  const chosen = state.values ? (state.values[field.name] ?? []) : field.values;
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{field.label}</legend>
      {field.hint && <p className={styles.hint}>{field.hint}</p>}
      <div className={styles.checks}>
        {field.options.map(({ value, label }) => (
          <CheckboxField
            key={value}
            id={`${formId}-${field.name}-${value}`}
            name={field.name}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
