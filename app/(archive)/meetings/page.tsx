import type { Metadata } from "next";
import { MeetingsView } from "#components/events/meetings-view.tsx";
import { getMeetings } from "#lib/events/data-meetings.ts";
import { meetingsPath, meetingsQuerySchema } from "#lib/events/schema-map.ts";

type Props = PageProps<"/meetings">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = meetingsQuerySchema.parse(await searchParams);
  return {
    title: "Who met whom",
    description: "Pairs of people who took part in the same meetings, how often and when.",
    alternates: { canonical: meetingsPath(query) },
  };
}

export default async function MeetingsPage({ searchParams }: Props) {
  const query = meetingsQuerySchema.parse(await searchParams);
  return <MeetingsView query={query} view={await getMeetings(query)} />;
}
