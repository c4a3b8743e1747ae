import { FIELDS_SELECT, toFields, toFieldsNow } from "#lib/commitments/data-fields.ts";
import type { CommitmentFields } from "#lib/commitments/schema.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import {
  editedMeanwhile,
  keepRevision,
  requireRevision,
  type EditedSubject,
} from "#lib/db/edit-revisions.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

const subjectOf = (id: string): EditedSubject => ({ subject: "commitment", subjectId: id });

/** Adds a commitment and returns its id, made from what was promised. */
export function addCommitment(fields: CommitmentFields, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    const wanted = toSlug(fields.title, "commitment");
    const like = { id: { startsWith: wanted } };
    const taken = await tx.commitment.findMany({ where: like, select: { id: true } });
    const ids = new Set(taken.map(({ id }) => id));
    const id = firstFreeSlug(wanted, (candidate) => ids.has(candidate));
    await insertCommitment(tx, id, fields, actor);
    record({ action: "commitment.add", ...subjectOf(id), details: { title: fields.title } });
    return id;
  });
}

/** Writes a new commitment, in a transaction, with its first revision. */
export async function insertCommitment(
  tx: Transaction,
  id: string,
  fields: CommitmentFields,
  actor: Actor,
): Promise<void> {
  await tx.commitment.create({ data: { id, ...toColumns(fields) }, select: { id: true } });
  await insertParts(tx, id, fields);
  await keepRevision(tx, { ...subjectOf(id), number: 1, snapshot: fields }, actor);
}

type Edit = {
  /** The version that the edit began with. */
  base: number;
  /** What is to be said from now on, of what is said now. */
  edit: (now: CommitmentFields) => CommitmentFields;
  note?: string;
};

/**
 * Changes what is said of a commitment and returns its new version. Throws `AppError` "not_found",
 * "conflict" where somebody saved another version since (nothing is written), and what `edit` throws.
 */
export function editCommitment(id: string, edit: Edit, actor: Actor): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const { before, version } = await writeCommitment(tx, id, edit, actor);
    const details = { version, ...(edit.note && { note: edit.note }), before };
    record({ action: "commitment.save", ...subjectOf(id), details });
    return version;
  });
}

/** Makes of a commitment what it was at a revision: itself a save, which can be taken back as well. */
export function restoreCommitment(
  id: string,
  { base, number }: { base: number; number: number },
  actor: Actor,
): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const fields = await toFieldsNow(tx, await requireRevision(tx, subjectOf(id), number));
    const edit = { base, edit: () => fields, note: `as revision ${number}` };
    const { version } = await writeCommitment(tx, id, edit, actor);
    const details = { revision: number, version };
    record({ action: "commitment.restore", ...subjectOf(id), details });
    return version;
  });
}

/**
 * Withdraws a commitment, for which its page then gives the reason, or (null) brings it back. Throws
 * `AppError` "not_found", "conflict" where it is so already.
 */
export function setCommitmentWithdrawn(
  id: string,
  reason: string | null,
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const { count } = await tx.commitment.updateMany({
      where: { id, withdrawnAt: reason === null ? { not: null } : null },
      data: { withdrawnAt: reason === null ? null : new Date(), withdrawnReason: reason },
    });
    if (count === 0) {
      if ((await tx.commitment.count({ where: { id } })) === 0) throw notThere();
      throw new AppError("conflict", reason ? "It is withdrawn already." : "It is shown already.");
    }
    const action = reason === null ? "commitment.bring_back" : "commitment.withdraw";
    record({ action, ...subjectOf(id), details: { ...(reason && { reason }) } });
  });
}

async function writeCommitment(
  tx: Transaction,
  id: string,
  { base, edit, note }: Edit,
  actor: Actor,
) {
  const row = await tx.commitment.findUnique({ where: { id }, select: FIELDS_SELECT });
  if (!row) throw notThere();
  const before = toFields(row);
  const fields = edit(before);
  const version = base + 1;
  const { count } = await tx.commitment.updateMany({
    where: { id, version: base },
    data: { ...toColumns(fields), version },
  });
  if (count === 0) throw await editedMeanwhile(tx, subjectOf(id));
  const where = { commitmentId: id };
  await tx.commitmentActor.deleteMany({ where });
  await tx.commitmentTopic.deleteMany({ where });
  await tx.commitmentChange.deleteMany({ where });
  await tx.commitmentEvidence.deleteMany({ where });
  await insertParts(tx, id, fields);
  await keepRevision(tx, { ...subjectOf(id), number: version, snapshot: fields, note }, actor);
  return { before, version };
}

function toColumns({ title, detail, madeOn, eventId, due, changes }: CommitmentFields) {
  const made = parseEdtf(madeOn);
  if (!made) throw new RangeError(`Not an EDTF date: ${madeOn}`);
  const span = due === null ? null : parseEdtf(due);
  return {
    ...{ title, detail, madeOn, eventId, due },
    madeStartsOn: toDateColumn(made.start),
    dueStartsOn: span && toDateColumn(span.start),
    dueEndsOn: span && toDateColumn(span.end),
    state: changes.at(-1)?.state ?? ("open" as const),
  };
}

async function insertParts(tx: Transaction, commitmentId: string, fields: CommitmentFields) {
  const { by, to, topicIds, evidence, changes } = fields;
  const actorsOf = (side: "by" | "to", ids: readonly string[]) =>
    [...new Set(ids)].map((actorId, position) => ({ commitmentId, side, position, actorId }));
  await tx.commitmentActor.createMany({ data: [...actorsOf("by", by), ...actorsOf("to", to)] });
  await tx.commitmentTopic.createMany({
    data: [...new Set(topicIds)].map((topicId) => ({ commitmentId, topicId })),
  });
  await tx.commitmentChange.createMany({
    data: changes.map(({ state, day, note }, i) => ({
      ...{ commitmentId, position: i + 1, state, note },
      day: toDateColumn(day),
    })),
  });
  await tx.commitmentEvidence.createMany({
    data: [evidence, ...changes.map((each) => each.evidence)].flatMap((list, change) =>
      list.map((each, position) => ({ commitmentId, change, position, ...each })),
    ),
  });
}

function notThere(): AppError {
  return new AppError("not_found", "There is no such commitment.");
}
