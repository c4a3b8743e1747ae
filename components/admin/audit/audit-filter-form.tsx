import { FilterForm } from "#components/admin/vocabulary/filter-form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { AuditChoices } from "#lib/audit/types.ts";

type AuditFilterFormProps = {
  choices: AuditChoices;
  /** As the address has them. */
  values: Readonly<Record<string, string | undefined>>;
};

/** Narrows the audit list; all of it stands in the address. */
export function AuditFilterForm({ choices, values }: AuditFilterFormProps) {
  return (
    <FilterForm>
      <SelectField id="audit-who" name="who" label="Who" defaultValue={values.who ?? ""}>
        <option value="">Anybody</option>
        {choices.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="audit-action" name="action" label="Did" defaultValue={values.action ?? ""}>
        <option value="">Anything</option>
        {choices.actions.map((action) => (
          <option key={action} value={action}>
            {action.replaceAll(/[._]/g, " ")}
          </option>
        ))}
      </SelectField>
      <TextField
        id="audit-about"
        name="about"
        label="To (kind or id)"
        defaultValue={values.about ?? ""}
      />
      <TextField id="audit-from" name="from" label="From" defaultValue={values.from ?? ""} />
      <TextField id="audit-to" name="to" label="To the end of" defaultValue={values.to ?? ""} />
    </FilterForm>
  );
}
