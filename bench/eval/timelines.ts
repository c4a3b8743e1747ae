/**
 * Whether events can be had from articles alone: the dates that a timeline would name, beside those
 * that journalists chose, and coverage grouped into happenings, beside what people grouped.
 */
import { existsSync } from "node:fs";
import { AppError } from "#lib/errors.ts";
import { readAllJsonLines } from "../data/json-lines.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { readDuplicateSet, type DuplicateSet } from "./duplicate-sets.ts";
import { scoreGrouping, type GroupRow } from "./happening-groups.ts";
import { scoreTimelines, type DateRow, type TimelineSet } from "./timeline-dates.ts";

const BARS = { dateF1: 0.58, bCubedF1: 0.8 };
const ARCHIVE = "this archive";
const DEFAULT_FILES = [
  "timelines/t17.jsonl.gz",
  "duplicates/giveme5w1h-clusters.jsonl.gz",
  "duplicates/basil-triplets.jsonl.gz",
];

type Options = { data?: string[]; json?: boolean };
type Sets = { timelines: TimelineSet[]; groups: DuplicateSet[] };
type Verdict = { of: string; figure: number; bar: number; holds: boolean };

export const evalCommand = {
  name: "timelines",
  describe: "dates chosen for a timeline, and coverage grouped into happenings (--data FILE …)",
  options: { data: { type: "string", multiple: true } },
  /** 0 when every bar holds, else 1. */
  async run({ data, json = false }: Options): Promise<number> {
    const files = data ?? DEFAULT_FILES.map(sharedDataPath).filter(existsSync);
    if (files.length === 0) {
      throw new AppError("invalid_input", "Name at least one file with --data.");
    }
    const sets = await readSets(files);
    const dates = sets.timelines.length > 0 ? scoreTimelines(sets.timelines) : [];
    const groups = scoreGrouping(sets.groups);
    const verdicts = [...judgeDates(dates), ...judgeGroups(groups)];
    if (json) console.log(JSON.stringify({ bars: BARS, dates, groups, verdicts }, null, 2));
    else report(dates, groups, verdicts);
    return verdicts.every(({ holds }) => holds) ? 0 : 1;
  },
};

/** What a file holds shows in the fields of its items. */
async function readSets(files: readonly string[]): Promise<Sets> {
  const sets: Sets = { timelines: [], groups: [] };
  for (const file of files) {
    const rows = await readAllJsonLines<Partial<TimelineSet>>(file);
    if (rows[0]?.timeline) sets.timelines.push(...(rows as TimelineSet[]));
    else sets.groups.push(await readDuplicateSet(file));
  }
  return sets;
}

function judgeDates(rows: readonly DateRow[]): Verdict[] {
  return rows
    .filter(({ chooser }) => chooser === ARCHIVE)
    .map(({ f1 }) => judge("Date-F1 of timelines", f1, BARS.dateF1));
}

function judgeGroups(rows: readonly GroupRow[]): Verdict[] {
  return rows
    .filter(({ grouper }) => grouper === ARCHIVE)
    .map(({ set, scores }) => judge(`B-cubed F1 of ${set}`, scores.f1, BARS.bCubedF1));
}

function judge(of: string, figure: number, bar: number): Verdict {
  return { of, figure, bar, holds: figure >= bar };
}

function report(
  dates: readonly DateRow[],
  groups: readonly GroupRow[],
  verdicts: readonly Verdict[],
): void {
  const show = (value: number) => value.toFixed(3);
  if (dates.length > 0) {
    console.log(
      "As many dates as the journalists chose, between their first and last day, as published figures " +
        "are taken. What days the articles name is read by the archive; the counts use the set's own.",
    );
    console.table(
      dates.map(({ chooser, f1, f1AllDays }) => ({
        "chosen by": chooser,
        "Date-F1": show(f1),
        "among all days": show(f1AllDays),
      })),
    );
    console.table(
      (dates.find(({ chooser }) => chooser === ARCHIVE)?.timelines ?? []).map((timeline) => ({
        ...timeline,
        f1: show(timeline.f1),
      })),
    );
  }
  console.table(
    groups.map(({ set, grouper, articles, groups: found, gold, scores, milliseconds }) => ({
      ...{ set, grouper, articles, groups: `${found} of ${gold}` },
      "B-cubed P": show(scores.precision),
      R: show(scores.recall),
      F1: show(scores.f1),
      ms: milliseconds,
    })),
  );
  for (const { of, figure, bar, holds } of verdicts)
    console.log(`${holds ? "Holds" : "Below"}: ${of} ${show(figure)}, bar ${bar}.`);
}
