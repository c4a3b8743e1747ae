import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { AdminListQuery } from "#lib/articles/schema.ts";
import type { EditorChoices } from "#lib/articles/types-admin.ts";
import styles from "./article-filter-form.module.css";

const STATUSES = ["draft", "published", "withdrawn"] as const;

type Props = { query: AdminListQuery; choices: EditorChoices };

/** Narrows the list of articles; all of it stands in the address. */
export function ArticleFilterForm({ query, choices }: Props) {
  return (
    <form action="/admin/articles" className={styles.form} role="search" aria-label="Articles">
      <div className={styles.wide}>
        <TextField
          id="q"
          name="q"
          type="search"
          label="Words in headline, by-line, file name or address"
          defaultValue={query.q}
        />
      </div>
      <SelectField id="status" name="status" label="Status" defaultValue={query.status ?? ""}>
        <option value="">any</option>
        {STATUSES.map((status) => (
          <option key={status}>{status}</option>
        ))}
      </SelectField>
      <SelectField id="outlet" name="outlet" label="Outlet" defaultValue={query.outlet ?? ""}>
        <option value="">any</option>
        {choices.outlets.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <SelectField id="topic" name="topic" label="Topic" defaultValue={query.topic ?? ""}>
        <option value="">any</option>
        {choices.topics.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField id="from" name="from" type="date" label="From" defaultValue={query.from ?? ""} />
      <TextField id="to" name="to" type="date" label="To" defaultValue={query.to ?? ""} />
      <SelectField id="lacks" name="lacks" label="Lacks" defaultValue={query.lacks ?? ""}>
        <option value="">not filtered</option>
        <option value="date">a date</option>
        <option value="headline">a headline of its own</option>
      </SelectField>
      {query.sort !== "updated" && <input type="hidden" name="sort" value={query.sort} />}
      <div className={styles.buttons}>
        <Button>Show</Button>
        <a href="/admin/articles">All</a>
      </div>
    </form>
  );
}
