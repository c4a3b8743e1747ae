import { searchFilePath, type SearchFileName } from "#lib/search/search-address.ts";
import type { SearchQuery } from "#lib/search/types.ts";
import styles from "./search-follow.module.css";

const FEEDS: readonly [SearchFileName, string][] = [
  ["feed.xml", "Atom"],
  ["feed.json", "JSON feed"],
];
const FILES: readonly [SearchFileName, string][] = [
  ["export.csv", "CSV"],
  ["export.jsonl", "JSON Lines"],
  ["export.bib", "BibTeX"],
  ["export.ris", "RIS"],
];

/** Ways to learn what a search finds from now on, and to take along what it has found. */
export function SearchFollow({ query }: { query: SearchQuery }) {
  return (
    <div className={styles.follow}>
      <Links label="Follow this search" names={FEEDS} query={query} />
      <Links label="Take all results along" names={FILES} query={query} />
    </div>
  );
}

type LinksProps = {
  label: string;
  names: readonly [SearchFileName, string][];
  query: SearchQuery;
};

function Links({ label, names, query }: LinksProps) {
  return (
    <nav aria-label={label} className={styles.links}>
      <span>{label}:</span>
      <ul className={styles.names}>
        {names.map(([name, text]) => (
          <li key={name}>
            <a href={searchFilePath(query, name)}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
