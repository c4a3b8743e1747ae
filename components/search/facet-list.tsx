import { canChooseMore, excluding, including, removing } from "#lib/search/chosen-facets.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { ChosenValue, FacetCount, FacetName, SearchQuery } from "#lib/search/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./facet-list.module.css";

/** Years beyond are folded away. */
const MAX_SHOWN = 8;

type FacetListProps = {
  facet: FacetName;
  /** What one of its values is: "topic". */
  noun: string;
  chosen: readonly ChosenValue[];
  others: readonly FacetCount[];
  query: SearchQuery;
};

/** The values of a facet: those that are chosen, then those that can be added or excluded. */
export function FacetList({ facet, noun, chosen, others, query }: FacetListProps) {
  const row = (value: FacetCount) => <Other key={value.id} {...{ facet, noun, value, query }} />;
  const [shown, folded] = [others.slice(0, MAX_SHOWN), others.slice(MAX_SHOWN)];
  return (
    <>
      <ul aria-labelledby={`facet-${facet}`}>
        {chosen.map((value) => (
          <Chosen key={value.id} {...{ facet, value, query }} />
        ))}
        {shown.map(row)}
      </ul>
      {folded.length > 0 && (
        <details className={styles.folded}>
          <summary>{counted(folded.length, `more ${noun}`)}</summary>
          <ul>{folded.map(row)}</ul>
        </details>
      )}
    </>
  );
}

type RowProps = { facet: FacetName; value: FacetCount; query: SearchQuery };

function Chosen({ facet, value: { id, label, count }, query }: RowProps) {
  return (
    <li className={styles.row}>
      <a
        href={searchPath(query, { chosen: removing(query.chosen, facet, id) })}
        className={styles.value}
        aria-current="true"
      >
        {label}
        <span className={styles.remove}> × remove</span>
      </a>
      <span className={styles.count}>{inFigures(count)}</span>
    </li>
  );
}

function Other({ facet, noun, value, query }: RowProps & { noun: string }) {
  const { id, label, count } = value;
  const { chosen } = query;
  const canChoose = canChooseMore(chosen[facet]);
  return (
    <li className={styles.row}>
      {canChoose ? (
        <a
          href={searchPath(query, { chosen: including(chosen, facet, id) })}
          className={styles.value}
          aria-label={`Add ${noun} ${label}, ${counted(count, "article")}`}
        >
          {label}
        </a>
      ) : (
        <span className={styles.value}>{label}</span>
      )}
      {canChoose && (
        <a
          href={searchPath(query, { chosen: excluding(chosen, facet, id) })}
          className={styles.exclude}
          aria-label={`Exclude ${noun} ${label}`}
        >
          exclude
        </a>
      )}
      <span className={styles.count} aria-hidden={canChoose}>
        {inFigures(count)}
      </span>
    </li>
  );
}
