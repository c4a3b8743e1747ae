import { MAX_ALIASES, type ActorFields } from "#lib/actors/schema.ts";
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { holdLock } from "#lib/db/advisory-lock.ts";
import {
  writeWithAudit,
  type Actor,
  type AuditRecord,
  type Transaction,
} from "#lib/db/transaction.ts";
import { requireSameDefinition, type EditedFrom } from "#lib/db/edited-from.ts";
import { AppError } from "#lib/errors.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

/** Held by every write of people, organisations and countries, so that merges meet none half-way. */
export const ACTORS_LOCK = "actors";

/** Adds a person, organisation or country and returns its id, made from the name. */
export function addActor(fields: ActorFields, by: Actor): Promise<string> {
  return writeWithAudit(by, (tx, record) => insertActor(tx, fields, record));
}

/** The same within a caller's transaction, which then holds `ACTORS_LOCK`. */
export async function insertActor(
  tx: Transaction,
  fields: ActorFields,
  record: (entry: AuditRecord) => void,
): Promise<string> {
  await holdLock(tx, ACTORS_LOCK);
  const slug = toSlug(fields.name, fields.kind);
  const similar = await tx.actor.findMany({
    where: { id: { startsWith: slug } },
    select: { id: true },
  });
  const taken = new Set(similar.map((actor) => actor.id));
  const id = firstFreeSlug(slug, (candidate) => taken.has(candidate));
  const { aliases, offices, ...columns } = fields;
  await tx.actor.create({ data: { id, ...columns } });
  await addNamesAndOffices(tx, id, { aliases, offices });
  record({ action: "actor.add", subject: "actor", subjectId: id, details: { ...fields } });
  return id;
}

/**
 * Changes a person, organisation or country; its id and address stay. Throws `AppError`
 * "not_found" where there is none, "conflict" where it is merged away, or where it differs from
 * `base`, the fields that the edit started from.
 */
export function editActor(
  id: string,
  fields: ActorFields,
  by: Actor,
  { base }: EditedFrom<ActorFields> = {},
): Promise<void> {
  return writeWithAudit(by, async (tx, record) => {
    await holdLock(tx, ACTORS_LOCK);
    const before = await requireActor(tx, id);
    requireSameDefinition(before, base);
    const { aliases, offices, ...columns } = fields;
    await tx.actor.update({ where: { id }, data: columns });
    await tx.actorAlias.deleteMany({ where: { actorId: id } });
    await tx.office.deleteMany({ where: { actorId: id } });
    await addNamesAndOffices(tx, id, { aliases, offices });
    record({ action: "actor.edit", subject: "actor", subjectId: id, details: { before } });
  });
}

/** Writes other names and offices of an actor, beside those it has. */
export async function addNamesAndOffices(
  tx: Transaction,
  actorId: string,
  { aliases, offices }: Pick<ActorFields, "aliases" | "offices">,
): Promise<void> {
  await tx.actorAlias.createMany({ data: aliases.map((alias) => ({ actorId, alias })) });
  await tx.office.createMany({
    data: offices.map(({ title, heldFrom, heldTo }) => ({
      actorId,
      title,
      heldFrom: heldFrom && toDateColumn(heldFrom),
      heldTo: heldTo && toDateColumn(heldTo),
    })),
  });
}

/**
 * Gives an actor another name, where it does not bear it already. Throws as `requireActor` does, and
 * `AppError` "conflict" where it has as many as it may have.
 */
export async function addAlias(
  tx: Transaction,
  id: string,
  alias: string,
  record: (entry: AuditRecord) => void,
): Promise<void> {
  await holdLock(tx, ACTORS_LOCK);
  const before = await requireActor(tx, id);
  const isBorne = [before.name, ...before.aliases].some(
    (name) => name.toLowerCase() === alias.toLowerCase(),
  );
  if (isBorne) return;
  if (before.aliases.length >= MAX_ALIASES) {
    throw new AppError("conflict", `${before.name} has ${MAX_ALIASES} other names already.`);
  }
  await addNamesAndOffices(tx, id, { aliases: [alias], offices: [] });
  record({ action: "actor.edit", subject: "actor", subjectId: id, details: { before } });
}

/** The actor's fields. Throws `AppError` "not_found", or "conflict" where it is merged away. */
export async function requireActor(tx: Transaction, id: string): Promise<ActorFields> {
  const actor = await tx.actor.findUnique({
    where: { id },
    select: {
      kind: true,
      name: true,
      country: true,
      description: true,
      wikidataId: true,
      mergedIntoId: true,
      aliases: { select: { alias: true }, orderBy: { alias: "asc" } },
      offices: {
        select: { title: true, heldFrom: true, heldTo: true },
        orderBy: [{ heldFrom: { sort: "desc", nulls: "last" } }, { title: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!actor) throw new AppError("not_found", "The archive knows nobody of this id.");
  const { mergedIntoId, aliases, offices, ...columns } = actor;
  if (mergedIntoId) throw new AppError("conflict", `It is merged into ${mergedIntoId}.`);
  return {
    ...columns,
    aliases: aliases.map(({ alias }) => alias),
    offices: offices.map(({ title, heldFrom, heldTo }) => ({
      title,
      heldFrom: heldFrom && toCalendarDay(heldFrom),
      heldTo: heldTo && toCalendarDay(heldTo),
    })),
  };
}
