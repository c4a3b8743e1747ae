import { CountList } from "#components/ui/count-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { searchPath, toggled } from "#lib/search/search-address.ts";
import type { FacetCount, SearchQuery, SearchResults } from "#lib/search/types.ts";
import styles from "./search-facets.module.css";

type FacetField = "topicIds" | "actorIds" | "outletSlugs";

type FacetsProps = { query: SearchQuery; results: SearchResults };

/** What the hits are about, whom they name and where they come from; each narrows or widens. */
export function SearchFacets({ query, results }: FacetsProps) {
  const { topics, people, countries, outlets } = results;
  return (
    <div className={styles.facets}>
      <Facet title="Topics" field="topicIds" counts={topics} query={query} />
      <Facet title="People" field="actorIds" counts={people} query={query} />
      <Facet title="Countries" field="actorIds" counts={countries} query={query} />
      <Facet title="Outlets" field="outletSlugs" counts={outlets} query={query} />
    </div>
  );
}

type FacetProps = {
  title: string;
  field: FacetField;
  counts: readonly FacetCount[];
  query: SearchQuery;
};

function Facet({ title, field, counts, query }: FacetProps) {
  const chosen = query[field];
  const listed = new Set(counts.map(({ id }) => id));
  // What is chosen stays removable where it has no hits left, or too few to be listed.
  const unlisted = chosen
    .filter((id) => !listed.has(id))
    .map((id) => ({ id, label: id, count: 0 }));
  const items = [...unlisted, ...counts].map(({ id, label, count }) => ({
    ...{ key: id, label, count, isCurrent: chosen.includes(id) },
    href: searchPath(query, { [field]: toggled(chosen, id) }),
  }));
  if (items.length === 0) return null;
  return (
    <Section title={title} id={`facet-${field}`}>
      <CountList items={items} unit="articles" />
    </Section>
  );
}
