/**
 * Whether files that were made to do harm, or are broken, can hold the server up: everything of
 * `hostile/`, its texts as pages and as entries of feeds, broken copies of it, and bombs made in the
 * run, each unpacked, read and parsed in a process that is watched. Every one must be read or refused with a reason, without a crash, within the bars.
 */
import { fork, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { sharedDataPath } from "../data/shared-data.ts";
import { makeBombs } from "./hostile-bombs.ts";
import {
  brokenCopiesOf,
  marksUpOf,
  readHostileGroups,
  type HostileGroup,
} from "./hostile-groups.ts";
import type { HostileOutcome, HostileRequest } from "./hostile-reader.ts";

const BARS = { crashes: 0, changed: 0, seconds: 30, peakMb: 1_000 };
/** Longer than the bar, so that what is too slow is told from what never ends. */
const HANG_MS = 60_000;
const DEFAULT_DATA = sharedDataPath("hostile");

type Prediction = HostileOutcome & { id: string; group: string; isEachAlone?: boolean };
type GroupResult = {
  group: string;
  files: number;
  read: number;
  refused: number;
  crashes: number;
  changed: number;
  slowestSeconds: number;
  peakMb: number;
  reasons: Record<string, number>;
  holds: boolean;
};
type Options = { data?: string[]; only?: string; predictions?: string; json?: boolean };

export const evalCommand = {
  name: "hostile",
  describe:
    "hostile and broken files, and bombs made in the run (--data FOLDER|FILE …, --only GROUP)",
  options: {
    data: { type: "string", multiple: true },
    only: { type: "string" },
    predictions: { type: "string" },
  },
  /** 0 when every group is within the bars, else 1. */
  async run({ data, only = "", predictions, json = false }: Options): Promise<number> {
    const sources = data ?? (existsSync(DEFAULT_DATA) ? [DEFAULT_DATA] : []);
    const groups = (await Promise.all(sources.map(readHostileGroups))).flat();
    const all: Prediction[] = [];
    const made = [...marksUpOf(groups), brokenCopiesOf(groups), ...makeBombs()];
    for (const group of [...groups, ...made].filter(({ name }) => name.includes(only))) {
      const items = await readGroup(group);
      all.push(...items);
      // A run takes minutes; who waits sees that it goes on.
      console.error(`${group.name}: ${items.length} read`);
    }
    if (predictions !== undefined) {
      await writeFile(predictions, all.map((item) => `${JSON.stringify(item)}\n`).join(""));
    }
    const results = [...Map.groupBy(all, ({ group }) => group)].map(([group, items]) =>
      summarise(group, items),
    );
    report(results, all, json);
    return results.every(({ holds }) => holds) ? 0 : 1;
  },
};

/** One process for a group, or each of its files, and a new one after each crash. */
async function readGroup({ name, items, isEachAlone }: HostileGroup): Promise<Prediction[]> {
  const predictions: Prediction[] = [];
  let reader: ChildProcess | null = null;
  for (const { id, bytes, fileName, text } of items) {
    reader ??= startReader();
    const request = { bytes: await bytes(), fileName, ...(text === undefined ? {} : { text }) };
    const outcome = await ask(reader, request);
    predictions.push({ id, group: name, isEachAlone, ...outcome });
    if (isEachAlone || !reader.connected || outcome.reason === HANGS) reader = stopReader(reader);
  }
  if (reader) stopReader(reader);
  return predictions;
}

const HANGS = `It took longer than ${HANG_MS / 1000} seconds.`;

function startReader(): ChildProcess {
  return fork(path.join(import.meta.dirname, "hostile-reader.ts"), {
    serialization: "advanced",
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function stopReader(reader: ChildProcess): null {
  reader.removeAllListeners();
  reader.kill("SIGKILL");
  return null;
}

function ask(reader: ChildProcess, request: HostileRequest): Promise<HostileOutcome> {
  const start = performance.now();
  const failed = (reason: string): HostileOutcome => ({
    outcome: "crashed",
    reason,
    isChanged: false,
    mediaType: null,
    headline: null,
    paragraphs: 0,
    articles: 0,
    seconds: (performance.now() - start) / 1000,
    peakMb: 0,
  });
  return new Promise<HostileOutcome>((resolve) => {
    const timer = setTimeout(() => resolve(failed(HANGS)), HANG_MS);
    const settle = (outcome: HostileOutcome) => {
      clearTimeout(timer);
      reader.removeAllListeners();
      resolve(outcome);
    };
    reader.once("message", (outcome) => settle(outcome as HostileOutcome));
    reader.once("exit", (code, signal) =>
      settle(failed(`The process ended with ${signal ?? code}.`)),
    );
    reader.send(request);
  });
}

function summarise(group: string, items: Prediction[]): GroupResult {
  const count = (test: (item: Prediction) => boolean) => items.filter(test).length;
  const reasons: Record<string, number> = {};
  for (const { outcome, reason } of items) {
    if (outcome === "refused") reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  const result = {
    group,
    files: items.length,
    read: count(({ outcome }) => outcome === "read"),
    refused: count(({ outcome, reason }) => outcome === "refused" && reason !== ""),
    crashes: count(({ outcome }) => outcome === "crashed"),
    changed: count(({ isChanged }) => isChanged),
    slowestSeconds: Math.max(0, ...items.map(({ seconds }) => seconds)),
    peakMb: Math.max(0, ...items.map(({ peakMb }) => peakMb)),
    reasons,
  };
  const holds =
    result.crashes <= BARS.crashes &&
    result.changed <= BARS.changed &&
    result.slowestSeconds <= BARS.seconds &&
    result.peakMb <= BARS.peakMb;
  return { ...result, holds };
}

function report(results: GroupResult[], all: Prediction[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ bars: BARS, results }, null, 2));
    return;
  }
  console.table(
    results.map((result) => ({
      group: result.group,
      files: result.files,
      read: result.read,
      "refused with reason": result.refused,
      "crashes (bar 0)": result.crashes,
      "text changed (bar 0)": result.changed,
      "slowest s (bar 30)": Number(result.slowestSeconds.toFixed(2)),
      "peak MB (bar 1,000)": Math.round(result.peakMb),
      "bars hold": result.holds ? "yes" : "no",
    })),
  );
  for (const item of all.filter(({ isEachAlone }) => isEachAlone)) {
    const { id, outcome, articles, seconds, peakMb, reason } = item;
    const cost = `${seconds.toFixed(2)} s, ${Math.round(peakMb)} MB`;
    console.log(`  ${id}: ${outcome}, ${articles} articles, ${cost}${reason && `: ${reason}`}`);
  }
  for (const { group, reasons } of results.filter((result) => !isEachTold(result, all))) {
    for (const [reason, files] of Object.entries(reasons)) {
      console.log(`  ${group}: ${files} refused: ${reason}`);
    }
  }
  for (const { id, outcome, isChanged, reason } of all) {
    if (outcome === "crashed") console.log(`  crash: ${id}: ${reason}`);
    if (isChanged) console.log(`  changed: ${id}`);
  }
}

function isEachTold({ group }: GroupResult, all: Prediction[]): boolean {
  return all.some((item) => item.group === group && item.isEachAlone);
}
