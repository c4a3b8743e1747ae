/**
 * How well attributions are found in news articles: their quoted strings, who speaks, and all that is
 * said, beside a plain floor. The weights are trained on the split `train`; the score is that of `dev`.
 */
import { writeFile } from "node:fs/promises";
import { findAttributions, type Attribution } from "#lib/language/attributions.ts";
import type { Span } from "#lib/text/span.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { readAttributionItems, type AttributionItem } from "./attribution-items.ts";
import {
  f1Of,
  precisionOf,
  recallOf,
  scoreAttributions,
  type AttributionScore,
  type FoundAttribution,
  type Tally,
} from "./attribution-scores.ts";
import { findByFloor } from "./statement-floor.ts";

const DEFAULT_FILE = "quotations/polnear.jsonl.gz";
/** Of one core's time for an article of usual length; the whole understanding has 6.7 for it. */
const MOST_MILLISECONDS = 3.5;
const USUAL_CHARACTERS = 6_000;
const WARM_UP_ROUNDS = 3;

type Options = { data?: string; predictions?: string; json?: boolean };
type Measure = { name: string; bar: number; of: (score: AttributionScore) => number };

const MEASURES: readonly Measure[] = [
  { name: "quoted strings, F1", bar: 0.97, of: ({ quotes }) => f1Of(quotes) },
  { name: "speaker, precision", bar: 0.92, of: ({ speakers }) => precisionOf(speakers) },
  { name: "speaker, recall", bar: 0.88, of: ({ speakers }) => recallOf(speakers) },
  { name: "all attributions, F1", bar: 0.7, of: ({ contents }) => f1Of(contents) },
];

export const evalCommand = {
  name: "statements",
  describe: "who says what in news articles (--data FILE of marked attributions)",
  options: { data: { type: "string" }, predictions: { type: "string" } },
  /** 0 when every measure is within its bar, else 1. */
  async run({ data, predictions, json }: Options): Promise<number> {
    const items = await readAttributionItems(data ?? sharedDataPath(DEFAULT_FILE), "dev");
    const found = items.map(({ text }) => findAttributions(text));
    const milliseconds = millisecondsPerArticle(items.map(({ text }) => text));
    if (predictions !== undefined) await writePredictions(predictions, items, found);
    const archive = scoreAttributions(items, found);
    const floor = scoreAttributions(
      items,
      items.map(({ text }): FoundAttribution[] => findByFloor(text)),
    );
    report({ articles: items.length, milliseconds, archive, floor }, json ?? false);
    const holds = MEASURES.every(({ bar, of }) => of(archive) >= bar);
    return holds && milliseconds <= MOST_MILLISECONDS ? 0 : 1;
  },
};

/** Time of the processor, not of the clock: other work on the machine does not count. */
function millisecondsPerArticle(texts: readonly string[]): number {
  const readAll = () => texts.forEach((text) => findAttributions(text));
  for (let i = 0; i < WARM_UP_ROUNDS; i++) readAll();
  const before = process.cpuUsage();
  readAll();
  const { user, system } = process.cpuUsage(before);
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return ((user + system) / 1000 / characters) * USUAL_CHARACTERS;
}

async function writePredictions(
  file: string,
  items: readonly AttributionItem[],
  found: readonly Attribution[][],
): Promise<void> {
  const lines = items.map(({ id, text }, i) => {
    const statements = (found[i] ?? []).map(({ kind, content, source, cue, confidence }) => ({
      content: content.map(toPair),
      source: source && toPair(source),
      cue: cue && toPair(cue),
      kind,
      speaker: source && text.slice(source.start, source.end),
      confidence,
    }));
    return `${JSON.stringify({ id, statements })}\n`;
  });
  await writeFile(file, lines.join(""));
}

function toPair({ start, end }: Span): [number, number] {
  return [start, end];
}

type Result = {
  articles: number;
  milliseconds: number;
  archive: AttributionScore;
  floor: AttributionScore;
};

function report({ articles, milliseconds, archive, floor }: Result, json: boolean): void {
  const measures = MEASURES.map(({ name, bar, of }) => ({
    measure: name,
    archive: of(archive),
    floor: of(floor),
    bar,
    holds: of(archive) >= bar,
  }));
  if (json) {
    console.log(JSON.stringify({ articles, milliseconds, measures, archive, floor }, null, 2));
    return;
  }
  console.table(
    measures.map(({ measure, holds, ...values }) => ({
      measure,
      archive: values.archive.toFixed(4),
      floor: values.floor.toFixed(4),
      bar: values.bar.toFixed(2),
      holds: holds ? "yes" : "no",
    })),
  );
  for (const [name, tally] of Object.entries(archive)) console.log(`  ${name}: ${counts(tally)}`);
  const rate = Math.round(1000 / milliseconds);
  console.log(
    `  ${articles} articles; ${milliseconds.toFixed(2)} ms of one core for 6,000 characters ` +
      `(bar ${MOST_MILLISECONDS}), ${rate} such articles a second`,
  );
}

function counts(tally: Tally): string {
  const { right, found, gold } = tally;
  const shares = `precision ${precisionOf(tally).toFixed(4)}, recall ${recallOf(tally).toFixed(4)}`;
  return `${right} right of ${found} found and ${gold} marked, ${shares}`;
}
