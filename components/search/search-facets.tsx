import { FacetList } from "#components/search/facet-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { FACETS, hasModes, switched } from "#lib/search/chosen-facets.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { FacetName, SearchQuery, SearchResults } from "#lib/search/types.ts";
import styles from "./search-facets.module.css";

type FacetsProps = { query: SearchQuery; results: SearchResults };

const TITLES: Readonly<Record<FacetName, { title: string; one: string }>> = {
  topics: { title: "Topics", one: "topic" },
  people: { title: "People", one: "person" },
  countries: { title: "Countries", one: "country" },
  outlets: { title: "Outlets", one: "outlet" },
  years: { title: "Years", one: "year" },
};

/** What the hits are about, whom they name, where they come from and when; each narrows or widens. */
export function SearchFacets({ query, results }: FacetsProps) {
  return (
    <div className={styles.facets}>
      {FACETS.map((facet) => (
        <Facet key={facet} {...{ facet, query, results }} />
      ))}
    </div>
  );
}

type FacetProps = FacetsProps & { facet: FacetName };

function Facet({ facet, query, results }: FacetProps) {
  const isOf = (id: string, name: FacetName) =>
    results.chosen.some((value) => value.facet === name && value.id === id);
  // A country may have been chosen among the people: such addresses are older than its own facet.
  const isTaken = (id: string) => isOf(id, facet) || (facet === "countries" && isOf(id, "people"));
  const chosen = results.chosen.filter((value) => value.facet === facet && !value.isExcluded);
  const others = results[facet].filter(({ id }) => !isTaken(id));
  if (chosen.length + others.length === 0) return null;
  const { title, one } = TITLES[facet];
  return (
    <Section
      title={title}
      id={`facet-${facet}`}
      aside={hasModes(facet) && chosen.length > 0 && <Modes facet={facet} query={query} />}
    >
      <FacetList {...{ facet, noun: one, chosen, others, query }} />
    </Section>
  );
}

/** Whether all that is chosen is to be met, or one of it is enough. */
function Modes({ facet, query }: { facet: FacetName; query: SearchQuery }) {
  const { isAny } = query.chosen[facet];
  const toOther = (word: string) => (
    <a href={searchPath(query, { chosen: switched(query.chosen, facet) })}>
      <VisuallyHidden>{TITLES[facet].title}: match </VisuallyHidden>
      {word}
    </a>
  );
  return (
    <>
      match {isAny ? toOther("all") : <strong>all</strong>} ·{" "}
      {isAny ? <strong>any</strong> : toOther("any")}
    </>
  );
}
