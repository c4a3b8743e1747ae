import { stat, writeFile } from "node:fs/promises";
import { projectPath } from "#lib/runtime/project.ts";
import { MARKED_DOCUMENTS, readMarkedDocuments } from "./language/name-examples.ts";
import type { NameWeights } from "#lib/language/name-tagger.ts";
import { trainTagger } from "./language/train-tagger.ts";

const WEIGHTS = projectPath("lib", "language", "name-weights.json");
const MOST_BYTES = 300_000;

type Options = { data?: string; out?: string; json?: boolean };

/** Learns the tagger of names from marked documents and writes its weights where the archive reads them. */
export const benchCommand = {
  describe: "learns the tagger of names anew (--data FILE, --out FILE)",
  options: { data: { type: "string" }, out: { type: "string" } },
  /** 0 when the weights are small enough to be read in review, else 1. */
  async run({ data = MARKED_DOCUMENTS, out = WEIGHTS, json }: Options): Promise<number> {
    const documents = await readMarkedDocuments(data);
    const weights = trainTagger(documents);
    const text = format(weights);
    await writeFile(out, text);
    const { size } = await stat(out);
    const result = {
      documents: documents.length,
      features: Object.keys(weights.features).length,
      bytes: size,
    };
    console.log(json ? JSON.stringify(result, null, 2) : `${JSON.stringify(result)} in ${out}`);
    return size <= MOST_BYTES ? 0 : 1;
  },
};

/** As the formatter lays it out: a feature a line. */
function format({ scale, steps, features }: NameWeights): string {
  const row = (values: number[]) => `[${values.join(", ")}]`;
  const lines = Object.entries(features).map(
    ([name, values]) => `    ${JSON.stringify(name)}: ${row(values)}`,
  );
  return [
    `{\n  "scale": ${scale},\n  "steps": [\n`,
    steps.map((values) => `    ${row(values)}`).join(",\n"),
    `\n  ],\n  "features": {\n${lines.join(",\n")}\n  }\n}\n`,
  ].join("");
}
