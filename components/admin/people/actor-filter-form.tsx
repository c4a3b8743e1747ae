import { FilterForm } from "#components/admin/vocabulary/filter-form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { ActorAdminQuery } from "#lib/actors/schema.ts";

/** Narrows the list of people; all of it stands in the address. */
export function ActorFilterForm({ query }: { query: ActorAdminQuery }) {
  return (
    <FilterForm>
      <TextField id="people-q" name="q" label="Name contains" defaultValue={query.q ?? ""} />
      <SelectField id="people-kind" name="kind" label="Kind" defaultValue={query.kind ?? ""}>
        <option value="">all</option>
        <option value="person">people</option>
        <option value="organisation">organisations</option>
        <option value="country">countries</option>
      </SelectField>
      <SelectField id="people-state" name="state" label="State" defaultValue={query.state ?? ""}>
        <option value="">in use</option>
        <option value="merged">merged away</option>
      </SelectField>
    </FilterForm>
  );
}
