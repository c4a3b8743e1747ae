import { SaveSearch } from "#components/search/save-search.tsx";
import { FileLinks } from "#components/ui/file-links.tsx";
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
  const files = names.map(([name, text]) => ({ href: searchFilePath(search, name), label: text }));
  return <FileLinks label={label} files={files} />;
}
