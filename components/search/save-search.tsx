import { Button } from "#components/ui/button.tsx";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import { givenPath } from "#lib/search/search-address.ts";
import styles from "./save-search.module.css";

/** Saves a search, to come back to what is new in it. */
export function SaveSearch({ search }: { search: ParsedSearch }) {
  return (
    <form method="post" action="/saved/new" className={styles.save}>
      <input type="hidden" name="search" value={givenPath(search).slice("/search?".length)} />
      <Button>Save this search</Button>
      <span>
        and see later what is new in it. <a href="/saved">Your saved searches</a>
      </span>
    </form>
  );
}
