import type { Metadata } from "next";
import type { Article, WithdrawnArticle } from "#lib/articles/types.ts";
import { oembedAlternate } from "#lib/exchange/oembed-address.ts";

/**
 * What search engines, previews of shared links and reference managers read of an article. With a
 * search marked in it, it is one of any number of addresses of the same article, to be kept by none.
 */
export function articleMetadata(article: Article, { isMarked = false } = {}): Metadata {
  const { headline: title, path, publishedOn, modifiedOn, outlet, bylines } = article;
  const description =
    article.summary ??
    article.paragraphs[0]?.text ??
    `${outlet?.name ?? "Article"}, ${publishedOn}`;
  const names = bylines.map(({ name }) => name);
  return {
    title,
    description,
    authors: names.map((name) => ({ name })),
    alternates: { canonical: path, types: oembedAlternate(path) },
    ...(isMarked && { robots: { index: false, follow: true } }),
    openGraph: {
      type: "article",
      title,
      description,
      url: path,
      siteName: "The Diplomacy Archive",
      locale: "en_GB",
      publishedTime: publishedOn,
      ...(modifiedOn && { modifiedTime: modifiedOn }),
      authors: names,
      tags: article.topics.map(({ label }) => label),
    },
    other: {
      citation_title: title,
      citation_publication_date: publishedOn.replaceAll("-", "/"),
      ...(names.length > 0 && { citation_author: names }),
      ...(outlet && { citation_journal_title: outlet.name }),
    },
  };
}

/** A withdrawn article keeps its title and is not to be found by search engines. */
export function withdrawnMetadata(article: WithdrawnArticle): Metadata {
  return { title: `Withdrawn: ${article.headline}`, robots: { index: false, follow: true } };
}
