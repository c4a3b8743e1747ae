/** Trains the model by which attributions are found, and says what each part of it adds. */
import { writeFile } from "node:fs/promises";
import { findAttributionsWith } from "#lib/language/attributions.ts";
import { AttributionModel, type AttributionWeights } from "#lib/language/attribution-model.ts";
import { readPassage } from "#lib/language/passage.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { sharedDataPath } from "./data/shared-data.ts";
import { readAttributionItems, type AttributionItem } from "./eval/attribution-items.ts";
import { f1Of, precisionOf, recallOf, scoreAttributions } from "./eval/attribution-scores.ts";
import { addExamples, addQuoteExamples, noExamples } from "./training/attribution-examples.ts";
import { countCueRates, goldHeads } from "./training/gold-heads.ts";
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
  minWeight: 0.03,
};

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
      );
      return 0;
    }
    const trained = train(items);
    await writeFile(projectPath(OUT), `${JSON.stringify(trained, null, 1)}\n`);
    return 0;
  },
};

export function train(items: AttributionItem[]): AttributionWeights {
  const passages = items.map(({ text }) => readPassage(text));
  const rates = countCueRates(items, passages);
  const heads = items.map((item, i) => {
    const passage = passages[i];
    return passage ? goldHeads(item, passage, rates) : [];
  });
  const counts = new Map<string, number>();
  for (const [i, list] of heads.entries()) {
    for (const { head } of list) {
      const form = passages[i]?.tokens[head]?.word.form ?? "";
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const cueForms = [...counts]
    .filter(
      ([form, count]) =>
        count >= MIN_CUES_OF_FORM && count / (rates.get(form)?.all ?? 1) >= MIN_CUE_RATE,
    )
    .map(([form]) => form)
    .sort();
  const known = new Set(cueForms);
  const examples = noExamples();
  for (const [i, passage] of passages.entries()) {
    addExamples(examples, passage, heads[i] ?? [], known);
    addQuoteExamples(examples, passage, items[i]?.attributions ?? [], known);
  }
  console.log(
    Object.entries(examples)
      .map(([name, set]) => `${name} ${set.size}`)
      .join(", "),
    "stems",
    cueForms.length,
  );
  return {
    cueForms,
    cue: examples.cue.train(SETTINGS),
    startAfter: examples.startAfter.train(SETTINGS),
    endAfter: examples.endAfter.train(SETTINGS),
    endBefore: examples.endBefore.train(SETTINGS),
    startBefore: examples.startBefore.train(SETTINGS),
    source: examples.source.train(SETTINGS),
    quote: examples.quote.train(SETTINGS),
  };
}

function report(items: AttributionItem[], weights: AttributionWeights): void {
  for (const [name, w] of Object.entries(weights))
    console.log(name, Object.keys(w).length, JSON.stringify(w).length);
  const model = new AttributionModel(weights);
  const start = performance.now();
  const found = items.map(({ text }) => findAttributionsWith(model, text));
  console.log("ms per article", (performance.now() - start) / items.length);
  for (const least of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]) {
    const s = scoreAttributions(
      items,
      found.map((list) => list.filter(({ confidence }) => confidence >= least)),
    );
    const row = Object.entries(s).map(
      ([n, t]) =>
        `${n} P ${precisionOf(t).toFixed(3)} R ${recallOf(t).toFixed(3)} F ${f1Of(t).toFixed(3)}`,
    );
    console.log(least, row.join(" | "));
  }
}
