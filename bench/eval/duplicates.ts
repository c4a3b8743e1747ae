/**
 * Whether repeats of a text are found, and told from other coverage of the same event. Pairs are
 * found as an import finds them: through keys, article after article, never all against all.
 */
import { writeFile } from "node:fs/promises";
import { AppError } from "#lib/errors.ts";
import type { PairKind } from "#lib/duplicates/types.ts";
import {
  defaultDataFiles,
  readDuplicateSet,
  withCuts,
  type DuplicateItem,
  type DuplicateSet,
} from "./duplicate-sets.ts";
import {
  findAsImported,
  findByPlainJaccard,
  findSameBytes,
  type FoundPair,
} from "./pair-finders.ts";

const MIN_PRECISION = 0.99;
const MIN_RECALL = 0.97;
const MIN_TRIPLETS_JOINED = 0.7;
const TRIPLET = 3;
/** News is cut from the end; a piece out of the middle is harder to find. */
const CUT_QUARTERS = [0, 2];

const FINDERS = {
  "same bytes": findSameBytes,
  "5-word Jaccard ≥ .5": findByPlainJaccard,
  "this archive": findAsImported,
};

type Row = {
  set: string;
  finder: string;
  articles: number;
  milliseconds: number;
  sameText: Scores;
  sameEvent: Scores;
  /** Pairs called one text or its update within an event's coverage. */
  falseTexts: number;
  tripletsJoined: number;
  triplets: number;
  /** Null for a baseline, and where the set has no bar. */
  isHeld: boolean | null;
};
type Scores = { precision: number; recall: number; f1: number };

export const evalCommand = {
  name: "duplicates",
  describe: "near-duplicates found, and other coverage of an event told from them (--data FILE …)",
  options: { data: { type: "string", multiple: true }, predictions: { type: "string" } },
  /** 0 when every bar holds, else 1. */
  async run(options: { data?: string[]; predictions?: string; json?: boolean }): Promise<number> {
    const files = options.data ?? defaultDataFiles();
    if (files.length === 0) {
      throw new AppError("invalid_input", "Name at least one file with --data.");
    }
    const rows: Row[] = [];
    const predictions: string[] = [];
    for (const set of await readSets(files)) {
      for (const name of Object.keys(FINDERS) as (keyof typeof FINDERS)[]) {
        const startedAt = performance.now();
        const pairs = FINDERS[name](set.items.map(({ article }) => article));
        rows.push(score(set, name, pairs, performance.now() - startedAt));
        if (name === "this archive" && !set.isDerived)
          predictions.push(...toPredictions(set.items, pairs));
      }
    }
    if (options.predictions !== undefined)
      await writeFile(options.predictions, predictions.join(""));
    report(rows, options.json ?? false);
    return rows.every(({ isHeld }) => isHeld !== false) ? 0 : 1;
  },
};

/** The sets as they are; of texts also what must be found when they are cut. */
async function readSets(files: readonly string[]): Promise<DuplicateSet[]> {
  const sets = await Promise.all(files.map(readDuplicateSet));
  return sets.flatMap((set) =>
    set.kind === "texts" ? [set, ...CUT_QUARTERS.map((quarter) => withCuts(set, quarter))] : [set],
  );
}

function score(set: DuplicateSet, finder: string, pairs: FoundPair[], milliseconds: number): Row {
  const { items, kind, name } = set;
  const texts = pairs.filter((pair) => pair.kind === "same_text");
  const isText = kind === "texts";
  const joined = kind === "triplets" ? countJoined(items, pairs) : { joined: 0, triplets: 0 };
  const row = {
    set: name,
    finder,
    articles: items.length,
    milliseconds: Math.round(milliseconds),
    sameText: scoresOf(items, isText ? texts : []),
    sameEvent: scoresOf(items, isText ? [] : pairs),
    falseTexts: isText ? sortOut(items, texts).wrong : texts.length,
    tripletsJoined: joined.joined,
    triplets: joined.triplets,
  };
  return { ...row, isHeld: finder === "this archive" ? holds(kind, row) : null };
}

function holds(kind: DuplicateSet["kind"], row: Omit<Row, "isHeld">): boolean | null {
  if (kind === "events") return null;
  if (kind === "triplets") {
    return row.falseTexts === 0 && row.tripletsJoined >= MIN_TRIPLETS_JOINED * row.triplets;
  }
  const { precision, recall } = row.sameText;
  return precision >= MIN_PRECISION && recall >= MIN_RECALL;
}

/** Pairwise, over pairs that are not in doubt. */
function scoresOf(items: readonly DuplicateItem[], pairs: readonly FoundPair[]): Scores {
  const { right, wrong } = sortOut(items, pairs);
  const sizes = Map.groupBy(items, ({ group }) => group).values();
  const known = [...sizes].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const precision = right === 0 ? 0 : right / (right + wrong);
  const recall = known === 0 ? 0 : right / known;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function sortOut(items: readonly DuplicateItem[], pairs: readonly FoundPair[]) {
  const counts = { right: 0, wrong: 0, doubtful: 0 };
  for (const { first, second } of pairs) {
    const [a, b] = [items[first], items[second]];
    if (!a || !b) continue;
    const isDoubtful = a.doubtful.includes(b.group) || b.doubtful.includes(a.group);
    counts[a.group === b.group ? "right" : isDoubtful ? "doubtful" : "wrong"]++;
  }
  return counts;
}

/** Triplets whose three articles are one connected group that no other article is in. */
function countJoined(items: readonly DuplicateItem[], pairs: readonly FoundPair[]) {
  const leaders = items.map((_, i) => i);
  const leaderOf = (i: number): number =>
    leaders[i] === i ? i : (leaders[i] = leaderOf(leaders[i] as number));
  for (const { first, second } of pairs) leaders[leaderOf(first)] = leaderOf(second);
  const components = Map.groupBy(items.keys(), leaderOf).values();
  const joined = [...components].filter(
    (members) =>
      members.length === TRIPLET && new Set(members.map((i) => items[i]?.group)).size === 1,
  );
  return { joined: joined.length, triplets: new Set(items.map(({ group }) => group)).size };
}

function toPredictions(items: readonly DuplicateItem[], pairs: readonly FoundPair[]): string[] {
  const found = items.map(
    () => [] as { id: string; kind: PairKind | "different"; score: number }[],
  );
  for (const { first, second, kind, score } of pairs) {
    found[first]?.push({ id: items[second]?.id ?? "", kind, score });
    found[second]?.push({ id: items[first]?.id ?? "", kind, score });
  }
  return items.map(({ id }, i) => `${JSON.stringify({ id, pairs: found[i] })}\n`);
}

function report(rows: readonly Row[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ rows }, null, 2));
    return;
  }
  const show = ({ precision, recall, f1 }: Scores) =>
    [precision, recall, f1].some((value) => value > 0)
      ? [precision, recall, f1].map((value) => value.toFixed(3)).join(" / ")
      : "–";
  console.table(
    rows.map((row) => ({
      set: row.set,
      finder: row.finder,
      "same text P / R / F1": show(row.sameText),
      "same event P / R / F1": show(row.sameEvent),
      "false same text": row.falseTexts,
      "triplets joined": row.triplets > 0 ? `${row.tripletsJoined} of ${row.triplets}` : "–",
      "ms an article": (row.milliseconds / Math.max(1, row.articles)).toFixed(2),
      "bar holds": row.isHeld === null ? "–" : row.isHeld ? "yes" : "no",
    })),
  );
  console.log(
    `Bars: same text precision ≥ ${MIN_PRECISION}, recall ≥ ${MIN_RECALL}; of triplets none ` +
      `called one text, ${100 * MIN_TRIPLETS_JOINED} % joined.`,
  );
}
