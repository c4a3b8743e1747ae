import type { FieldNames } from "#lib/articles/compare-fields.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import { database } from "#lib/db/client.ts";

/** What the topics and people of states of an article are called; one that is gone has no name. */
export async function getFieldNames(states: readonly ArticleFields[]): Promise<FieldNames> {
  const among = (field: "topics" | "people") => ({
    id: { in: states.flatMap((state) => state[field].map(({ id }) => id)) },
  });
  const [topics, people] = await Promise.all([
    database.topic.findMany({ where: among("topics"), select: { id: true, label: true } }),
    database.actor.findMany({ where: among("people"), select: { id: true, name: true } }),
  ]);
  return {
    topics: byId(topics.map(({ id, label }) => ({ id, name: label }))),
    people: byId(people),
  };
}

/** Of several who are called the same, each with its id. */
function byId(named: readonly { id: string; name: string }[]): Map<string, string> {
  const counts = Map.groupBy(named, ({ name }) => name);
  return new Map(
    named.map(({ id, name }) => [
      id,
      (counts.get(name)?.length ?? 0) > 1 ? `${name} (${id})` : name,
    ]),
  );
}
