import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { StoryFormState } from "#lib/stories/actions.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./story-form.module.css";

type AddStepProps = { found: StoryFormState["found"]; words?: string };

/** Looks for events, each of which a button adds as the last step. */
export function AddStep({ found, words }: AddStepProps) {
  return (
    <fieldset className={styles.step}>
      <legend className={styles.legend}>Add an event</legend>
      <div className={styles.find}>
        <TextField
          {...{ id: "story-find", name: "find", type: "search", label: "Words, place or date" }}
          {...{ placeholder: "Lancaster, 2025-03 …", defaultValue: words ?? "" }}
          autoComplete="off"
        />
        <Button name="intent" value="search">
          Find events
        </Button>
      </div>
      {found && (
        <div role="status">
          <p>
            {found.events.length === 0
              ? `No event has all of “${found.words}”.`
              : `${counted(found.events.length, "event")} with “${found.words}”`}
          </p>
          <ul className={styles.found}>
            {found.events.map(({ id, title, date }) => (
              <li key={id} className={styles.choice}>
                <span>
                  {title} <span className={styles.date}>{formatEdtf(date)}</span>
                </span>
                <Button name="intent" value={`add:${id}`} aria-label={`Add ${title}`}>
                  Add
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}
