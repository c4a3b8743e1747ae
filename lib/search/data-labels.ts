/** What goes by the numbers of the search's index. */
import { database } from "#lib/db/client.ts";
import { currentContentVersion } from "#lib/db/content-version.ts";
import type { ActorKind } from "#lib/db/generated/client.ts";

export type Label = { id: string; label: string };
export type ActorLabel = Label & { kind: ActorKind };
export type OutletLabel = Label & { country: string | null };
export type Labels = {
  topics: ReadonlyMap<number, Label>;
  actors: ReadonlyMap<number, ActorLabel>;
  outlets: ReadonlyMap<number, OutletLabel>;
};

let known: { version: number; labels: Promise<Labels> } | null = null;

/** By number; read again only when something public has changed. */
export function readLabels(): Promise<Labels> {
  const version = currentContentVersion();
  if (version === null) return load();
  if (known?.version === version) return known.labels;
  const labels = load();
  known = { version, labels };
  // What failed is asked again by the next who wants to know.
  labels.catch(() => {
    if (known?.labels === labels) known = null;
  });
  return labels;
}

async function load(): Promise<Labels> {
  const [topics, actors, outlets] = await Promise.all([
    database.topic.findMany({ select: { number: true, id: true, label: true } }),
    database.actor.findMany({ select: { number: true, id: true, name: true, kind: true } }),
    database.outlet.findMany({ select: { number: true, slug: true, name: true, country: true } }),
  ]);
  return {
    topics: new Map(topics.map(({ number, ...label }) => [number, label])),
    actors: new Map(
      actors.map(({ number, id, name, kind }) => [number, { id, label: name, kind }]),
    ),
    outlets: new Map(
      outlets.map(({ number, slug, name, country }) => [
        number,
        { id: slug, label: name, country },
      ]),
    ),
  };
}
