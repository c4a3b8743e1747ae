import type { Metadata } from "next";
import { FrontStories } from "#components/stories/front-stories.tsx";
import { FrontColumns } from "#components/timeline/front-columns.tsx";
import { FrontIntroduction } from "#components/timeline/front-introduction.tsx";
import { MarkerLegend } from "#components/timeline/entry-marker.tsx";
import { TimelinePicture } from "#components/timeline/timeline-picture.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { today } from "#lib/dates/today.ts";
import { getFrontPage } from "#lib/events/data-front.ts";
import { drawTimeline } from "#lib/events/timeline-picture.ts";

export const metadata: Metadata = { alternates: { canonical: "/" } };

export default async function FrontPage() {
  const front = await getFrontPage(today());
  return (
    <>
      <FrontIntroduction counts={front.counts} />
      <Section title={<a href="/timeline">Timeline</a>} id="timeline" aside={<MarkerLegend />}>
        {front.pictured.length > 0 ? (
          <TimelinePicture
            picture={drawTimeline(front.pictured)}
            hrefForYear={(year) => `/${year}`}
          />
        ) : (
          <EmptyState title="No events yet.">
            <p>They will stand here by year and country as soon as the archive has some.</p>
          </EmptyState>
        )}
      </Section>
      <FrontStories stories={front.stories} />
      <FrontColumns front={front} />
    </>
  );
}
