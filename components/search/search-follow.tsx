import { SaveSearch } from "#components/search/save-search.tsx";
import { searchFilePath, type SearchFileName } from "#lib/search/search-address.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
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
export function SearchFollow({ search, total }: { search: ParsedSearch; total: number }) {
  return (
    <div className={styles.follow}>
      <SaveSearch search={search} />
      <Links label="Follow this search" names={FEEDS} search={search} />
      {total > 0 && <Links label="Take all results along" names={FILES} search={search} />}
    </div>
  );
}

type LinksProps = {
  label: string;
  names: readonly [SearchFileName, string][];
  search: ParsedSearch;
};

function Links({ label, names, search }: LinksProps) {
  return (
    <nav aria-label={label} className={styles.links}>
      <span>{label}:</span>
      <ul className={styles.names}>
        {names.map(([name, text]) => (
          <li key={name}>
            <a href={searchFilePath(search, name)}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
