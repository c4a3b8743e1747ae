import type { Metadata } from "next";
import { MapView } from "#components/events/map-view.tsx";
import { getEventsByPlace } from "#lib/events/data-map.ts";
import { mapPath, mapQuerySchema } from "#lib/events/schema-map.ts";

type Props = PageProps<"/map">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = mapQuerySchema.parse(await searchParams);
  return {
    title: query.place ? `Map: ${query.place}` : "Map",
    description: "Events of UK, US and Ukrainian diplomacy by place, with a table beside the map.",
    alternates: { canonical: mapPath(query) },
  };
}

export default async function MapPage({ searchParams }: Props) {
  const query = mapQuerySchema.parse(await searchParams);
  return <MapView query={query} view={await getEventsByPlace(query)} />;
}
