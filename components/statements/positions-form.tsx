import { Button } from "#components/ui/button.tsx";
import { CheckboxField, TextField } from "#components/ui/field.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { ParsedPositions } from "#lib/statements/positions-query.ts";
import { MAX_POSITION_ACTORS, MAX_POSITION_TOPICS } from "#lib/statements/schema.ts";
import type { PositionChoice, Positions } from "#lib/statements/types-positions.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./positions-form.module.css";

type PositionsFormProps = {
  asked: ParsedPositions;
  positions: Pick<Positions, "choices" | "columns" | "rows">;
};

/** Chooses day, comparison, people and topics; all of it goes into the address. */
export function PositionsForm({ asked, positions }: PositionsFormProps) {
  const { query, written } = asked;
  const { choices, columns, rows } = positions;
  return (
    <form action="/positions" className={styles.form} aria-label="Choose what the table shows">
      <div className={styles.fields}>
        <TextField
          id="on"
          name="on"
          label="On or before"
          placeholder={formatDay(query.on, "short")}
          defaultValue={written.on}
          autoComplete="off"
        />
        <TextField
          id="compare"
          name="compare"
          label="Beside it: a second day, or a person"
          placeholder="Jan 2025, or a name"
          defaultValue={written.compare}
          autoComplete="off"
        />
        <TextField
          id="actor"
          name="actor"
          label="One more person"
          placeholder="a name"
          autoComplete="off"
        />
      </div>
      <Choice
        legend={`People, up to ${MAX_POSITION_ACTORS}`}
        name="actor"
        choices={choices.actors}
        chosen={columns.map(({ actor }) => actor.id)}
      />
      <Choice
        legend={`Topics, up to ${MAX_POSITION_TOPICS}`}
        name="topic"
        choices={choices.topics}
        chosen={rows.map(({ topic }) => topic.id)}
      />
      <div className={styles.actions}>
        <CheckboxField
          id="confirmed"
          name="confirmed"
          value="1"
          defaultChecked={query.confirmedOnly}
          label="Only what a person has confirmed"
        />
        <Button tone="primary">Show</Button>
        <a href="/positions">Start again</a>
      </div>
    </form>
  );
}

type ChoiceProps = {
  legend: string;
  name: "actor" | "topic";
  choices: readonly PositionChoice[];
  chosen: readonly string[];
};

function Choice({ legend, name, choices, chosen }: ChoiceProps) {
  return (
    <details className={styles.choice}>
      <summary>{legend}</summary>
      <fieldset className={styles.options}>
        <legend className={styles.legend}>{legend}, with their latest statements</legend>
        {choices.map(({ id, label, count }) => (
          <CheckboxField
            key={id}
            id={`${name}-${id}`}
            name={name}
            value={id}
            defaultChecked={chosen.includes(id)}
            label={
              <span>
                {label} <span className={styles.count}>{inFigures(count)}</span>
              </span>
            }
          />
        ))}
      </fieldset>
    </details>
  );
}
