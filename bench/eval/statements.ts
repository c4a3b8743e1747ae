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
/** The whole understanding is to read 150 articles a second, of which this is about half. */
const LEAST_PER_SECOND = 285;
const WARM_UP_ARTICLES = 40;

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
    for (const { text } of items.slice(0, WARM_UP_ARTICLES)) findAttributions(text);
    const begun = performance.now();
    const found = items.map(({ text }) => findAttributions(text));
    const perSecond = Math.round((1000 * items.length) / (performance.now() - begun));
    if (predictions !== undefined) await writePredictions(predictions, items, found);
    const archive = scoreAttributions(items, found);
    const floor = scoreAttributions(
      items,
      items.map(({ text }): FoundAttribution[] => findByFloor(text)),
    );
    report({ articles: items.length, perSecond, archive, floor }, json ?? false);
    const holds = MEASURES.every(({ bar, of }) => of(archive) >= bar);
    return holds && perSecond >= LEAST_PER_SECOND ? 0 : 1;
  },
};

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
  perSecond: number;
  archive: AttributionScore;
  floor: AttributionScore;
};

function report({ articles, perSecond, archive, floor }: Result, json: boolean): void {
  const measures = MEASURES.map(({ name, bar, of }) => ({
    measure: name,
    archive: of(archive),
    floor: of(floor),
    bar,
    holds: of(archive) >= bar,
  }));
  if (json) {
    console.log(JSON.stringify({ articles, perSecond, measures, archive, floor }, null, 2));
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
  console.log(`  ${articles} articles, ${perSecond} a second (bar ${LEAST_PER_SECOND})`);
}

function counts(tally: Tally): string {
  const { right, found, gold } = tally;
  const shares = `precision ${precisionOf(tally).toFixed(4)}, recall ${recallOf(tally).toFixed(4)}`;
  return `${right} right of ${found} found and ${gold} marked, ${shares}`;
}
