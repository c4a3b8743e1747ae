import type { Article } from "#lib/articles/types.ts";

/**
 * An article as schema.org `NewsArticle` for JSON-LD. Its text is left out: the page has it, as far
 * as rights allow.
 */
export function toNewsArticle(article: Article, baseUrl: string): Record<string, unknown> {
  const url = `${baseUrl}${article.path}`;
  const people = new Map(
    article.mentions
      .filter(({ kind }) => kind === "person")
      .map(({ actorId, name }) => [actorId, { "@type": "Person", name }]),
  );
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    ...(article.summary && { description: article.summary }),
    datePublished: article.publishedAt ?? article.publishedOn,
    dateModified: article.modifiedOn ?? article.updatedAt,
    inLanguage: article.language,
    isAccessibleForFree: article.rights === "full_text",
    author: article.bylines.map(({ name, role }) => ({
      "@type": name === article.outlet?.name ? "Organization" : "Person",
      name,
      ...(role && { jobTitle: role }),
    })),
    ...(article.outlet && { publisher: { "@type": "Organization", name: article.outlet.name } }),
    ...(article.sourceUrl && { isBasedOn: article.sourceUrl }),
    citation: article.sources.map(({ publisher, title, url: source }) => ({
      "@type": "CreativeWork",
      name: title,
      publisher: { "@type": "Organization", name: publisher },
      ...(source && { url: source }),
    })),
    keywords: article.topics.map(({ label }) => label),
    mentions: [...people.values()],
  };
}
