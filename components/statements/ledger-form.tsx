import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, SelectField, TextField } from "#components/ui/field.tsx";
import { getLane } from "#lib/events/lanes.ts";
import type { LaneId } from "#lib/events/schema.ts";
import { KIND_LABELS } from "#lib/statements/kind-labels.ts";
import { ledgerPath, type ParsedLedger } from "#lib/statements/ledger-query.ts";
import type { Ledger, LedgerCount } from "#lib/statements/types-ledger.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./ledger-form.module.css";

type LedgerFormProps = { parsed: ParsedLedger; ledger: Ledger };

/** Narrows the ledger by address: each choice says how many statements it would leave. */
export function LedgerForm({
  parsed: { given, problems },
  ledger: { query, counts },
}: LedgerFormProps) {
  const isNarrowed = ledgerPath(query, { page: 1 }) !== "/statements";
  return (
    <form action="/statements" className={styles.form} aria-label="Narrow the ledger">
      <div className={styles.fields}>
        <div className={styles.words}>
          <TextField id="q" name="q" type="search" label="Words" defaultValue={query.text} />
        </div>
        <Choice name="speaker" label="Speaker" counts={counts.speakers} chosen={query.speakerId} />
        <Choice
          {...{ name: "office", label: "Office held that day" }}
          {...{ counts: counts.offices, chosen: query.office }}
        />
        <Choice name="topic" label="Topic" counts={counts.topics} chosen={query.topicId} />
        <Choice name="outlet" label="Outlet" counts={counts.outlets} chosen={query.outletSlug} />
        <TextField
          {...{ id: "from", name: "from", label: "Said from", autoComplete: "off" }}
          {...{ placeholder: "2025, Feb 2022 …", defaultValue: given.from, error: problems.from }}
        />
        <TextField
          {...{ id: "to", name: "to", label: "Said to", autoComplete: "off" }}
          {...{ placeholder: "27 Feb 2025 …", defaultValue: given.to, error: problems.to }}
        />
        <SelectField id="sort" name="sort" label="Order" defaultValue={query.sort}>
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
        </SelectField>
      </div>
      <Boxes
        {...{ legend: "Side", name: "side", counts: counts.sides, chosen: query.sides }}
        label={(id) => (
          <>
            <LaneTag id={id as LaneId} /> {getLane(id as LaneId).name}
          </>
        )}
      />
      <Boxes
        {...{ legend: "Kind", name: "kind", counts: counts.kinds, chosen: query.kinds }}
        label={(id) => KIND_LABELS[id as keyof typeof KIND_LABELS]}
      />
      <div className={styles.actions}>
        <CheckboxField
          {...{ id: "confirmed", name: "confirmed", value: "only" }}
          defaultChecked={query.isConfirmedOnly}
          label="Only what a person confirmed"
        />
        <Button tone="primary">Show</Button>
        {isNarrowed && <a href="/statements">Clear</a>}
      </div>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  counts: readonly LedgerCount[];
  chosen: string | null;
};

function Choice({ name, label, counts, chosen }: ChoiceProps) {
  const byLabel = counts.toSorted((a, b) => a.label.localeCompare(b.label, "en"));
  return (
    <SelectField id={name} name={name} label={label} defaultValue={chosen ?? ""}>
      <option value="">Any</option>
      {byLabel.map((each) => (
        <option key={each.id} value={each.id}>
          {`${each.label} (${inFigures(each.count)})`}
        </option>
      ))}
    </SelectField>
  );
}

type BoxesProps = {
  legend: string;
  name: string;
  counts: readonly LedgerCount[];
  chosen: readonly string[];
  label: (id: string) => React.ReactNode;
};

function Boxes({ legend, name, counts, chosen, label }: BoxesProps) {
  return (
    <fieldset className={styles.boxes}>
      <legend className={styles.legend}>{legend}</legend>
      {counts.map(({ id, count }) => (
        <CheckboxField
          key={id}
          {...{ id: `${name}-${id}`, name, value: id }}
          defaultChecked={chosen.includes(id)}
          label={
            <span>
              {label(id)} <span className={styles.count}>({inFigures(count)})</span>
            </span>
          }
        />
      ))}
    </fieldset>
  );
}
