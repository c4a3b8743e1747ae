/**
 * How often a pronoun that names a source is resolved to the right name of the text, on sixty pronouns
 * of the split `dev` that were read by hand. `pronoun-answers.json` keeps only where each stands and
 * where the one it means is named.
 */
import { findPersonNames } from "#lib/language/person-names.ts";
import { readFile, writeFile } from "node:fs/promises";
import { findAttributions, type Attribution } from "#lib/language/attributions.ts";
import { resolveReferences } from "#lib/language/references.ts";
import { projectPath } from "#lib/runtime/project.ts";
import type { Span } from "#lib/text/span.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { readAttributionItems } from "./attribution-items.ts";

const BAR = 0.8;
const DEFAULT_FILE = "quotations/polnear.jsonl.gz";
const ANSWERS = "bench/eval/pronoun-answers.json";

type Options = { data?: string; predictions?: string; json?: boolean };
type Pair = [start: number, end: number];
/** `attribution` counts those of the item; `answers` are the names of the one who is meant. */
type Answer = { id: string; attribution: number; pronoun: Pair; answers: Pair[] };
type Prediction = {
  id: string;
  attribution: number;
  name: Pair | null;
  isRight: boolean;
  nearest: boolean;
};

export const evalCommand = {
  name: "pronouns",
  describe: "names that pronouns stand for as sources (--data FILE of marked attributions)",
  options: { data: { type: "string" }, predictions: { type: "string" } },
  /** 0 when the share of right names is within the bar, else 1. */
  async run({ data, predictions, json }: Options): Promise<number> {
    const items = await readAttributionItems(data ?? sharedDataPath(DEFAULT_FILE), "dev");
    const byId = new Map(items.map((item) => [item.id, item]));
    const answers = JSON.parse(await readFile(projectPath(ANSWERS), "utf8")) as Answer[];
    const results = answers.flatMap((answer) => {
      const item = byId.get(answer.id);
      return item ? [predict(item.text, answer)] : [];
    });
    if (predictions !== undefined) {
      await writeFile(predictions, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
    }
    const share = (count: number) => (results.length === 0 ? 0 : count / results.length);
    const right = share(results.filter(({ isRight }) => isRight).length);
    const nearest = share(results.filter((result) => result.nearest).length);
    report({ pronouns: results.length, right, nearest }, json ?? false);
    return right >= BAR ? 0 : 1;
  },
};

function predict(text: string, { id, attribution, pronoun, answers }: Answer): Prediction {
  const [start, end] = pronoun;
  const found = findAttributions(text).filter(({ source }) => source?.start !== start);
  const asked: Attribution = {
    kind: "indirect",
    content: [],
    quotes: [],
    cue: null,
    source: { start, end },
    confidence: 1,
  };
  const names = findPersonNames(text);
  const name = resolveReferences(text, [...found, asked], names).at(-1) ?? null;
  const isAnswer = (span: Span) => answers.some(([from, to]) => span.start < to && from < span.end);
  const nearest = names.findLast((each) => each.end <= start);
  return {
    id,
    attribution,
    name: name && [name.start, name.end],
    isRight: name !== null && isAnswer(name),
    nearest: nearest !== undefined && isAnswer(nearest),
  };
}

function report(result: { pronouns: number; right: number; nearest: number }, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ bar: BAR, ...result }, null, 2));
    return;
  }
  const { pronouns, right, nearest } = result;
  console.table([
    {
      reader: "archive",
      pronouns,
      right: right.toFixed(4),
      bar: BAR.toFixed(2),
      holds: right >= BAR ? "yes" : "no",
    },
    { reader: "nearest name before", pronouns, right: nearest.toFixed(4), bar: "", holds: "" },
  ]);
}
