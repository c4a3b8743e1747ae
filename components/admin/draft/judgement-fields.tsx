import { CheckboxField } from "#components/ui/field.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Judgement } from "#lib/articles/schema.ts";
import type { NamedJudgement } from "#lib/articles/types-admin.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./judgement-fields.module.css";

const CHOICES = [
  ["suggested", "Open"],
  ["confirmed", "Yes"],
  ["rejected", "No"],
] as const;

type JudgementFieldsProps = {
  /** First part of the names: `topics`. */
  list: "topics" | "people";
  legend: string;
  /** What to say where there is nothing to judge. */
  empty: string;
  items: readonly NamedJudgement[];
  /** As typed, where the form is shown again. */
  judged: readonly Judgement[];
  /** What can be added besides. */
  others?: readonly { id: string; label: string }[];
};

/** What the archive suggests, each to be confirmed or rejected; open ones stay suggestions. */
export function JudgementFields(props: JudgementFieldsProps) {
  const { list, legend, empty, items, judged, others = [] } = props;
  const statuses = new Map(judged.map(({ id, status }) => [id, status]));
  const known = new Set(items.map(({ id }) => id));
  const rest = others.filter(({ id }) => !known.has(id));
  return (
    <fieldset className={styles.group} data-field={list}>
      <legend className={styles.legend}>{legend}</legend>
      {items.length === 0 && <p className={styles.empty}>{empty}</p>}
      {items.map((item) => (
        <JudgementRow key={item.id} list={list} item={item} status={statuses.get(item.id)} />
      ))}
      {rest.length > 0 && (
        <details open={rest.some(({ id }) => statuses.has(id)) || undefined}>
          <summary>Add from the other {inFigures(rest.length)}</summary>
          <div className={styles.others}>
            {rest.map(({ id, label }) => (
              <CheckboxField
                key={id}
                id={`field-${list}.${id}`}
                name={`${list}.${id}`}
                value="confirmed"
                label={label}
                defaultChecked={statuses.get(id) === "confirmed"}
              />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

type RowProps = {
  list: string;
  item: NamedJudgement;
  status: Judgement["status"] | undefined;
};

function JudgementRow({ list, item, status = item.status }: RowProps) {
  const name = `${list}.${item.id}`;
  return (
    <div className={styles.row} role="radiogroup" aria-label={item.label}>
      <span className={styles.name} data-status={status}>
        {item.label}
        {item.detail && <span className={styles.detail}>{item.detail}</span>}
      </span>
      <span className={styles.choices}>
        {CHOICES.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input type="radio" name={name} value={value} defaultChecked={status === value} />
            {label}
          </label>
        ))}
      </span>
      {item.reasons && (
        <details className={styles.reasons}>
          <summary>
            Why<VisuallyHidden> {item.label}</VisuallyHidden>?
          </summary>
          {item.reasons.map((sentence, i) => (
            <blockquote key={i}>{sentence}</blockquote>
          ))}
        </details>
      )}
    </div>
  );
}
