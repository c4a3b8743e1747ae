import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, SelectField, TextField } from "#components/ui/field.tsx";
import { LANES } from "#lib/events/lanes.ts";
import { timelineHref, type TimelineQuery } from "#lib/events/timeline-query.ts";
import styles from "./timeline-filter-form.module.css";

type TimelineFilterFormProps = {
  written: TimelineQuery["written"];
  topics: readonly { id: string; label: string }[];
};

/** Narrows the timeline by address: lanes, topic, dates as people write them, order. */
export function TimelineFilterForm({ written, topics }: TimelineFilterFormProps) {
  const isNarrowed = timelineHref(written) !== "/timeline";
  return (
    <form action="/timeline" className={styles.form} aria-label="Narrow the timeline">
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
      <div className={styles.fields}>
        <SelectField id="topic" name="topic" label="Topic" defaultValue={written.topic}>
          <option value="">All topics</option>
          {topics.map((topic) => (
            <option key={topic.id} value={topic.id}>
              {topic.label}
            </option>
          ))}
        </SelectField>
        <TextField
          id="from"
          name="from"
          label="From"
          defaultValue={written.from}
          placeholder="2022, Feb 2025 …"
          autoComplete="off"
        />
        <TextField
          id="to"
          name="to"
          label="To"
          defaultValue={written.to}
          placeholder="27 Feb 2025 …"
          autoComplete="off"
        />
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
