import { SelectField } from "#components/ui/field.tsx";
import type { AlertCadence } from "#lib/saved-searches/schema.ts";

/** How often mails come, in words that follow “Mails”. */
export const CADENCE_LABELS: Readonly<Record<AlertCadence, string>> = {
  daily: "once a day at most",
  weekly: "once a week at most",
  hourly: "as it happens, once an hour at most",
};

/** The choice of how often. */
export function CadenceField({ value }: { value: AlertCadence }) {
  return (
    <SelectField id="cadence" name="cadence" label="How often" defaultValue={value}>
      {Object.entries(CADENCE_LABELS).map(([cadence, label]) => (
        <option key={cadence} value={cadence}>
          {label.charAt(0).toUpperCase() + label.slice(1)}
        </option>
      ))}
    </SelectField>
  );
}
