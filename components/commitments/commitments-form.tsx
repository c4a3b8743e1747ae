import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import {
  ASKED_STATES,
  commitmentsPath,
  type ParsedCommitments,
} from "#lib/commitments/commitments-query.ts";
import { STATE_LABELS } from "#lib/commitments/overdue.ts";
import type { CommitmentChoice, CommitmentList } from "#lib/commitments/types.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./commitments-form.module.css";

type CommitmentsFormProps = { parsed: ParsedCommitments; list: CommitmentList };

/** Narrows the list by its address. */
export function CommitmentsForm({ parsed, list }: CommitmentsFormProps) {
  const { query, given, problems } = parsed;
  const isNarrowed = commitmentsPath(query) !== "/commitments";
  return (
    <form action="/commitments" className={styles.form} aria-label="Narrow the commitments">
      <Choice name="by" label="Who promised" choices={list.actors} chosen={query.actorId} />
      <SelectField id="state" name="state" label="State" defaultValue={query.state ?? ""}>
        <option value="">Any</option>
        {ASKED_STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_LABELS[state]}
          </option>
        ))}
      </SelectField>
      <Choice name="topic" label="Topic" choices={list.topics} chosen={query.topicId} />
      <TextField
        {...{ id: "from", name: "from", label: "Due from", autoComplete: "off" }}
        {...{ placeholder: "2025, March 2026 …", defaultValue: given.from, error: problems.from }}
      />
      <TextField
        {...{ id: "to", name: "to", label: "Due to", autoComplete: "off" }}
        {...{ placeholder: "2027 …", defaultValue: given.to, error: problems.to }}
      />
      <SelectField id="sort" name="sort" label="Order" defaultValue={query.sort}>
        <option value="made">Last made first</option>
        <option value="due">First due first</option>
      </SelectField>
      <p className={styles.actions}>
        <Button tone="primary">Show</Button>
        {isNarrowed && <a href="/commitments">Clear</a>}
      </p>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  choices: readonly CommitmentChoice[];
  chosen: string | null;
};

function Choice({ name, label, choices, chosen }: ChoiceProps) {
  return (
    <SelectField id={name} name={name} label={label} defaultValue={chosen ?? ""}>
      <option value="">Any</option>
      {choices.map((each) => (
        <option key={each.id} value={each.id}>
          {`${each.label} (${inFigures(each.count)})`}
        </option>
      ))}
    </SelectField>
  );
}
