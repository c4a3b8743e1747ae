import type { Metadata } from "next";
import { cache } from "react";
import { EventCommitments } from "#components/commitments/event-commitments.tsx";
import { JsonLd } from "#components/layout/json-ld.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { EventStories } from "#components/stories/event-stories.tsx";
import { EventView } from "#components/timeline/event-view.tsx";
import { listEventCommitments } from "#lib/commitments/data.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { getEnv } from "#lib/env.ts";
import { getEvidence } from "#lib/events/data-evidence.ts";
import { getEvent } from "#lib/events/data.ts";
import { toJsonLdEvent } from "#lib/events/event-json-ld.ts";
import { listEventStories } from "#lib/stories/data.ts";
import { oembedAlternate } from "#lib/exchange/oembed-address.ts";

type Props = PageProps<"/events/[id]">;

/** One read for the page and its metadata. */
const readEvent = cache(getEvent);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readEvent((await params).id);
  if (!event) return {};
  const description = `${formatEdtf(event.date)}. ${event.facts[0] ?? ""}`.trim();
  return {
    title: event.title,
    description,
    alternates: { canonical: event.path, types: oembedAlternate(event.path) },
    openGraph: { title: event.title, description, url: event.path, type: "article" },
  };
}

export default async function EventPage({ params }: Props) {
  const event = await readEvent((await params).id);
  if (!event) return <NotFoundPage />;
  const [evidence, commitments, stories] = await Promise.all([
    getEvidence(event),
    listEventCommitments(event.id),
    listEventStories(event.id),
  ]);
  return (
    <>
      <EventView event={event} evidence={evidence}>
        <EventCommitments commitments={commitments} />
        <EventStories stories={stories} />
      </EventView>
      <JsonLd data={toJsonLdEvent(event, getEnv().ARCHIVE_URL)} />
    </>
  );
}
