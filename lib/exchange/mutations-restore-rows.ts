/** The rows that lines of an export stand for, written as they were. */
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { addFingerprintsOnly } from "#lib/duplicates/mutations.ts";
import { getOutletNames } from "#lib/exchange/data-restore.ts";
import type { RestorePlan } from "#lib/exchange/data-restore-plan.ts";
import { deletePartRows, insertLines, insertPartRows } from "#lib/exchange/export-sql.ts";
import { KIND_NAMES, KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import { toPartRows, toRows } from "#lib/exchange/line-rows.ts";
import type { ExportGroup, Line } from "#lib/exchange/types.ts";

/** Writes the lines of a plan, and makes what follows from them. */
export async function insertPlan(
  tx: Transaction,
  plan: RestorePlan,
  originals: ExportGroup["originals"],
): Promise<void> {
  for (const kind of KIND_NAMES) {
    if (plan[kind].length > 0) await insertKind(tx, kind, plan[kind], originals);
  }
  if (plan.articles.length > 0) await fingerprint(tx, plan.articles);
}

/** Writes lines of one kind with their lists. */
export async function insertKind(
  tx: Transaction,
  kind: KindName,
  lines: Line[],
  originals: ExportGroup["originals"],
): Promise<void> {
  if (kind === "users") await insertUsers(tx, lines);
  else if (kind === "originals") await insertOriginals(tx, lines, originals);
  else await insertWithParts(tx, kind, lines);
}

async function insertWithParts(tx: Transaction, name: KindName, lines: Line[]): Promise<void> {
  const kind = KINDS[name];
  await tx.$executeRawUnsafe(insertLines(kind), JSON.stringify(toRows(name, lines)));
  for (const [property, part] of Object.entries(kind.parts ?? {})) {
    const rows = toPartRows(name, property, lines);
    if (part.isTriggered) {
      const ids = lines.map(({ id }) => String(id));
      await tx.$executeRawUnsafe(deletePartRows(kind, part), ids);
    }
    if (rows.length === 0) continue;
    await tx.$executeRawUnsafe(insertPartRows(kind, property, part), JSON.stringify(rows));
  }
}

/** Names that things are told under: accounts that nobody can sign in with. */
async function insertUsers(tx: Transaction, lines: Line[]): Promise<void> {
  await tx.user.createMany({
    data: lines.map(({ id, name }) => ({
      ...{ id: String(id), name: String(name) },
      ...{ email: `${String(id).toLowerCase()}@restored.invalid`, disabledAt: new Date() },
    })),
  });
}

async function insertOriginals(
  tx: Transaction,
  lines: Line[],
  originals: ExportGroup["originals"],
): Promise<void> {
  await tx.original.createMany({
    data: lines.map((line) => {
      const bytes = originals.get(String(line.sha256));
      if (!bytes) throw new RangeError(`No bytes of ${String(line.sha256)}`);
      return { ...(line as OriginalValues), bytes };
    }),
  });
}

type OriginalValues = Omit<Prisma.OriginalCreateManyInput, "bytes">;

/** What the articles are found again by; the pairs that this led to are lines themselves. */
async function fingerprint(tx: Transaction, articles: Line[]): Promise<void> {
  const outletIds = articles.flatMap(({ outletId }) => (outletId ? [String(outletId)] : []));
  const names = await getOutletNames(tx, outletIds);
  await addFingerprintsOnly(
    tx,
    articles.map((line) => ({
      articleId: String(line.id),
      article: {
        headline: line.headline as string | null,
        body: String(line.body),
        publishedOn: line.publishedOn as string | null,
        sourceUrl: line.sourceUrl as string | null,
        outlet: names.get(String(line.outletId)) ?? null,
      },
    })),
  );
}
