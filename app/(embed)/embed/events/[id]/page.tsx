import type { Metadata } from "next";
import { cache } from "react";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { EventEmbed } from "#components/timeline/event-embed.tsx";
import { getEvent } from "#lib/events/data.ts";

type Props = PageProps<"/embed/events/[id]">;

/** One read for the page and its metadata. */
const readEvent = cache(getEvent);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readEvent((await params).id);
  if (!event) return {};
  // Search engines are to know the event by its page.
  return {
    title: event.title,
    robots: { index: false },
    alternates: { canonical: event.path },
  };
}

export default async function EventEmbedPage({ params }: Props) {
  const event = await readEvent((await params).id);
  return event ? <EventEmbed event={event} /> : <NotFoundPage />;
}
