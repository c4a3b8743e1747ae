import { DateFields } from "#components/search/date-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import type { ParsedComparison } from "#lib/search/compare-query.ts";
import { MAX_TEXT_LENGTH } from "#lib/search/parse-query.ts";
import styles from "./compare-form.module.css";

/** Two searches and the days within which both look. */
export function CompareForm({ searches: { first, second } }: { searches: ParsedComparison }) {
  const { given, problems } = first;
  return (
    <form action="/search/compare" className={styles.form} aria-label="Two searches with dates">
      {[
        { name: "a", label: "First search", text: first.query.text },
        { name: "b", label: "Second search", text: second.query.text },
      ].map(({ name, label, text }) => (
        <TextField
          key={name}
          id={name}
          name={name}
          type="search"
          label={label}
          maxLength={MAX_TEXT_LENGTH}
          defaultValue={text}
        />
      ))}
      <DateFields given={given} problems={problems} />
      <Button tone="primary">Compare</Button>
    </form>
  );
}
