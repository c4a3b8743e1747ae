import type { FormField } from "#components/admin/form/form-field-types.ts";
import { ChecksFieldset } from "#components/admin/form/checks-fieldset.tsx";
import { RowsFieldset } from "#components/admin/form/rows-fieldset.tsx";
import { SuggestedField } from "#components/admin/form/suggested-field.tsx";
import { SelectField, TextAreaField, TextField } from "#components/ui/field.tsx";
import type { FormState } from "#lib/http/form-state.ts";

type FormFieldControlProps = { formId: string; field: FormField; state: FormState };

/** One field of a form, with what was typed before and what is wrong with it. */
export function FormFieldControl({ formId, field, state }: FormFieldControlProps) {
  const { name, label, hint } = field;
  const error = state.fieldErrors?.[name];
  const frame = { id: `${formId}-${name}`, name, label, hint, error };
  if (field.kind === "rows") return <RowsFieldset formId={formId} field={field} state={state} />;
  if (field.kind === "checks")
    return <ChecksFieldset formId={formId} field={field} state={state} />;
  const value = state.values?.[name]?.[0] ?? field.value ?? "";
  switch (field.kind) {
    case "lines":
      return (
        <TextAreaField
          {...frame}
          required={field.required}
          defaultValue={value}
          rows={field.lineCount}
        />
      );
    case "choice":
      return (
        <SelectField {...frame} required={field.required} defaultValue={value}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      );
    case "suggested":
      return (
        <SuggestedField
          {...frame}
          required={field.required}
          value={value}
          options={field.options}
        />
      );
    default:
      return (
        <TextField
          {...frame}
          type={field.kind}
          required={field.required}
          autoComplete={field.autoComplete ?? "off"}
          maxLength={field.maxLength}
          defaultValue={field.kind === "password" ? undefined : value}
        />
      );
  }
}
