import { listActorCountries } from "#lib/actors/data-admin.ts";
import { listActorChoices } from "#lib/actors/data-names.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

type Choice = { value: string; label: string };
export type EventChoices = { topics: Choice[]; actors: Choice[]; countries: string[] };

/** What the form of an event can propose. */
export async function getEventChoices(): Promise<EventChoices> {
  const [topics, actors, countries] = await Promise.all([
    listTopicRefs(),
    listActorChoices(),
    listActorCountries(),
  ]);
  return {
    topics: topics.map(({ id, label }) => ({ value: id, label })),
    actors: actors.map(({ id, name }) => ({ value: id, label: name })),
    countries,
  };
}
