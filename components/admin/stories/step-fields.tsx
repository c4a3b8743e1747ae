import { Button } from "#components/ui/button.tsx";
import { TextAreaField, TextField } from "#components/ui/field.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { EventChoice } from "#lib/events/data-cited.ts";
import type { FormState } from "#lib/http/form-state.ts";
import styles from "./story-form.module.css";

/** A step as its fields show it. */
export type ShownStep = {
  event: EventChoice | null;
  heading: string;
  body: string;
  cites: string;
  position: string;
};

type StepFieldsProps = { step: ShownStep; index: number; count: number; state: FormState };

/** One step: its event, what is told of it, and its place among the others. */
export function StepFields({ step, index, count, state }: StepFieldsProps) {
  const { event, heading, body, cites, position } = step;
  const id = `step-${index + 1}`;
  const errorOf = (field: string) => state.fieldErrors?.[`steps.${index}.${field}`];
  return (
    <fieldset className={styles.step}>
      <legend className={styles.legend} tabIndex={-1} data-step-heading={index}>
        Step {index + 1}:{" "}
        {event ? (
          <>
            <a href={`/events/${event.id}`}>{event.title}</a>, {formatEdtf(event.date)}
          </>
        ) : (
          "its event is gone"
        )}
      </legend>
      <input type="hidden" name="eventId" value={event?.id ?? ""} />
      <TextField
        {...{ id: `${id}-heading`, name: "heading", label: "Heading", defaultValue: heading }}
        {...{ error: errorOf("heading"), maxLength: 150, autoComplete: "off" }}
      />
      <TextAreaField
        {...{ id: `${id}-body`, name: "body", label: "Text", defaultValue: body, rows: 7 }}
        hint="A blank line begins a paragraph; [1] stands for the first of what is cited."
        error={errorOf("body")}
      />
      <TextAreaField
        {...{ id: `${id}-cites`, name: "cites", label: "Cites", defaultValue: cites, rows: 2 }}
        hint="Addresses of articles and events of this archive, one a line. The event’s own sources are shown by themselves."
        error={errorOf("citations")}
      />
      <StepPlace {...{ id, index, count, position }} />
    </fieldset>
  );
}

type StepPlaceProps = { id: string; index: number; count: number; position: string };

/** Where it stands among the others: by number, or by a button that saves and moves it. */
function StepPlace({ id, index, count, position }: StepPlaceProps) {
  const number = index + 1;
  return (
    <div className={styles.buttons}>
      <div className={styles.position}>
        <TextField
          {...{ id: `${id}-position`, name: "position", label: "Place", inputMode: "decimal" }}
          {...{ defaultValue: position, autoComplete: "off" }}
        />
      </div>
      <Button
        {...{ name: "intent", value: `up:${index}`, disabled: index === 0 }}
        aria-label={`Move step ${number} up`}
      >
        ↑ Up
      </Button>
      <Button
        {...{ name: "intent", value: `down:${index}`, disabled: index === count - 1 }}
        aria-label={`Move step ${number} down`}
      >
        ↓ Down
      </Button>
      <Button
        {...{ name: "intent", value: `out:${index}`, tone: "danger" }}
        aria-label={`Take step ${number} out`}
      >
        Take out
      </Button>
    </div>
  );
}
