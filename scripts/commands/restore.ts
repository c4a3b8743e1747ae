import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { openExport } from "#lib/exchange/read-export.ts";
import { MAX_LISTED_PROBLEMS } from "#lib/exchange/restore-state.ts";
import type { ExportedCounts, Problem, RestoredCounts } from "#lib/exchange/types.ts";
import { COMMAND_LINE } from "#scripts/with-database.ts";

const SHOWN_PROBLEMS = 50;

/** What became of an export of an archive, or with a dry run what would. */
export type TakenExport = {
  export: { exportedAt: string; contents: string; counts: ExportedCounts } | null;
  /** By kind of line; null where it was only read. */
  lines: Record<string, RestoredCounts> | null;
  /** The first thousand. */
  problems: Problem[];
  problemCount: number;
  isDryRun: boolean;
  seconds: number;
  error?: string;
};

type TakeOptions = { isDryRun?: boolean; onArticles: (count: number) => void };
type Bytes = AsyncIterable<Uint8Array>;

/** Takes an export in as it was, or with `isDryRun` says what would become of it. */
export async function takeExport(
  file: string,
  bytes: Bytes,
  { isDryRun = false, onArticles }: TakeOptions,
): Promise<TakenExport> {
  const { restoreGroup } = await import("#lib/exchange/mutations-restore.ts");
  const { RestoreState } = await import("#lib/exchange/restore-state.ts");
  const state = new RestoreState();
  const taken = begin(isDryRun);
  await catchFault(taken, async () => {
    const { manifest, groups } = await openExport(bytes);
    taken.export = manifest;
    requireEverything(manifest.contents);
    const options = { actor: COMMAND_LINE, source: path.basename(file), isDryRun };
    for await (const group of groups) {
      await restoreGroup(group, state, options);
      onArticles(group.lines.articles?.length ?? 0);
    }
  });
  const lines = Object.fromEntries(
    Object.entries(state.counts).filter(([, counts]) => Object.values(counts).some((n) => n > 0)),
  );
  const { problems, problemCount } = state;
  return { ...taken, lines, problems, problemCount };
}

/** Reads an export through, checks it and counts; stores nothing and needs no database. */
export async function inspectExport(_file: string, bytes: Bytes): Promise<TakenExport> {
  const taken = begin(true);
  await catchFault(taken, async () => {
    const { manifest, groups } = await openExport(bytes);
    taken.export = manifest;
    for await (const { problems } of groups) {
      taken.problemCount += problems.length;
      taken.problems.push(...problems.slice(0, MAX_LISTED_PROBLEMS - taken.problems.length));
    }
  });
  return taken;
}

function begin(isDryRun: boolean): TakenExport {
  return {
    ...{ export: null, lines: null, problems: [], problemCount: 0 },
    ...{ isDryRun, seconds: performance.now() / 1000 },
  };
}

async function catchFault(taken: TakenExport, work: () => Promise<void>): Promise<void> {
  const startedAt = taken.seconds;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    taken.error = error.message;
  }
  taken.seconds = Number((performance.now() / 1000 - startedAt).toFixed(3));
}

function requireEverything(contents: string): void {
  if (contents === "everything") return;
  throw new AppError(
    "invalid_input",
    "The export holds what readers may see, from which no archive can be restored. Nothing was taken in. Unpack it with tar, and import the files published-….jsonl: each line becomes a draft.",
  );
}

/** Adds the lines of an export to what a command worked on. */
export function countTaken(
  { lines, error, problemCount }: TakenExport,
  counts: { total: number; failed: number },
): void {
  const failed = Object.values(lines ?? {}).reduce(
    (n, each) => n + each.conflicts + each.refused,
    0,
  );
  const done = Object.values(lines ?? {}).reduce(
    (n, each) => n + each.restored + each.alreadyHere,
    0,
  );
  const others = (error === undefined ? 0 : 1) + (lines ? 0 : problemCount);
  counts.failed += failed + others;
  counts.total += failed + others + done + (lines ? 0 : 1);
}

/** Says what became of an export. */
export function printTaken(file: string, taken: TakenExport): void {
  const { export: manifest, lines, problems, problemCount, isDryRun, seconds, error } = taken;
  if (manifest) {
    const held = Object.entries(manifest.counts).map(([kind, count]) => `${count} ${kind}`);
    console.log(`${file}: export of an archive (${manifest.contents}) of ${manifest.exportedAt}`);
    console.log(`    ${held.join(", ")}`);
  }
  for (const [kind, counts] of Object.entries(lines ?? {})) {
    console.log(`    ${kind}: ${describe(counts, isDryRun)}`);
  }
  for (const { kind, what, reason } of problems.slice(0, SHOWN_PROBLEMS)) {
    console.error(`    ${kind ? `${kind} ` : ""}${what}: ${reason}`);
  }
  const more = problemCount - SHOWN_PROBLEMS;
  if (more > 0) console.error(`    … and ${more} more; --json lists the first thousand`);
  if (error !== undefined) console.error(`${file}: ${error}`);
  else console.log(`    read in ${seconds.toFixed(1)} s`);
}

function describe(counts: RestoredCounts, isDryRun: boolean): string {
  const words: [number, string][] = [
    [counts.restored, isDryRun ? "would be restored" : "restored"],
    [counts.alreadyHere, "already here"],
    [counts.conflicts, "differ from what is here, which was kept"],
    [counts.refused, "refused"],
  ];
  return words.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(", ");
}
