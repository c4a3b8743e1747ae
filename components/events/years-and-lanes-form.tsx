import type { ReactNode } from "react";
import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, TextField } from "#components/ui/field.tsx";
import { LANES } from "#lib/events/lanes.ts";
import type { LaneId } from "#lib/events/schema.ts";
import styles from "#components/timeline/timeline-filter-form.module.css";

type YearsAndLanesFormProps = {
  action: "/map" | "/meetings";
  label: string;
  query: { from?: string; to?: string; lane: readonly LaneId[] };
  isNarrowed: boolean;
  /** Other fields, and what is kept as it is. */
  children?: ReactNode;
};

/** Narrows a picture of events by years and lanes; all of it stands in the address. */
export function YearsAndLanesForm(props: YearsAndLanesFormProps) {
  const { action, label, query, isNarrowed, children } = props;
  return (
    <form action={action} className={styles.form} aria-label={label}>
      <fieldset className={styles.lanes}>
        <legend className={styles.legend}>Lanes</legend>
        {LANES.map((lane) => (
          <CheckboxField
            key={lane.id}
            id={`lane-${lane.id}`}
            name="lane"
            value={lane.id}
            defaultChecked={query.lane.includes(lane.id)}
            label={
              <span>
                <LaneTag id={lane.id} /> {lane.name}
              </span>
            }
          />
        ))}
      </fieldset>
      <div className={styles.fields}>
        <Year name="from" label="From year" value={query.from} />
        <Year name="to" label="To year" value={query.to} />
        {children}
        <div className={styles.actions}>
          <Button tone="primary">Show</Button>
          {isNarrowed && <a href={action}>Clear</a>}
        </div>
      </div>
    </form>
  );
}

function Year({ name, label, value }: { name: string; label: string; value?: string }) {
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      defaultValue={value ?? ""}
      inputMode="numeric"
      maxLength={4}
      autoComplete="off"
    />
  );
}
