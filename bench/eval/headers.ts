/**
 * How often the reader takes a body paragraph for header or furniture, on clean bodies: texts without
 * any header, in which every line is the article's own. The bar is 1 % of articles.
 */
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#lib/errors.ts";
import { parseArticle } from "#lib/ingest/parse.ts";
import type { ArticleDraft, Found, Span } from "#lib/ingest/types.ts";
import { splitLines } from "#lib/text/lines.ts";
import { readCleanBodies, type CleanBody } from "./clean-bodies.ts";

const BAR = 0.01;
const MIN_SHARE_KEPT = 0.5;
const MAX_EXAMPLES = 12;

type Taken = { text: string; by: string };
type Prediction = { id: string; paragraphs: number; taken: Taken[] };
type FileResult = {
  file: string;
  articles: number;
  paragraphs: number;
  articlesWithTaken: number;
  paragraphsTaken: number;
  shareOfArticles: number;
  examples: { id: string; by: string; text: string }[];
};

type HeadersEvalOptions = { dataFiles: string[]; predictionsFile?: string; json: boolean };

export const evalCommand = {
  name: "headers",
  describe: "how often a body paragraph is taken for header, on clean bodies (--data FILE …)",
  options: { data: { type: "string", multiple: true }, predictions: { type: "string" } },
  /** 0 when every file is within the bar, else 1. */
  async run(options: { data?: string[]; predictions?: string; json?: boolean }): Promise<number> {
    if (!options.data) throw new AppError("invalid_input", "Name at least one file with --data.");
    const results = await measureAndReport({
      dataFiles: options.data,
      json: options.json ?? false,
      ...(options.predictions === undefined ? {} : { predictionsFile: options.predictions }),
    });
    return results.every(({ shareOfArticles }) => shareOfArticles <= BAR) ? 0 : 1;
  },
};

async function measureAndReport(options: HeadersEvalOptions): Promise<FileResult[]> {
  const predictions: Prediction[] = [];
  const results: FileResult[] = [];
  for (const file of options.dataFiles) {
    const found = (await readCleanBodies(file)).map(predict);
    predictions.push(...found);
    results.push(summarise(file, found));
  }
  if (options.predictionsFile !== undefined) {
    const lines = predictions.map((prediction) => `${JSON.stringify(prediction)}\n`);
    await writeFile(options.predictionsFile, lines.join(""));
  }
  report(results, options.json);
  return results;
}

function predict({ id, title, text }: CleanBody): Prediction {
  const draft = parseArticle({
    text,
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings: [],
  });
  const lines = splitLines(text).filter((line) => !isTitle(line.text, title));
  const body = bodySpans(draft);
  const taken = lines.flatMap((line): Taken[] => {
    const kept = overlap(line, body) / (line.end - line.start);
    return kept >= MIN_SHARE_KEPT
      ? []
      : [{ text: line.text.slice(0, 160), by: takenBy(draft, line) }];
  });
  return { id, paragraphs: lines.length, taken };
}

/** Some collections repeat the title as the first line, with a full stop put to it. */
function isTitle(line: string, title: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return title !== "" && plain(line) === plain(title);
}

function bodySpans(draft: ArticleDraft): Span[] {
  return [...draft.paragraphs, ...(draft.dateline ? [draft.dateline] : [])].flatMap(({ span }) =>
    span ? [span] : [],
  );
}

function overlap(line: Span, spans: Span[]): number {
  return spans.reduce(
    (sum, span) =>
      sum + Math.max(0, Math.min(line.end, span.end) - Math.max(line.start, span.start)),
    0,
  );
}

/** The fields of the draft that stand in a line, or `unused`. */
function takenBy(draft: ArticleDraft, line: Span): string {
  const names = new Map<string, (Found<string> | null)[]>([
    ["headline", [draft.headline]],
    ["summary", [draft.summary]],
    ["date", [draft.publishedOn, draft.modifiedOn]],
    ["byline", draft.bylines.map(({ name }) => name)],
    ["picture", [...draft.captions, ...draft.mediaCredits]],
    ["outlet", [draft.outlet, draft.sourceUrl]],
    ["furniture", draft.furniture],
  ]);
  const fields = [...names].filter(([, found]) =>
    found.some((value) => value?.span && overlap(line, [value.span]) > 0),
  );
  return fields.map(([name]) => name).join(" + ") || "unused";
}

function summarise(file: string, predictions: Prediction[]): FileResult {
  const hit = predictions.filter(({ taken }) => taken.length > 0);
  const count = (list: Prediction[], size: (p: Prediction) => number) =>
    list.reduce((sum, prediction) => sum + size(prediction), 0);
  return {
    file: basename(file),
    articles: predictions.length,
    paragraphs: count(predictions, ({ paragraphs }) => paragraphs),
    articlesWithTaken: hit.length,
    paragraphsTaken: count(predictions, ({ taken }) => taken.length),
    shareOfArticles: predictions.length === 0 ? 0 : hit.length / predictions.length,
    examples: hit
      .flatMap(({ id, taken }) => taken.slice(0, 1).map((example) => ({ id, ...example })))
      .slice(0, MAX_EXAMPLES),
  };
}

function report(results: FileResult[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ bar: BAR, results }, null, 2));
    return;
  }
  console.table(
    results.map((result) => ({
      file: result.file,
      articles: result.articles,
      paragraphs: result.paragraphs,
      "articles with one taken": result.articlesWithTaken,
      "paragraphs taken": result.paragraphsTaken,
      "share of articles": `${(100 * result.shareOfArticles).toFixed(2)} %`,
      "within 1 %": result.shareOfArticles <= BAR ? "yes" : "no",
    })),
  );
  for (const { examples } of results) {
    for (const { id, by, text } of examples) console.log(`  ${id}  [${by}]  ${text}`);
  }
}
