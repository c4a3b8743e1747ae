/** What is wrong with single lines of an export, apart from what they name that is nowhere. */
import type { Planning } from "#lib/exchange/data-restore-plan.ts";
import {
  findBodies,
  findMerged,
  findOriginalIds,
  findVersions,
} from "#lib/exchange/data-restore.ts";
import type { KindName } from "#lib/exchange/export-tables.ts";
import type { Line } from "#lib/exchange/types.ts";

type FaultOf = (line: Line) => string | null;

/**
 * Tells of each of these lines, which are all of their kind that are new here, what the database
 * itself would not refuse: a sentence, or null.
 */
export async function lineFaults(
  planning: Planning,
  kind: KindName,
  lines: Line[],
): Promise<FaultOf> {
  if (kind === "originals") return (line) => faultOfOriginal(planning, line);
  if (kind === "articles") return await articleFaults(planning, lines);
  if (kind === "revisions") return await revisionFaults(planning, lines);
  if (kind === "statements") return await statementFaults(planning, lines);
  return () => null;
}

/** The ids of all the originals of an article. */
export function originalIdsOf(article: Line): string[] {
  return (article.originals as Line[]).map(({ originalId }) => String(originalId));
}

function faultOfOriginal({ group }: Planning, { sha256 }: Line): string | null {
  if (group.originals.has(String(sha256))) return null;
  return "Its bytes are not in the export, or not as they were.";
}

async function articleFaults({ tx }: Planning, lines: Line[]): Promise<FaultOf> {
  const targets = lines.flatMap(({ mergedIntoId }) => (mergedIntoId ? [String(mergedIntoId)] : []));
  const merged = await findMerged(tx, [...new Set(targets)]);
  for (const { id, mergedIntoId } of lines) if (mergedIntoId) merged.add(String(id));
  return (line) => {
    const { originalId, mergedIntoId } = line;
    if (!originalIdsOf(line).includes(String(originalId))) {
      return `The original that it is read from, ${String(originalId)}, is not among its originals.`;
    }
    // The database forbids a chain where one is made, not where it comes in.
    if (mergedIntoId && merged.has(String(mergedIntoId))) {
      return `It is merged into ${String(mergedIntoId)}, which is itself merged into another.`;
    }
    return null;
  };
}

async function revisionFaults({ tx, plan }: Planning, lines: Line[]): Promise<FaultOf> {
  const articleIds = [...new Set(lines.map(({ articleId }) => String(articleId)))];
  const versions = await findVersions(tx, articleIds);
  const originalIds = await findOriginalIds(tx, articleIds);
  for (const article of plan.articles) {
    originalIds.set(String(article.id), new Set(originalIdsOf(article)));
  }
  return ({ articleId, number, originalId }) => {
    // Of an article here, only what belongs to the version that is here.
    const version = versions.get(String(articleId));
    if (version !== undefined && Number(number) > version) {
      return "It is of a later version than the article that is here and was kept.";
    }
    // A dry run does not know those of an article that came before.
    const known = originalIds.get(String(articleId));
    if (originalId && known && !known.has(String(originalId))) {
      return `The original that it is read from, ${String(originalId)}, is not one of its article's.`;
    }
    return null;
  };
}

async function statementFaults({ tx, plan }: Planning, lines: Line[]): Promise<FaultOf> {
  const articleIds = [...new Set(lines.map(({ articleId }) => String(articleId)))];
  const bodies = await findBodies(tx, articleIds);
  for (const { id, body } of plan.articles) bodies.set(String(id), String(body));
  return ({ articleId, passage, passageAt }) => {
    // A dry run does not know the text of an article that came before.
    const body = bodies.get(String(articleId));
    if (body === undefined || body.startsWith(String(passage), Number(passageAt))) return null;
    return "Its words do not stand where it says in the text of its article that is here.";
  };
}
