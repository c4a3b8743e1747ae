import type { Story } from "#lib/stories/types.ts";

/** A story as schema.org `Article` about its events; `baseUrl` without a slash at its end. */
export function toJsonLdStory(story: Story, baseUrl: string): Record<string, unknown> {
  const { title, summary, path, publishedOn, updatedAt, steps } = story;
  const url = `${baseUrl}${path}`;
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    "@id": url,
    url,
    headline: title,
    description: summary,
    datePublished: publishedOn,
    dateModified: updatedAt,
    inLanguage: "en-GB",
    about: steps.flatMap(({ event }) =>
      event
        ? {
            "@type": "Event",
            "@id": `${baseUrl}${event.path}`,
            name: event.title,
            startDate: event.startsOn,
            endDate: event.endsOn,
          }
        : [],
    ),
    hasPart: steps.map(({ number, heading }) => ({
      "@type": "WebPageElement",
      "@id": `${url}#step-${number}`,
      name: heading,
      position: number,
    })),
  };
}
