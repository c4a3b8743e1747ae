import { searchFeedPath } from "#lib/search/search-address.ts";
import type { SearchQuery } from "#lib/search/types.ts";
import styles from "./search-follow.module.css";

/** Ways to learn what a search finds from now on. */
export function SearchFollow({ query }: { query: SearchQuery }) {
  return (
    <p className={styles.follow}>
      <a href={searchFeedPath(query, "xml")}>Atom feed of this search</a>
      <a href={searchFeedPath(query, "json")}>JSON feed of this search</a>
    </p>
  );
}
