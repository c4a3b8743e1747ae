import { FilterForm } from "#components/admin/vocabulary/filter-form.tsx";
import { KNOWN_SPEAKERS } from "#components/admin/statements/known-speakers.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { ReviewQuery } from "#lib/statements/schema-review.ts";

const STATUSES = [
  ["suggested", "open"],
  ["confirmed", "confirmed"],
  ["rejected", "rejected"],
  ["any", "any"],
] as const;

export type QueueFilterProps = {
  query: ReviewQuery;
  outlets: readonly { id: string; name: string }[];
};

/** Narrows the queue; all of it stands in the address. */
export function QueueFilter({ query, outlets }: QueueFilterProps) {
  return (
    <FilterForm>
      <SelectField id="queue-status" name="status" label="Status" defaultValue={query.status}>
        {STATUSES.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        id="queue-speaker"
        name="speaker"
        label="Speaker"
        list={KNOWN_SPEAKERS}
        autoComplete="off"
        defaultValue={query.speaker ?? ""}
      />
      <SelectField id="queue-lacks" name="lacks" label="Lacks" defaultValue={query.lacks ?? ""}>
        <option value="">not filtered</option>
        <option value="speaker">a known speaker</option>
      </SelectField>
      <SelectField id="queue-outlet" name="outlet" label="Outlet" defaultValue={query.outlet ?? ""}>
        <option value="">any</option>
        {outlets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {query.article && <input type="hidden" name="article" value={query.article} />}
    </FilterForm>
  );
}
