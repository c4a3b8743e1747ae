import {
  editedMeanwhile,
  keepRevision,
  requireRevision,
  type EditedSubject,
} from "#lib/db/edit-revisions.ts";
import { writeWithAudit, type Actor, type Transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { storyFieldsSchema, type NewStory, type StoryFields } from "#lib/stories/schema.ts";
import type { StoryStatus } from "#lib/stories/types.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

const subjectOf = (id: string): EditedSubject => ({ subject: "story", subjectId: id });

/** Begins a story, as a draft, and returns its id. */
export function addStory(fields: NewStory, actor: Actor): Promise<string> {
  return writeWithAudit(actor, async (tx, record) => {
    const story: StoryFields = { ...fields, slug: "", steps: [] };
    const id = await insertStory(tx, story, actor);
    record({ action: "story.add", ...subjectOf(id), details: { title: fields.title } });
    return id;
  });
}

/**
 * Writes a new story, in a transaction, with its address and its first revision; returns its id.
 * Without a slug, or with one that is taken, it gets one made from its title.
 */
export async function insertStory(
  tx: Transaction,
  given: StoryFields,
  actor: Actor,
  publishedAt: Date | null = null,
): Promise<string> {
  const wanted = given.slug || toSlug(given.title, "story");
  const like = { slug: { startsWith: wanted } };
  const taken = await tx.storyAddress.findMany({ where: like, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  const fields = { ...given, slug: firstFreeSlug(wanted, (slug) => slugs.has(slug)) };
  const { title, slug, summary } = fields;
  const status = publishedAt ? ("published" as const) : ("draft" as const);
  const { id } = await tx.story.create({
    data: { title, slug, summary, status, publishedAt, addresses: { create: { slug } } },
    select: { id: true },
  });
  await insertSteps(tx, id, fields);
  await keepRevision(tx, { ...subjectOf(id), number: 1, snapshot: fields }, actor);
  return id;
}

type Save = { base: number; fields: StoryFields; note?: string };

/**
 * Saves a story whole and returns its new version. `base` is the version that the edit began with.
 * Throws `AppError` "not_found", "conflict" where somebody saved another since (nothing is written),
 * "invalid_input" where another story has the address.
 */
export function saveStory(id: string, save: Save, actor: Actor): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const version = await writeStory(tx, id, save, actor);
    const { title, steps } = save.fields;
    record({ action: "story.save", ...subjectOf(id), details: { title, version, steps } });
    return version;
  });
}

/** Makes of a story what it was at a revision: itself a save, which can be taken back as well. */
export function restoreStory(
  id: string,
  { base, number }: { base: number; number: number },
  actor: Actor,
): Promise<number> {
  return writeWithAudit(actor, async (tx, record) => {
    const snapshot = storyFieldsSchema.parse(await requireRevision(tx, subjectOf(id), number));
    const fields = { ...snapshot, steps: await withoutGone(tx, snapshot.steps) };
    const note = `as revision ${number}`;
    const version = await writeStory(tx, id, { base, fields, note }, actor);
    record({ action: "story.restore", ...subjectOf(id), details: { revision: number, version } });
    return version;
  });
}

/** Steps of an old state, with what is gone since no longer named. */
async function withoutGone(tx: Transaction, steps: StoryFields["steps"]) {
  const cited = steps.flatMap(({ citations }) => citations);
  const eventIds = [...steps, ...cited].flatMap(({ eventId }) => eventId ?? []);
  const articleIds = cited.flatMap(({ articleId }) => articleId ?? []);
  const select = { id: true };
  const [events, articles] = await Promise.all([
    tx.event.findMany({ where: { id: { in: eventIds } }, select }),
    tx.article.findMany({ where: { id: { in: articleIds } }, select }),
  ]);
  const isThere = new Set([...events, ...articles].map((row) => row.id));
  const still = (id: string | null) => (id && isThere.has(id) ? id : null);
  return steps.map((step) => ({
    ...step,
    eventId: still(step.eventId),
    citations: step.citations.map((each) => ({
      eventId: still(each.eventId),
      articleId: still(each.articleId),
    })),
  }));
}

async function writeStory(
  tx: Transaction,
  id: string,
  { base, fields: given, note }: Save,
  actor: Actor,
): Promise<number> {
  const before = await tx.story.findUnique({
    where: { id },
    select: { slug: true, publishedAt: true },
  });
  if (!before) throw notThere();
  const fields = { ...given, slug: given.slug || before.slug };
  const { title, slug, summary } = fields;
  const version = base + 1;
  const { count } = await tx.story.updateMany({
    where: { id, version: base },
    data: { title, slug, summary, version },
  });
  if (count === 0) throw await editedMeanwhile(tx, subjectOf(id));
  if (slug !== before.slug) await moveAddress(tx, id, slug, before);
  await tx.storyStep.deleteMany({ where: { storyId: id } });
  await tx.storyCitation.deleteMany({ where: { storyId: id } });
  await insertSteps(tx, id, fields);
  await keepRevision(tx, { ...subjectOf(id), number: version, snapshot: fields, note }, actor);
  return version;
}

/** The old address stays and leads to the new one, but for one that no reader ever saw. */
async function moveAddress(
  tx: Transaction,
  storyId: string,
  slug: string,
  before: { slug: string; publishedAt: Date | null },
): Promise<void> {
  const owner = await tx.storyAddress.findUnique({ where: { slug }, select: { storyId: true } });
  if (owner && owner.storyId !== storyId) {
    const message = "Another story has, or had, this address.";
    throw new AppError("invalid_input", message, { details: { fields: { slug: message } } });
  }
  if (!before.publishedAt) await tx.storyAddress.delete({ where: { slug: before.slug } });
  if (!owner) await tx.storyAddress.create({ data: { slug, storyId }, select: { slug: true } });
}

async function insertSteps(tx: Transaction, storyId: string, { steps }: StoryFields) {
  await tx.storyStep.createMany({
    data: steps.map(({ eventId, heading, body }, i) => ({
      ...{ storyId, position: i + 1, eventId, heading, body },
    })),
  });
  await tx.storyCitation.createMany({
    data: steps.flatMap(({ citations }, i) =>
      citations.map((cited, position) => ({ storyId, step: i + 1, position, ...cited })),
    ),
  });
}

type NewStatus = { status: Exclude<StoryStatus, "draft">; reason?: string };

/**
 * Publishes a story, again where it was withdrawn, or withdraws it. Throws `AppError` "not_found",
 * "conflict" where it is so already, "not_publishable" while it has no step.
 */
export function setStoryStatus(
  id: string,
  { status, reason }: NewStatus,
  actor: Actor,
): Promise<void> {
  return writeWithAudit(actor, async (tx, record) => {
    const story = await tx.story.findUnique({
      where: { id },
      select: { status: true, publishedAt: true, title: true, _count: { select: { steps: true } } },
    });
    if (!story) throw notThere();
    if (story.status === status) throw new AppError("conflict", `It is ${status} already.`);
    if (status === "published" && story._count.steps === 0)
      throw new AppError("not_publishable", "A story needs at least one step to be published.");
    const now = new Date();
    await tx.story.update({
      where: { id },
      data:
        status === "published"
          ? {
              ...{ status, publishedAt: story.publishedAt ?? now },
              ...{ withdrawnAt: null, withdrawnReason: null },
            }
          : { status, withdrawnAt: now, withdrawnReason: reason ?? null },
      select: { id: true },
    });
    const action = status === "published" ? "story.publish" : "story.withdraw";
    const details = { title: story.title, ...(reason && { reason }) };
    record({ action, ...subjectOf(id), details });
  });
}

function notThere(): AppError {
  return new AppError("not_found", "There is no such story.");
}
