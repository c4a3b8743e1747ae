import type { Metadata } from "next";
import { TimelineEmbed } from "#components/timeline/timeline-embed.tsx";
import { today } from "#lib/dates/today.ts";
import { getEmbeddedTimeline } from "#lib/timeline/data-addressed.ts";
import { parseTimelineQuery, timelineHref } from "#lib/timeline/timeline-query.ts";

type Props = PageProps<"/embed/timeline">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { written } = parseTimelineQuery(await searchParams, today());
  // Search engines are to know the timeline by its page.
  return {
    title: "Timeline",
    robots: { index: false },
    alternates: { canonical: timelineHref(written) },
  };
}

export default async function TimelineEmbedPage({ searchParams }: Props) {
  const query = parseTimelineQuery(await searchParams, today());
  return <TimelineEmbed query={query} view={await getEmbeddedTimeline(query)} />;
}
