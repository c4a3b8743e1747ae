import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, SelectField, TextField } from "#components/ui/field.tsx";
import { LANES } from "#lib/events/lanes.ts";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import type { Choice, TimelineView } from "#lib/timeline/data-timeline-view.ts";
import { SHOWN, type TimelineParameters } from "#lib/timeline/schema.ts";
import { timelineHref } from "#lib/timeline/timeline-query.ts";
import styles from "./timeline-filter-form.module.css";

type TimelineFilterFormProps = {
  written: TimelineParameters;
  choices: TimelineView["choices"];
};

/** Narrows the timeline by address: what is shown, lanes, words, topic, person, kind, outlet, dates. */
export function TimelineFilterForm({ written, choices }: TimelineFilterFormProps) {
  const isNarrowed = timelineHref(written) !== "/timeline";
  return (
    <form action="/timeline" className={styles.form} aria-label="Narrow the timeline">
      <Boxes written={written} />
      <div className={styles.fields}>
        <TextField id="q" name="q" label="Words" defaultValue={written.q} autoComplete="off" />
        <Choices name="topic" label="Topic" all="All topics" of={choices.topics} {...{ written }} />
        <Choices name="person" label="Person" all="Anyone" of={choices.people} {...{ written }} />
        <SelectField id="kind" name="kind" label="Kind" defaultValue={written.kind.join()}>
          <option value="">All kinds</option>
          {written.kind.length > 1 && (
            <option value={written.kind.join()}>{written.kind.join(" or ")}</option>
          )}
          {EVENT_KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </SelectField>
        <Choices
          name="outlet"
          label="Outlet"
          all="All outlets"
          of={choices.outlets}
          {...{ written }}
        />
        <DateField name="from" label="From" placeholder="2022, Feb 2025 …" {...{ written }} />
        <DateField name="to" label="To" placeholder="27 Feb 2025 …" {...{ written }} />
        <DateField name="known" label="As known on" placeholder="1 Mar 2025 …" {...{ written }} />
        <SelectField id="order" name="order" label="Order" defaultValue={written.order}>
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
        </SelectField>
        <div className={styles.actions}>
          <Button tone="primary">Show</Button>
          {isNarrowed && <a href="/timeline">Clear</a>}
        </div>
      </div>
    </form>
  );
}

/** What is shown, and in which lanes. */
function Boxes({ written }: { written: TimelineParameters }) {
  return (
    <>
      <fieldset className={styles.lanes}>
        <legend className={styles.legend}>Show</legend>
        {SHOWN.map((what) => (
          <CheckboxField
            key={what}
            id={`show-${what}`}
            name="show"
            value={what}
            defaultChecked={written.show.includes(what)}
            label={what}
          />
        ))}
      </fieldset>
      <fieldset className={styles.lanes}>
        <legend className={styles.legend}>Lanes</legend>
        {LANES.map((lane) => (
          <CheckboxField
            key={lane.id}
            id={`lane-${lane.id}`}
            name="lane"
            value={lane.id}
            defaultChecked={written.lane.includes(lane.id)}
            label={
              <span>
                <LaneTag id={lane.id} /> {lane.name}
              </span>
            }
          />
        ))}
      </fieldset>
    </>
  );
}

type ChoicesProps = {
  name: "topic" | "person" | "outlet";
  label: string;
  all: string;
  of: readonly Choice[];
  written: TimelineParameters;
};

/** One of the values that the archive has, or that the address came with. */
function Choices({ name, label, all, of, written }: ChoicesProps) {
  const chosen = written[name];
  const isListed = chosen === "" || of.some(({ id }) => id === chosen);
  return (
    <SelectField id={name} name={name} label={label} defaultValue={chosen}>
      <option value="">{all}</option>
      {!isListed && <option value={chosen}>{chosen}</option>}
      {of.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.label}
        </option>
      ))}
    </SelectField>
  );
}

type DateFieldProps = {
  name: "from" | "to" | "known";
  label: string;
  placeholder: string;
  written: TimelineParameters;
};

function DateField({ name, label, placeholder, written }: DateFieldProps) {
  return (
    <TextField
      id={name}
      name={name}
      label={label}
      defaultValue={written[name]}
      placeholder={placeholder}
      autoComplete="off"
    />
  );
}
