import { Section } from "#components/ui/section.tsx";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import type { CheckedPassage } from "#lib/statements/types-check.ts";

/** Articles in whose text the words stand outside of any statement that the archive knows. */
export function CheckedPassages({ passages }: { passages: readonly CheckedPassage[] }) {
  return (
    <Section title="In the text of articles, outside of any statement" id="passages">
      <EntryList label="Articles, the earliest first">
        {passages.map(({ article, fragment, before, words, after }) => (
          <Entry
            key={article.id}
            date={article.publishedOn}
            href={`${article.path}#${fragment}`}
            title={article.headline}
            meta={article.outlet?.name}
          >
            {before}
            <mark>{words}</mark>
            {after}
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
