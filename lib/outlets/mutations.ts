import { holdLock } from "#lib/db/advisory-lock.ts";
import { requireMergeRecord } from "#lib/db/merge-record.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { outletMergeSchema, type OutletFields, type OutletMerge } from "#lib/outlets/schema.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

const OUTLETS_LOCK = "outlets";

/**
 * Adds an outlet and returns its id; its slug is made from the name. Throws `AppError`
 * "invalid_input" where the name is taken.
 */
export function addOutlet(fields: OutletFields, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, OUTLETS_LOCK);
    await requireFreeName(tx, fields.name, null);
    const wanted = toSlug(fields.name, "outlet");
    const similar = await tx.outlet.findMany({
      where: { slug: { startsWith: wanted } },
      select: { slug: true },
    });
    const taken = new Set(similar.map((outlet) => outlet.slug));
    const slug = firstFreeSlug(wanted, (candidate) => taken.has(candidate));
    const { defaultTopicIds, ...columns } = fields;
    const defaultTopics = { create: defaultTopicIds.map((topicId) => ({ topicId })) };
    const data = { slug, ...columns, defaultTopics };
    const { id } = await tx.outlet.create({ data, select: { id: true } });
    record({ action: "outlet.add", subject: "outlet", subjectId: id, details: { ...fields } });
    return id;
  });
}

/**
 * Changes an outlet; its slug and address stay. Throws `AppError` "not_found" where there is none,
 * "conflict" where it is merged away, "invalid_input" where the name is taken.
 */
export function editOutlet(id: string, fields: OutletFields, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, OUTLETS_LOCK);
    const before = await requireOutlet(tx, id);
    await requireFreeName(tx, fields.name, id);
    const { defaultTopicIds, ...columns } = fields;
    await tx.outlet.update({ where: { id }, data: columns });
    await tx.outletTopic.deleteMany({ where: { outletId: id } });
    const data = defaultTopicIds.map((topicId) => ({ outletId: id, topicId }));
    await tx.outletTopic.createMany({ data });
    record({ action: "outlet.edit", subject: "outlet", subjectId: id, details: { before } });
  });
}

/**
 * Makes one outlet of two: articles of `id` become those of `into`; the address of `id` leads
 * there, and an article that comes in under its name is filed there. The audit entry keeps what was
 * moved, for `undoOutletMerge`. Throws `AppError` "not_found", "conflict" where either is merged
 * away already, "invalid_input" for an outlet and itself.
 */
export function mergeOutlet(
  { id, into }: { id: string; into: string },
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    if (id === into) throw new AppError("invalid_input", "An outlet cannot be merged into itself.");
    await holdLock(tx, OUTLETS_LOCK);
    await requireOutlet(tx, id);
    await requireOutlet(tx, into);
    const articles = await tx.$queryRaw<{ id: string }[]>`
      UPDATE articles SET outlet_id = ${into}::uuid WHERE outlet_id = ${id}::uuid RETURNING id`;
    const before = await tx.outlet.updateManyAndReturn({
      where: { mergedIntoId: id },
      data: { mergedIntoId: into },
      select: { id: true },
    });
    await tx.outlet.update({ where: { id }, data: { mergedIntoId: into } });
    const details: OutletMerge = {
      into,
      movedArticles: articles.map((article) => article.id),
      mergedBefore: before.map((outlet) => outlet.id),
    };
    record({ action: "outlet.merge", subject: "outlet", subjectId: id, details });
  });
}

/**
 * Parts two outlets again: articles that the merge moved and that are still where it put them go
 * back. Throws `AppError` "not_found", and as `requireMergeRecord` does.
 */
export function undoOutletMerge(id: string, actor: Actor): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    await holdLock(tx, OUTLETS_LOCK);
    const outlet = await tx.outlet.findUnique({ where: { id }, select: { mergedIntoId: true } });
    if (!outlet) throw new AppError("not_found", "There is no such outlet.");
    const merged = { subject: "outlet", id, intoId: outlet.mergedIntoId };
    const merge = await requireMergeRecord(tx, merged, outletMergeSchema);
    await tx.outlet.update({ where: { id }, data: { mergedIntoId: null } });
    await tx.$executeRaw`
      UPDATE articles SET outlet_id = ${id}::uuid
      WHERE outlet_id = ${merge.into}::uuid AND id = ANY(${merge.movedArticles}::uuid[])`;
    await tx.outlet.updateMany({
      where: { id: { in: merge.mergedBefore }, mergedIntoId: merge.into },
      data: { mergedIntoId: id },
    });
    const details = { from: merge.into };
    record({ action: "outlet.undo_merge", subject: "outlet", subjectId: id, details });
  });
}

async function requireOutlet(tx: Transaction, id: string): Promise<OutletFields> {
  const outlet = await tx.outlet.findUnique({
    where: { id },
    select: {
      name: true,
      country: true,
      homepageUrl: true,
      timeZone: true,
      defaultRights: true,
      publishesItself: true,
      defaultTopics: { select: { topicId: true } },
      mergedInto: { select: { name: true } },
    },
  });
  if (!outlet) throw new AppError("not_found", "There is no such outlet.");
  const { mergedInto, defaultTopics, ...columns } = outlet;
  const fields = { ...columns, defaultTopicIds: defaultTopics.map(({ topicId }) => topicId) };
  if (mergedInto) throw new AppError("conflict", `It is merged into ${mergedInto.name}.`);
  return fields;
}

async function requireFreeName(tx: Transaction, name: string, ownId: string | null): Promise<void> {
  const taken = await tx.outlet.findFirst({
    where: { name: { equals: name, mode: "insensitive" }, ...(ownId && { NOT: { id: ownId } }) },
    select: { mergedInto: { select: { name: true } } },
  });
  if (!taken) return;
  const message = taken.mergedInto
    ? `An outlet of this name was merged into ${taken.mergedInto.name}.`
    : "There is an outlet of this name.";
  throw new AppError("invalid_input", message, { details: { fields: { name: message } } });
}
