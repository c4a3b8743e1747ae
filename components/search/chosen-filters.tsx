import { Notice } from "#components/ui/notice.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { FACETS, NOTHING_CHOSEN, removing } from "#lib/search/chosen-facets.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { ChosenValue, SearchQuery } from "#lib/search/types.ts";
import styles from "./chosen-filters.module.css";

type ChosenFiltersProps = { query: SearchQuery; chosen: readonly ChosenValue[] };

/** What a search is narrowed to, facet by facet, each a link that takes it out again. */
export function ChosenFilters({ query, chosen }: ChosenFiltersProps) {
  if (chosen.length === 0) return null;
  const groups = FACETS.map((facet) => chosen.filter((value) => value.facet === facet));
  return (
    <>
      <UnknownValues values={chosen.filter(({ isKnown }) => !isKnown)} />
      <div className={styles.chosen}>
        <ul className={styles.values} aria-label="Chosen filters">
          {groups.flatMap((values) =>
            values.map((value, i) => (
              <li key={keyOf(value)} className={styles.value}>
                {i > 0 && !value.isExcluded && (
                  <span className={styles.between}>
                    {query.chosen[value.facet].isAny ? "or" : "and"}
                  </span>
                )}
                <Chip value={value} query={query} />
              </li>
            )),
          )}
        </ul>
        <a href={searchPath(query, { chosen: NOTHING_CHOSEN })} className={styles.clear}>
          Clear all filters
        </a>
      </div>
    </>
  );
}

function Chip({ value, query }: { value: ChosenValue; query: SearchQuery }) {
  const { facet, id, label, noun, isExcluded } = value;
  return (
    <a
      href={searchPath(query, { chosen: removing(query.chosen, facet, id) })}
      className={styles.chip}
      data-excluded={isExcluded}
    >
      <VisuallyHidden>Remove </VisuallyHidden>
      <span className={styles.noun}>
        {isExcluded && <strong>not </strong>}
        {noun}
      </span>{" "}
      <span className={styles.label}>{label}</span>
      <span className={styles.cross} aria-hidden>
        ×
      </span>
    </a>
  );
}

/** A name that was mistyped in an address, or that the archive has given up. */
function UnknownValues({ values }: { values: readonly ChosenValue[] }) {
  if (values.length === 0) return null;
  return (
    <Notice tone="warning" isAnswer>
      {values.map((value) => (
        <p key={keyOf(value)}>
          {value.isExcluded ? "Not used: without " : "Nothing has "}
          the {value.noun} <code>{value.label}</code>
          {value.isExcluded ? ", since" : ":"} the archive knows no such {value.noun}.
        </p>
      ))}
    </Notice>
  );
}

function keyOf({ facet, id, isExcluded }: ChosenValue): string {
  return `${facet} ${isExcluded} ${id}`;
}
