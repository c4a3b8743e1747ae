import type { ReactNode } from "react";
import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { Entry } from "#components/ui/entry-list.tsx";
import { HollowMarker } from "#components/ui/hollow-marker.tsx";
import type { ArticleLine } from "#lib/articles/types.ts";

type ArticleEntryProps = {
  article: ArticleLine;
  /** Where it leads, if not to the article's plain address. */
  href?: string;
  /** In place of the headline's plain words, e.g. with marks. */
  title?: ReactNode;
  hasDate?: boolean;
  children?: ReactNode;
};

/** An article as a dated line. */
export function ArticleEntry({ article, href, title, hasDate, children }: ArticleEntryProps) {
  return (
    <Entry
      href={href ?? article.path}
      date={article.publishedOn}
      hasDate={hasDate}
      marker={article.verification === "to_verify" && <HollowMarker />}
      title={
        <ArticleHeadline isProposed={article.headlineProposed}>
          {title ?? article.headline}
        </ArticleHeadline>
      }
      meta={article.outlet?.name}
    >
      {children}
    </Entry>
  );
}
