/** How many of feedparser's expectations about an article's fields are met, beside a feed library. */
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { readAllJsonLines } from "../data/json-lines.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { readExpectations, type Expectation, type Kind } from "./feeds/expectations.ts";
import type { FoundFeed } from "./feeds/found-fields.ts";
import { readReferenceExpectations } from "./feeds/reference-fields.ts";
import { readArchiveWay } from "./feeds/read-archive-way.ts";
import { readLibraryWay } from "./feeds/read-library-way.ts";
import { isMet } from "./feeds/score.ts";

const BAR = 0.95;
const DEFAULT_FILES = ["feeds/feedparser.jsonl.gz", "feeds/feedsmith.jsonl.gz"];
/** Where feedparser's own tests are served from, which relative addresses are resolved against. */
const TEST_SERVER = "http://127.0.0.1:8097/";
const KINDS: Kind[] = ["title", "link", "date", "author", "content", "encoding"];

type Item = {
  id: string;
  xmlBase64: string;
  /** A Python expression over the parsed feed. */
  expect?: string;
  /** Fields by name. */
  expected?: Record<string, unknown>;
  headers?: Record<string, string>;
};
type Tally = { asked: number; archive: number; library: number };
type Missed = { id: string; kind: Kind; field: string; accepted: unknown };
type FileResult = {
  file: string;
  feeds: number;
  crashed: string[];
  readWithoutReason: number;
  libraryFailures: number;
  byKind: Record<Kind, Tally>;
  leftOut: Record<string, number>;
  missed: Missed[];
};
type Prediction = { id: string; found: FoundFeed; reasons: string[] };

export const evalCommand = {
  name: "feeds",
  describe: "expectations on title, link, date, author, content of feeds (--data FILE …)",
  options: { data: { type: "string", multiple: true }, predictions: { type: "string" } },
  /** 0 when no file crashes and the share of expectations met is at the bar, else 1. */
  async run(options: { data?: string[]; predictions?: string; json?: boolean }): Promise<number> {
    const files = options.data ?? DEFAULT_FILES.map(sharedDataPath).filter(existsSync);
    const predictions: Prediction[] = [];
    const results: FileResult[] = [];
    for (const file of files) results.push(await measure(file, predictions));
    if (options.predictions !== undefined) {
      const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
      await writeFile(options.predictions, lines.join(""));
    }
    if (options.json) console.log(JSON.stringify({ bar: BAR, results }, null, 2));
    else for (const result of results) report(result);
    return results.length > 0 && results.every(holds) ? 0 : 1;
  },
};

async function measure(file: string, predictions: Prediction[]): Promise<FileResult> {
  const result = emptyResult(basename(file));
  for (const item of await readAllJsonLines<Item>(file)) {
    const bytes = Buffer.from(item.xmlBase64, "base64");
    const asked = item.expect === undefined ? null : readExpectations(item.expect);
    const expectations = asked?.expectations ?? readReferenceExpectations(item.expected ?? {});
    const library = readLibraryWay(bytes);
    result.feeds++;
    if ("reason" in library) result.libraryFailures++;
    for (const reason of asked?.leftOut ?? [])
      result.leftOut[reason] = (result.leftOut[reason] ?? 0) + 1;
    try {
      const reading = await readArchiveWay(bytes, hintOf(item));
      predictions.push({ id: item.id, ...reading });
      const isRead = reading.found.entries.length > 0 || reading.reasons.length > 0;
      if (!isRead) result.readWithoutReason++;
      const libraryFound = "found" in library ? library.found : null;
      count(result, item.id, expectations, reading.found, libraryFound, bytes);
    } catch (error) {
      result.crashed.push(`${item.id}: ${String(error)}`);
    }
  }
  return result;
}

function count(
  result: FileResult,
  id: string,
  expectations: Expectation[],
  found: FoundFeed,
  library: FoundFeed | null,
  bytes: Buffer,
): void {
  for (const expectation of expectations) {
    const { kind, field, accepted } = expectation;
    const tally = result.byKind[kind];
    tally.asked++;
    if (isMet(expectation, found, bytes)) tally.archive++;
    else result.missed.push({ id, kind, field, accepted });
    if (library && isMet(expectation, library, bytes)) tally.library++;
  }
}

function hintOf({ id, headers = {} }: Item) {
  const header = (name: string) =>
    Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const charset = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(header("content-type") ?? "")?.[1];
  const url = new URL(header("content-location") ?? id, `${TEST_SERVER}${id}`).href;
  return { url, ...(charset !== undefined && { charset }) };
}

function holds(result: FileResult): boolean {
  const { asked, archive } = total(result);
  return result.crashed.length === 0 && result.readWithoutReason === 0 && archive >= BAR * asked;
}

function total({ byKind }: FileResult): Tally {
  const sum = (key: keyof Tally) => KINDS.reduce((all, kind) => all + byKind[kind][key], 0);
  return { asked: sum("asked"), archive: sum("archive"), library: sum("library") };
}

function emptyResult(file: string): FileResult {
  const none = () => ({ asked: 0, archive: 0, library: 0 });
  const byKind = Object.fromEntries([...KINDS, "markup"].map((kind) => [kind, none()])) as Record<
    Kind,
    Tally
  >;
  return {
    file,
    feeds: 0,
    crashed: [],
    readWithoutReason: 0,
    libraryFailures: 0,
    byKind,
    leftOut: {},
    missed: [],
  };
}

function report(result: FileResult): void {
  const { file, feeds, crashed, readWithoutReason, libraryFailures } = result;
  console.log(`\n${file}: ${feeds} feeds`);
  const percent = (part: number, whole: number) =>
    whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
  const row = (name: string, { asked, archive, library }: Tally) => ({
    "expectations on": name,
    asked,
    met: archive,
    share: percent(archive, asked),
    "feedsmith as it comes": percent(library, asked),
  });
  console.table([
    ...KINDS.filter((kind) => result.byKind[kind].asked > 0).map((kind) =>
      row(kind, result.byKind[kind]),
    ),
    row("all", total(result)),
    ...(result.byKind.markup.asked > 0
      ? [row("not counted: markup only, no word may come out", result.byKind.markup)]
      : []),
  ]);
  for (const [reason, times] of Object.entries(result.leftOut).sort((a, b) => b[1] - a[1]))
    console.log(`  left out, ${String(times).padStart(3)}: ${reason}`);
  for (const { id, kind, field, accepted } of result.missed.slice(0, 30))
    console.log(`  missed: ${id} [${kind}] ${field} ${JSON.stringify(accepted).slice(0, 120)}`);
  console.log(
    `  crashed: ${crashed.length}; neither read nor a reason: ${readWithoutReason}; feedsmith could not read: ${libraryFailures}`,
  );
  for (const crash of crashed) console.log(`  ${crash}`);
  console.log(
    `  bar of ${100 * BAR} %, every file read or with a reason: ${holds(result) ? "holds" : "MISSED"}`,
  );
}
