/** Trains the model by which attributions are found, from the train split of marked articles alone. */
import { writeFile } from "node:fs/promises";
import { findAttributionsWith } from "#lib/language/attributions.ts";
import { AttributionModel, type AttributionWeights } from "#lib/language/attribution-model.ts";
import { readPassage, type Passage } from "#lib/language/passage.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { sharedDataPath } from "./data/shared-data.ts";
import { readAttributionItems, type AttributionItem } from "./eval/attribution-items.ts";
import { f1Of, precisionOf, recallOf, scoreAttributions } from "./eval/attribution-scores.ts";
import {
  addExamples,
  addQuoteExamples,
  addReportExamples,
  noExamples,
} from "./training/attribution-examples.ts";
import { countCueRates, goldHeads, type CueRates, type GoldHead } from "./training/gold-heads.ts";
import type { TrainingSettings } from "./training/softmax-trainer.ts";

const DEFAULT_FILE = sharedDataPath("quotations/polnear.jsonl.gz");
const OUT = "lib/language/attribution-weights.json";
const MIN_CUES_OF_FORM = 2;
const MIN_CUE_RATE = 0.03;
const SETTINGS: TrainingSettings = {
  epochs: 6,
  rate: 0.15,
  l1: 8,
  l2: 1,
  minCount: 3,
  minWeight: 0.06,
};

/** Most words that may be cues are none, which pulls on the weights by itself. */
const CUE_SETTINGS: TrainingSettings = { ...SETTINGS, l2: 6 };
/** Chances of chances, which are learned in small steps. */
const REPORT_SETTINGS: TrainingSettings = {
  ...SETTINGS,
  epochs: 5,
  rate: 0.05,
  l1: 9,
  l2: 2,
  minCount: 4,
};
/** Fewer and noisier choices than those of reports. */
const QUOTE_SETTINGS: TrainingSettings = { ...SETTINGS, epochs: 12, rate: 0.07, l1: 10, l2: 4 };
/** Into so many parts the articles are cut, each read by what is learned from the others. */
const FOLDS = 4;

type Options = { data?: string; "held-out"?: string; json?: boolean };

export const benchCommand = {
  describe:
    "train the model of attributions on the train split (--held-out N only measures it there)",
  options: { data: { type: "string" }, "held-out": { type: "string" } },
  async run(options: Options): Promise<number> {
    const items = await readAttributionItems(options.data ?? DEFAULT_FILE, "train");
    const every = Number(options["held-out"] ?? 0);
    if (every > 0) {
      const trained = train(items.filter((_, i) => i % every !== 0));
      report(
        items.filter((_, i) => i % every === 0),
        trained,
        options.json ?? false,
      );
      return 0;
    }
    const trained = train(items);
    await writeFile(projectPath(OUT), toJson(trained));
    return 0;
  },
};

/**
 * The weights of the model from marked articles; the same ones give the same weights. What chooses
 * among candidates, and what tells speech among quoted strings, builds on what other parts say of an
 * article: these never saw it, for of its own articles a model is too sure.
 */
function train(items: AttributionItem[]): AttributionWeights {
  const parts = Array.from({ length: FOLDS }, (_, fold) => ({
    items: items.filter((_, i) => i % FOLDS === fold),
    weights: trainCandidates(items.filter((_, i) => i % FOLDS !== fold)),
  }));
  const examples = noExamples();
  const ranges = parts.map(({ items: own, weights }) => {
    const model = new AttributionModel(weights);
    const from = examples.report.size;
    for (const { text, attributions } of own) {
      addReportExamples(examples, readPassage(text), attributions, model);
    }
    return { from, to: examples.report.size };
  });
  for (const [fold, { items: own, weights }] of parts.entries()) {
    const report = examples.report.train(REPORT_SETTINGS, ranges[fold]);
    const model = new AttributionModel({ ...weights, report });
    for (const { text, attributions } of own) {
      addQuoteExamples(examples, readPassage(text), attributions, model);
    }
  }
  return {
    ...trainCandidates(items),
    report: examples.report.train(REPORT_SETTINGS),
    quote: examples.quote.train(QUOTE_SETTINGS),
  };
}

/** The weights of the candidates of a cue and of their source. */
function trainCandidates(items: AttributionItem[]): AttributionWeights {
  const passages = items.map(({ text }) => readPassage(text));
  const rates = countCueRates(items, passages);
  const heads = items.map((item, i) => {
    const passage = passages[i];
    return passage ? goldHeads(item, passage, rates) : [];
  });
  const cueForms = frequentForms(passages, heads, rates);
  const known = new Set(cueForms);
  const examples = noExamples();
  for (const [i, passage] of passages.entries()) {
    addExamples(examples, passage, heads[i] ?? [], known);
  }
  return {
    cueForms,
    cue: examples.cue.train(CUE_SETTINGS),
    startAfter: examples.startAfter.train(SETTINGS),
    endAfter: examples.endAfter.train(SETTINGS),
    endBefore: examples.endBefore.train(SETTINGS),
    startBefore: examples.startBefore.train(SETTINGS),
    report: {},
    source: examples.source.train(SETTINGS),
    quote: {},
  };
}

/** The forms that are cues often enough, of all times that they stand anywhere. */
function frequentForms(
  passages: readonly Passage[],
  heads: readonly GoldHead[][],
  rates: CueRates,
): string[] {
  const counts = new Map<string, number>();
  for (const [i, list] of heads.entries()) {
    for (const { head } of list) {
      const form = passages[i]?.tokens[head]?.word.form ?? "";
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const isFrequent = (form: string, count: number) =>
    count >= MIN_CUES_OF_FORM && count / (rates.get(form)?.all ?? 1) >= MIN_CUE_RATE;
  return [...counts].flatMap(([form, count]) => (isFrequent(form, count) ? [form] : [])).sort();
}

/** A line for each template, so that a change shows in review where it is. */
function toJson({ cueForms, ...models }: AttributionWeights): string {
  const parts = Object.entries(models).map(([name, weights]) => {
    const lines = Object.entries(weights).map(
      ([template, byRest]) => `${JSON.stringify(template)}:${JSON.stringify(byRest)}`,
    );
    return `${JSON.stringify(name)}:{\n${lines.join(",\n")}\n}`;
  });
  return `{"cueForms":${JSON.stringify(cueForms)},\n${parts.join(",\n")}\n}\n`;
}

/** The scores of the held-out items, and the size of each part of the model. */
function report(items: AttributionItem[], weights: AttributionWeights, json: boolean): void {
  const model = new AttributionModel(weights);
  const found = items.map(({ text }) => findAttributionsWith(model, text));
  const rows = Object.entries(scoreAttributions(items, found)).map(([measure, tally]) => ({
    measure,
    precision: precisionOf(tally).toFixed(4),
    recall: recallOf(tally).toFixed(4),
    f1: f1Of(tally).toFixed(4),
  }));
  const sizes = Object.entries(weights).map(([part, value]) => ({
    part,
    characters: JSON.stringify(value).length,
  }));
  if (json) {
    console.log(JSON.stringify({ articles: items.length, scores: rows, sizes }, null, 2));
    return;
  }
  console.table(rows);
  console.table(sizes);
}
