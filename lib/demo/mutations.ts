import { addVocabularies } from "#lib/demo/mutations-vocabularies.ts";
import { addArticles } from "#lib/demo/mutations-articles.ts";
import { addCommitments, addStories } from "#lib/demo/mutations-told.ts";
import { readDemoArchive } from "#lib/demo/read-demo-archive.ts";
import type { SeedResult } from "#lib/demo/types.ts";
import { writeWithAudit, type Actor } from "#lib/db/transaction.ts";

const DEMO_ACTOR: Actor = { userId: null, agent: "demo archive" };
/** Any constant serves, as long as every process that seeds uses the same one. */
const SEED_LOCK = 7_219_403;

/**
 * Loads the demo archive in one transaction and returns how much was added. Run again, it adds
 * only what is missing: nothing is doubled, and nothing that a person changed, merged or put into
 * the bin is touched. Two processes may call it at once: the second waits and adds nothing.
 */
export async function seedDemoArchive(actor: Actor = DEMO_ACTOR): Promise<SeedResult> {
  const archive = await readDemoArchive();
  return writeWithAudit(actor, async (tx, record) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
    const added = await addVocabularies(tx, archive);
    const articles = await addArticles(tx, archive);
    const stories = await addStories(tx, archive, actor);
    const commitments = await addCommitments(tx, archive, actor);
    const counts = { ...added, articles, stories, commitments };
    const created = Object.values(counts).some((count) => count > 0);
    if (created) {
      record({ action: "demo.seed", subject: "archive", subjectId: "demo", details: counts });
    }
    return { created, ...counts };
  });
}
