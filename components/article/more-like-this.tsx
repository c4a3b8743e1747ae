import { ArticleEntry } from "#components/article/article-entry.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { RelatedArticle, RelatedArticles } from "#lib/articles/types.ts";

/** The articles most like one, each with what it shares, and the way to more of them. */
export function MoreLikeThis({ related: { items, searchText } }: { related: RelatedArticles }) {
  if (items.length === 0 && !searchText) return null;
  const path = searchText && `/search?${new URLSearchParams({ q: searchText })}`;
  return (
    <Section
      title="More like this"
      id="related"
      aside={path && <a href={path}>Search for more like this</a>}
    >
      {items.length === 0 && (
        <EmptyState title="No article in the archive is much like this one." />
      )}
      <EntryList>
        {items.map((item) => (
          <ArticleEntry key={item.id} article={item}>
            <Shares item={item} />
          </ArticleEntry>
        ))}
      </EntryList>
    </Section>
  );
}

function Shares({ item: { shares, isOnSameEvent } }: { item: RelatedArticle }) {
  const about = isOnSameEvent ? ["the same event"] : [];
  return <>Shares: {[...about, ...shares].join(", ") || "less telling words"}</>;
}
