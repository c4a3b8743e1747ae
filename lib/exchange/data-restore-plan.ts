/** What is to become of a group of an export, judged against what is here. Writes nothing. */
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#lib/db/transaction.ts";
import { findClashes, findIds, findLines } from "#lib/exchange/data-restore.ts";
import { lineFaults, originalIdsOf } from "#lib/exchange/data-restore-faults.ts";
import { KIND_NAMES, KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import { listReferences, mapReferences, splitOwnLists } from "#lib/exchange/line-references.ts";
import type { RestoreState } from "#lib/exchange/restore-state.ts";
import type { ExportGroup, Line } from "#lib/exchange/types.ts";

/** Lines to be written, by kind. */
export type RestorePlan = Record<KindName, Line[]>;

export type Planning = {
  tx: Transaction;
  group: ExportGroup;
  state: RestoreState;
  plan: RestorePlan;
  isDryRun: boolean;
};

/**
 * The lines of a group that are new here and whole. The others are counted and reported in `state`:
 * what is here already, what differs from it, what names something that is nowhere.
 */
export async function planRestore(
  tx: Transaction,
  group: ExportGroup,
  state: RestoreState,
  isDryRun: boolean,
): Promise<RestorePlan> {
  const plan = Object.fromEntries(KIND_NAMES.map((kind) => [kind, []])) as unknown as RestorePlan;
  const planning = { tx, group, state, plan, isDryRun };
  for (const kind of KIND_NAMES) {
    const lines = group.lines[kind];
    if (!lines?.length) continue;
    const fresh = await leaveOutKnown(planning, kind, lines);
    plan[kind] = await leaveOutUnfit(planning, kind, fresh);
  }
  leaveOutLone(planning);
  for (const kind of KIND_NAMES) state.count(kind, "restored", plan[kind].length);
  return plan;
}

/** Leaves out lines that are here, whether the same or not, and those whose place is taken. */
async function leaveOutKnown(
  { tx, state }: Planning,
  kind: KindName,
  given: Line[],
): Promise<Line[]> {
  const lines = given.map((line) =>
    mapReferences(kind, line, (target, id) => state.idOf(target, id)),
  );
  const here = await findLines(tx, kind, lines.map(idOf));
  const fresh = withoutRepeats(kind, lines, state).filter((line) => {
    const known = here.get(idOf(line));
    if (known) compareWithKnown(state, kind, line, known);
    return !known;
  });
  const clashes = await findClashes(tx, kind, fresh);
  return fresh.filter((line) => {
    const idHere = clashes.get(idOf(line));
    if (idHere !== undefined) noteClash(state, kind, line, idHere);
    return idHere === undefined;
  });
}

function withoutRepeats(kind: KindName, lines: Line[], state: RestoreState): Line[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const id = idOf(line);
    const isRepeat = seen.has(id);
    if (isRepeat) state.refuse(kind, id, "It stands in the export twice; the first was taken.");
    seen.add(id);
    return !isRepeat;
  });
}

/** An account is whose it is, whatever the name. */
function compareWithKnown(state: RestoreState, kind: KindName, line: Line, known: Line): void {
  if (kind === "users" || isDeepStrictEqual(known, line)) return state.count(kind, "alreadyHere");
  const differing = Object.keys(line).filter((key) => !isDeepStrictEqual(line[key], known[key]));
  const reason = `It is here already and differs in ${differing.join(", ")}. What is here was kept.`;
  state.conflict(kind, idOf(line), reason);
}

function noteClash(state: RestoreState, kind: KindName, line: Line, idHere: string): void {
  const { isTakenForSame = false } = KINDS[kind];
  if (isTakenForSame) state.rename(kind, idOf(line), idHere);
  // Of an original, its article says so.
  if (kind === "originals") return state.count(kind, "conflicts");
  state.conflict(
    kind,
    idOf(line),
    CLASH_REASONS[kind]?.(idHere) ?? `${idHere} has its place here.`,
  );
}

const CLASH_REASONS: Partial<Record<KindName, (idHere: string) => string>> = {
  columns: () => "The same columns are remembered here already, and these were kept.",
  outlets: (id) => `An outlet of this name or address is here as ${id}, which was kept for both.`,
  topics: (id) => `A topic of this label is here as ${id}, which was kept for both.`,
  articles: (id) => `Its address or its original is that of article ${id} here, which was kept.`,
  revisions: () => "The article here has another revision of this number, which was kept.",
  statements: (id) => `Another statement stands at its words here, ${id}, which was kept.`,
  pairs: (id) => `The two articles are a pair here already, ${id}, which was kept.`,
  stories: (id) => `Its address is that of story ${id} here, which was kept.`,
  edits: () => "What it is a state of has another of this number here, which was kept.",
};

/**
 * Leaves out lines that lack something they need: what they name, their bytes, their article. Where
 * one only lists others of its kind, as an event those related to it, the link alone is left out.
 */
async function leaveOutUnfit(planning: Planning, kind: KindName, lines: Line[]): Promise<Line[]> {
  const { state } = planning;
  const isKnown = await knownReferences(planning, kind, lines);
  const faultOf = await lineFaults(planning, kind, lines);
  let fit = lines;
  let ids = new Set(fit.map(idOf));
  const isThere = (target: KindName, id: string) =>
    (target === kind && ids.has(id)) || isKnown(target, id);
  for (let before = -1; before !== fit.length; ids = new Set(fit.map(idOf))) {
    before = fit.length;
    fit = fit.filter((line) => {
      const needing = splitOwnLists(kind, line, () => false).line;
      const fault = faultOfReferences(kind, needing, isThere) ?? faultOf(line);
      if (fault) state.refuse(kind, idOf(line), fault);
      return !fault;
    });
  }
  return fit.map((given) => {
    const { line, missing } = splitOwnLists(kind, given, (id) => isThere(kind, id));
    const reason = `Its link to ${missing.join(", ")} was left out: not taken in, and not here.`;
    if (missing.length > 0) state.report({ kind, what: idOf(line), reason });
    return line;
  });
}

async function knownReferences(
  { tx, state, plan, isDryRun }: Planning,
  kind: KindName,
  lines: Line[],
) {
  const wanted = new Map<KindName, Set<string>>();
  for (const { kind: target, id } of lines.flatMap((line) => listReferences(kind, line))) {
    wanted.set(target, (wanted.get(target) ?? new Set()).add(id));
  }
  const known = new Map<KindName, Set<string>>();
  for (const [target, ids] of wanted) {
    const found = await findIds(
      tx,
      target,
      [...ids].filter((id) => isIdOf(target, id)),
    );
    for (const line of plan[target]) found.add(idOf(line));
    known.set(target, found);
  }
  return (target: KindName, id: string) =>
    known.get(target)?.has(id) ||
    (isDryRun && (isOfEarlierGroup(kind, target) || state.isForeseen(target, id)));
}

/** Of these a dry run keeps no list. */
const isOfEarlierGroup = (kind: KindName, target: KindName) =>
  target === "articles" || (kind === "revisions" && target === "originals");

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isIdOf = (kind: KindName, id: string) => KINDS[kind].idType === "text" || UUID.test(id);

function faultOfReferences(
  kind: KindName,
  line: Line,
  isKnown: (kind: KindName, id: string) => boolean,
): string | null {
  const missing = listReferences(kind, line).find((each) => !isKnown(each.kind, each.id));
  return (
    (missing &&
      `It names ${missing.id} of the ${missing.kind}, which was not taken in and is not here.`) ??
    null
  );
}

/** An original is kept for the sake of its article. */
function leaveOutLone({ plan, state }: Planning): void {
  const wanted = new Set(plan.articles.flatMap(originalIdsOf));
  const kept = plan.originals.filter((line) => wanted.has(idOf(line)));
  state.count("originals", "refused", plan.originals.length - kept.length);
  plan.originals = kept;
}

function idOf(line: Line): string {
  return String(line.id);
}
