import { holdLock } from "#lib/db/advisory-lock.ts";
import { requireSameDefinition, type EditedFrom } from "#lib/db/edited-from.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import type { TopicFields } from "#lib/topics/schema.ts";

/** Held by every write whose rules span the vocabulary: labels are unique, the tree has no ring. */
export const TOPICS_LOCK = "topics";

/** Adds a topic and returns its id, made from the label. Throws `AppError` as `editTopic` does. */
export function addTopic(fields: TopicFields, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, TOPICS_LOCK);
    await requireFreeLabel(tx, fields.label, null);
    await requireUsable(tx, fields.broaderId);
    const ids = new Set((await tx.topic.findMany({ select: { id: true } })).map(({ id }) => id));
    const id = firstFreeSlug(toSlug(fields.label, "topic"), (candidate) => ids.has(candidate));
    await tx.topic.create({ data: { id, ...fields } });
    record({ action: "topic.add", subject: "topic", subjectId: id, details: { ...fields } });
    return id;
  });
}

/**
 * Changes a topic; its id and address stay. Throws `AppError` "not_found" where there is none,
 * "conflict" where it is merged away, "invalid_input" where the label is taken, the broader topic
 * is unknown, or it would come to stand under itself. With `base`, the fields that the edit started
 * from, also "conflict" where somebody has changed them since.
 */
export function editTopic(
  id: string,
  fields: TopicFields,
  actor: Actor,
  { base }: EditedFrom<TopicFields> = {},
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, TOPICS_LOCK);
    const before = await requireTopic(tx, id);
    requireSameDefinition(before, base);
    await requireFreeLabel(tx, fields.label, id);
    await requireUsable(tx, fields.broaderId);
    await tx.topic.update({ where: { id }, data: fields });
    if (await isUnderItself(tx, id)) throw fieldError("broaderId", "It stands under this topic.");
    record({ action: "topic.edit", subject: "topic", subjectId: id, details: { before } });
  });
}

/** The topic's fields. Throws `AppError` "not_found", or "conflict" where it is merged away. */
export async function requireTopic(tx: Transaction, id: string): Promise<TopicFields> {
  const topic = await tx.topic.findUnique({
    where: { id },
    select: {
      label: true,
      definition: true,
      keywords: true,
      exceptions: true,
      hitsNeeded: true,
      broaderId: true,
      iptcId: true,
      mergedIntoId: true,
    },
  });
  if (!topic) throw new AppError("not_found", "There is no such topic.");
  const { mergedIntoId, ...fields } = topic;
  if (mergedIntoId) throw new AppError("conflict", `It is merged into ${mergedIntoId}.`);
  return fields;
}

async function requireFreeLabel(tx: Transaction, label: string, ownId: string | null) {
  const taken = await tx.topic.findFirst({
    where: { label: { equals: label, mode: "insensitive" }, ...(ownId && { NOT: { id: ownId } }) },
    select: { id: true },
  });
  if (taken) throw fieldError("label", `The topic ${taken.id} has this label.`);
}

async function requireUsable(tx: Transaction, broaderId: string | null): Promise<void> {
  if (!broaderId) return;
  const usable = await tx.topic.count({ where: { id: broaderId, mergedIntoId: null } });
  if (usable === 0) throw fieldError("broaderId", "There is no such topic.");
}

/** True when going up from a topic leads back to it. */
export async function isUnderItself(tx: Transaction, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isRing: boolean }[]>`
    WITH RECURSIVE above (id) AS (
      SELECT broader_id FROM topics WHERE id = ${id}
      UNION SELECT broader_id FROM topics JOIN above USING (id) WHERE broader_id IS NOT NULL
    )
    SELECT EXISTS (SELECT FROM above WHERE id = ${id}) AS "isRing"`;
  return row?.isRing ?? false;
}

function fieldError(field: string, message: string): AppError {
  return new AppError("invalid_input", message, { details: { fields: { [field]: message } } });
}
