/** From what an editor typed to what can be saved: names are looked up, nothing is written. */
import { findActorsCalled } from "#lib/actors/data-names.ts";
import type { TypedCommitment, TypedEvidence } from "#lib/commitments/commitment-form.ts";
import type { Evidence } from "#lib/commitments/schema.ts";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { resolveCited } from "#lib/events/data-cited.ts";
import type { CitedRef } from "#lib/events/types-cited.ts";

type Faults = Record<string, string>;
type TypedRow = TypedEvidence & { row: number };

/** The commitment's own fields. Throws `AppError` "invalid_input" for names that stand for nothing. */
export async function resolveTypedCommitment(typed: TypedCommitment) {
  const { event, by, to, evidence, ...fields } = typed;
  const faults: Faults = {};
  const [cited] = event === "" ? [null] : await resolveCited([event]);
  if (event !== "" && !cited?.eventId) faults.event = "There is no such event.";
  const [byIds, toIds, told] = [
    await resolveActors(by, "by", faults),
    await resolveActors(to, "to", faults),
    await resolveEvidence(evidence, faults),
  ];
  refuse(faults);
  return { ...fields, eventId: cited?.eventId ?? null, by: byIds, to: toIds, evidence: told };
}

/** Evidence of a change. Throws as `resolveTypedCommitment`. */
export async function resolveTypedEvidence(evidence: readonly TypedRow[]): Promise<Evidence[]> {
  const faults: Faults = {};
  const told = await resolveEvidence(evidence, faults);
  refuse(faults);
  return told;
}

async function resolveActors(names: readonly string[], field: string, faults: Faults) {
  const ids: string[] = [];
  for (const name of names) {
    const [actor, ...others] = await findActorsCalled(name);
    if (!actor) faults[field] = `Nobody here is called ${name}.`;
    else if (others.length > 0) {
      const choices = [actor, ...others].map(({ id }) => id).join(", ");
      faults[field] = `${name} is the name of several: write one of ${choices}.`;
    } else ids.push(actor.id);
  }
  return ids;
}

async function resolveEvidence(evidence: readonly TypedRow[], faults: Faults): Promise<Evidence[]> {
  const told: Evidence[] = [];
  for (const typed of evidence) {
    const { row, here, words, publisher, title, url } = typed;
    const [cited = null] = here === "" ? [null] : await resolveCited([here]);
    const found = { ...faultsOfSource(typed), ...(await faultsOfPlace(typed, cited)) };
    for (const [column, message] of Object.entries(found))
      faults[`evidence.${row}.${column}`] = message;
    told.push({
      ...{ publisher: publisher || null, title: title || null, url: url || null },
      ...{ eventId: cited?.eventId ?? null, articleId: cited?.articleId ?? null },
      words: words || null,
    });
  }
  return told;
}

/** What is wrong with a source elsewhere, by column. */
function faultsOfSource({ publisher, title, url }: TypedRow): Faults {
  if (publisher && !title) return { sourceTitle: "A source has a publisher and a title." };
  if (title && !publisher) return { publisher: "A source has a publisher and a title." };
  return url && !title ? { sourceTitle: "Please say what stands at this address." } : {};
}

/** What is wrong with what it names of this archive, by column. */
async function faultsOfPlace({ here, words }: TypedRow, cited: CitedRef | null): Promise<Faults> {
  if (here !== "" && !cited) return { here: "Nothing of this archive is at this address." };
  if (words === "") return {};
  if (!cited?.articleId) return { here: "Words are those of an article: name it here." };
  const isThere = await hasWords(cited.articleId, words);
  return isThere ? {} : { words: "The article does not have these words, as they stand here." };
}

async function hasWords(articleId: string, words: string): Promise<boolean> {
  const article = await database.article.findUnique({
    where: { id: articleId },
    select: { body: true },
  });
  return article?.body.includes(words) ?? false;
}

function refuse(faults: Faults): void {
  const [first] = Object.values(faults);
  if (first) throw new AppError("invalid_input", first, { details: { fields: faults } });
}
