import { SearchSuggestions } from "#components/layout/search-suggestions.tsx";
import { DateFields } from "#components/search/date-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { chosenPairs } from "#lib/search/chosen-facets.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import styles from "./search-form.module.css";

const SORTS = [
  { value: "relevance", label: "Best match" },
  { value: "recent", label: "Best and recent" },
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
] as const;

/** Words and dates in one line. The filters set by links are sent along. */
export function SearchForm({ search: { query, given, problems } }: { search: ParsedSearch }) {
  return (
    <form action="/search" className={styles.form} aria-label="Search with dates">
      <div className={styles.words}>
        <TextField id="q" name="q" type="search" label="Words" defaultValue={query.text} />
        <SearchSuggestions inputId="q" />
      </div>
      <DateFields given={given} problems={problems} />
      <SelectField id="sort" name="sort" label="Order" defaultValue={query.sort}>
        {SORTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {chosenPairs(query.chosen).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button tone="primary">Search</Button>
    </form>
  );
}
