import type { ActorFields } from "#lib/actors/schema.ts";
import { requireActor } from "#lib/actors/mutations.ts";
import { database } from "#lib/db/client.ts";
import { requireTopic } from "#lib/topics/mutations.ts";
import type { TopicFields } from "#lib/topics/schema.ts";
import type { Proposal } from "#lib/understanding/types.ts";

/** A topic as it would be, with what it is now. Throws `AppError` as `requireTopic` does. */
export async function proposeTopic(id: string, fields: TopicFields): Promise<Proposal> {
  return { kind: "topic", id, fields, base: await requireTopic(database, id) };
}

/** An actor as it would be, with what it is now. Throws `AppError` as `requireActor` does. */
export async function proposeActor(id: string, fields: ActorFields): Promise<Proposal> {
  return { kind: "actor", id, fields, base: await requireActor(database, id) };
}
