import { KIND_NAMES, type KindName } from "#lib/exchange/export-tables.ts";
import type { Problem, RestoredCounts } from "#lib/exchange/types.ts";

/** More are counted, and not listed. */
/** Of more, only the number is told. */
export const MAX_LISTED_PROBLEMS = 1_000;

/** Kinds of which there are so many that nothing about each is kept beyond its group. */
const FORGOTTEN = new Set<KindName>(["originals", "articles", "revisions", "statements", "pairs"]);

/** What became of the lines of an export, and what has to be known of them for those that follow. */
export class RestoreState {
  readonly counts = {} as Record<KindName, RestoredCounts>;
  readonly problems: Problem[] = [];
  problemCount = 0;
  readonly #before: RestoreState | null;
  /** By kind: ids here that ids of the export stand for, where they differ. */
  readonly #idsHere = new Map<KindName, Map<string, string>>();
  /** By kind: what a dry run would have restored. */
  readonly #foreseen = new Map<KindName, Set<string>>();

  constructor(before: RestoreState | null = null) {
    this.#before = before;
    for (const kind of KIND_NAMES) {
      this.counts[kind] = { restored: 0, alreadyHere: 0, conflicts: 0, refused: 0 };
      this.#idsHere.set(kind, new Map());
      this.#foreseen.set(kind, new Set());
    }
  }

  /** For a group that is tried: what becomes of it counts once it is joined. */
  branch(): RestoreState {
    return new RestoreState(this);
  }

  join(branch: RestoreState): void {
    for (const kind of KIND_NAMES) {
      for (const [what, number] of Object.entries(branch.counts[kind])) {
        this.count(kind, what as keyof RestoredCounts, number);
      }
      if (FORGOTTEN.has(kind)) continue;
      for (const [id, idHere] of branch.#idsHere.get(kind) ?? []) this.rename(kind, id, idHere);
      for (const id of branch.#foreseen.get(kind) ?? []) this.foresee(kind, id);
    }
    for (const problem of branch.problems) this.report(problem);
    this.problemCount += branch.problemCount - branch.problems.length;
  }

  count(kind: KindName, what: keyof RestoredCounts, number = 1): void {
    this.counts[kind][what] += number;
  }

  report(problem: Problem): void {
    this.problemCount++;
    if (this.problems.length < MAX_LISTED_PROBLEMS) this.problems.push(problem);
  }

  conflict(kind: KindName, what: string, reason: string): void {
    this.count(kind, "conflicts");
    this.report({ kind, what, reason });
  }

  refuse(kind: KindName, what: string, reason: string): void {
    this.count(kind, "refused");
    this.report({ kind, what, reason });
  }

  idOf(kind: KindName, id: string): string {
    return this.#idsHere.get(kind)?.get(id) ?? this.#before?.idOf(kind, id) ?? id;
  }

  rename(kind: KindName, id: string, idHere: string): void {
    this.#idsHere.get(kind)?.set(id, idHere);
  }

  foresee(kind: KindName, id: string): void {
    this.#foreseen.get(kind)?.add(id);
  }

  isForeseen(kind: KindName, id: string): boolean {
    return this.#foreseen.get(kind)?.has(id) || this.#before?.isForeseen(kind, id) || false;
  }

  get refusedCount(): number {
    return KIND_NAMES.reduce((sum, kind) => sum + this.counts[kind].refused, 0);
  }

  get restoredCount(): number {
    return KIND_NAMES.reduce((sum, kind) => sum + this.counts[kind].restored, 0);
  }
}
