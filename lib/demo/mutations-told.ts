import { insertCommitment } from "#lib/commitments/mutations.ts";
import type { Evidence } from "#lib/commitments/schema.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { readActorIds, readTopicIds } from "#lib/demo/mutations-vocabularies.ts";
import type { DemoArchive, DemoCommitment, DemoStory } from "#lib/demo/types.ts";
import { resolveCited } from "#lib/events/data-cited.ts";
import { insertStory } from "#lib/stories/mutations.ts";

/**
 * Adds the stories whose address the archive has never had, as published ones, and returns how many.
 * What they tell of must be there.
 */
export async function addStories(
  tx: Transaction,
  { stories }: DemoArchive,
  actor: Actor,
): Promise<number> {
  const known = await tx.storyAddress.findMany({
    where: { slug: { in: stories.map(({ slug }) => slug) } },
    select: { slug: true },
  });
  const slugs = new Set(known.map(({ slug }) => slug));
  const missing = stories.filter(({ slug }) => !slugs.has(slug));
  const now = Date.now();
  for (const [i, story] of missing.entries()) {
    // The first of the file is the newest of the list.
    const publishedAt = new Date(now - i);
    await insertStory(tx, await toStoryFields(tx, story), actor, publishedAt);
  }
  return missing.length;
}

async function toStoryFields(tx: Transaction, { slug, title, summary, steps }: DemoStory) {
  const ifThere = await readEventIds(tx);
  const fields = [];
  for (const { event, heading, body, cites } of steps) {
    // One that an editor has taken out of the archive is not cited.
    const citations = (await resolveCited(cites, tx)).filter((cited) => cited !== null);
    fields.push({ eventId: ifThere(event), heading, body, citations });
  }
  return { slug, title, summary, steps: fields };
}

/** Adds the commitments that the archive has never had, and returns how many. */
export async function addCommitments(
  tx: Transaction,
  archive: DemoArchive,
  actor: Actor,
): Promise<number> {
  const { commitments } = archive;
  const known = await tx.commitment.findMany({
    where: { id: { in: commitments.map(({ id }) => id) } },
    select: { id: true },
  });
  const ids = new Set(known.map(({ id }) => id));
  const missing = commitments.filter(({ id }) => !ids.has(id));
  const topicIdOf = await readTopicIds(tx, archive);
  const actorIdOf = await readActorIds(tx);
  const ifThere = await readEventIds(tx);
  const toEvidenceRows = (evidence: DemoCommitment["evidence"]) =>
    evidence.filter((each) => !("event" in each) || ifThere(each.event)).map(toEvidence);
  for (const { id, title, detail, madeOn, event, due, by, to, ...rest } of missing) {
    const fields = {
      ...{ title, detail, madeOn, due, eventId: ifThere(event) },
      ...{ by: by.map(actorIdOf), to: to.map(actorIdOf), topicIds: rest.topics.map(topicIdOf) },
      evidence: toEvidenceRows(rest.evidence),
      changes: rest.changes.map((change) => ({
        ...change,
        evidence: toEvidenceRows(change.evidence),
      })),
    };
    await insertCommitment(tx, id, fields, actor);
  }
  return missing.length;
}

/** An event's id, or null where an editor has taken it out of the archive. */
async function readEventIds(tx: Transaction): Promise<(id: string | null) => string | null> {
  const there = new Set((await tx.event.findMany({ select: { id: true } })).map(({ id }) => id));
  return (id) => (id !== null && there.has(id) ? id : null);
}

function toEvidence(evidence: DemoCommitment["evidence"][number]): Evidence {
  const nothing = { publisher: null, title: null, url: null, eventId: null };
  return {
    ...{ ...nothing, articleId: null, words: null },
    ...("event" in evidence ? { eventId: evidence.event } : evidence.source),
  };
}
