import type { Metadata } from "next";
import { TimelineView } from "#components/timeline/timeline-view.tsx";
import { today } from "#lib/dates/today.ts";
import { oembedAlternate } from "#lib/exchange/oembed-address.ts";
import { getTimelineView } from "#lib/timeline/data-timeline-view.ts";
import { parseTimelineQuery, timelineHref } from "#lib/timeline/timeline-query.ts";

type Props = PageProps<"/timeline">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { written, page } = parseTimelineQuery(await searchParams, today());
  return {
    title: page > 1 ? `Timeline, page ${page}` : "Timeline",
    description: "Events and articles from decades to hours, with a lane for each side.",
    alternates: {
      canonical: timelineHref(written, { page }),
      types: oembedAlternate(timelineHref(written)),
    },
  };
}

export default async function TimelinePage({ searchParams }: Props) {
  const query = parseTimelineQuery(await searchParams, today());
  return <TimelineView query={query} view={await getTimelineView(query)} />;
}
