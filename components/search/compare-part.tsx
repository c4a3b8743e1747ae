import { ArticleEntry } from "#components/article/article-entry.tsx";
import { CompareSwatch, type ComparedNames } from "#components/search/compare-swatch.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ComparedPart } from "#lib/search/compare-query.ts";
import type { PartFound } from "#lib/search/types-compare.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./compare-part.module.css";

type ComparePartProps = { part: ComparedPart; names: ComparedNames; found: PartFound };

/** What one search finds alone, or both find: how many, and the newest of them. */
export function ComparePart({ part, names, found }: ComparePartProps) {
  const { total, items, path } = found;
  const title = titleOf(part, names);
  return (
    <Section
      id={part}
      title={
        <>
          <CompareSwatch part={part} /> {title}
        </>
      }
      aside={counted(total, "article")}
    >
      {total === 0 && <p className={styles.more}>Nothing.</p>}
      {total > 0 && (
        <EntryList label={title}>
          {items.map((item) => (
            <ArticleEntry key={item.id} article={item} />
          ))}
        </EntryList>
      )}
      {total > 0 && (path || total > items.length) && (
        <p className={styles.more}>
          {total > items.length && `The newest ${items.length} of ${inFigures(total)}. `}
          {path && <a href={path}>Open as a search</a>}
        </p>
      )}
    </Section>
  );
}

function titleOf(part: ComparedPart, { first, second }: ComparedNames): string {
  return { onlyFirst: `Only ${first}`, both: "Both", onlySecond: `Only ${second}` }[part];
}
