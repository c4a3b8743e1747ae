import { CheckboxField } from "#components/ui/field.tsx";
import { inFigures } from "#lib/text/counted.ts";
import type { ReviewTopic } from "#lib/statements/types-review.ts";
import styles from "./topic-checks.module.css";

type TopicChecksProps = {
  topics: readonly ReviewTopic[];
  /** What can be added besides. */
  others: readonly { id: string; label: string }[];
  /** As ticked before, where the form is shown again. */
  ticked: readonly string[] | undefined;
};

/** So many have a key: 1 to 9. */
const KEYS = 9;

/** What a statement is about: what was suggested, ticked, and what else it may be about. */
export function TopicChecks({ topics, others, ticked }: TopicChecksProps) {
  const known = new Set(topics.map(({ id }) => id));
  const rest = others.filter(({ id }) => !known.has(id));
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Topics</legend>
      <div className={styles.checks}>
        {topics.map(({ id, label, status }, i) => (
          <span key={id} className={styles.check} data-status={status}>
            <input type="hidden" name="offered" value={id} />
            <CheckboxField
              id={`topic-${id}`}
              name="topics"
              value={id}
              label={<Numbered label={label} number={i + 1} />}
              defaultChecked={ticked ? ticked.includes(id) : status !== "rejected"}
              data-key={i < KEYS ? i + 1 : undefined}
            />
          </span>
        ))}
      </div>
      {rest.length > 0 && (
        <details open={rest.some(({ id }) => ticked?.includes(id)) || undefined}>
          <summary data-key="t">Add from the other {inFigures(rest.length)}</summary>
          <div className={styles.others}>
            {rest.map(({ id, label }) => (
              <CheckboxField
                key={id}
                id={`topic-${id}`}
                name="topics"
                value={id}
                label={label}
                defaultChecked={ticked?.includes(id)}
              />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

function Numbered({ label, number }: { label: string; number: number }) {
  return (
    <>
      {label}{" "}
      {number <= KEYS && (
        <kbd aria-hidden="true" className={styles.number}>
          {number}
        </kbd>
      )}
    </>
  );
}
