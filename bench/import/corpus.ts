import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { AppError } from "#lib/errors.ts";
import { readJsonLines } from "../data/json-lines.ts";

const WORD = /\p{L}+/gu;
/** The most common words hold sentences together, and stay. */
const KEPT_WORDS = 50;
/** Words that are as common as each other take each other's place, so often before it is their own. */
const EXCHANGED_WORDS = 16;

export type CorpusArticle = {
  id: string;
  title: string;
  body: string;
  publishedOn: string;
  outlet?: string | null;
  url?: string | null;
};
export type Corpus = { file: string; outlets: string[]; isVaried: boolean };

/**
 * Writes `count` articles of a gzipped file of JSON Lines to `file`. Where there are fewer, they come
 * again and again on the same days, each time with other words of the same frequency: as many
 * different terms, but other texts, so that they are no repeats of each other. Of two at one address
 * the later is left out: it would be a version of the earlier, and no article of its own.
 */
export async function writeCorpus(dataFile: string, file: string, count: number): Promise<Corpus> {
  const output = createWriteStream(file);
  const outlets = new Set<string>();
  let written = 0;
  let exchange: ReadonlyMap<string, string> | null = null;
  for (let pass = 0; written < count; pass++) {
    if (pass >= EXCHANGED_WORDS) throw new AppError("invalid_input", "So many cannot be made.");
    if (pass > 0) exchange = await exchangedWords(dataFile, pass);
    const addresses = new Set<string>();
    for await (const article of readJsonLines<CorpusArticle>(dataFile)) {
      if (article.url && addresses.has(article.url)) continue;
      if (written++ >= count) break;
      if (article.url) addresses.add(article.url);
      if (article.outlet) outlets.add(article.outlet);
      const line = JSON.stringify(exchange ? varied(article, pass, exchange) : article);
      if (!output.write(`${line}\n`)) await once(output, "drain");
    }
  }
  output.end();
  await once(output, "close");
  return { file, outlets: [...outlets], isVaried: exchange !== null };
}

/** For each word the one that takes its place at the `pass`-th time. */
async function exchangedWords(dataFile: string, pass: number): Promise<Map<string, string>> {
  const counts = new Map<string, number>();
  for await (const { title, body } of readJsonLines<CorpusArticle>(dataFile)) {
    for (const [word] of `${title}\n${body}`.toLowerCase().matchAll(WORD))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const exchange = new Map<string, string>();
  for (let from = KEPT_WORDS; from < words.length; from += EXCHANGED_WORDS) {
    const alike = words.slice(from, from + EXCHANGED_WORDS);
    for (const [i, word] of alike.entries())
      exchange.set(word, alike[(i + pass) % alike.length] as string);
  }
  return exchange;
}

function varied(
  article: CorpusArticle,
  pass: number,
  exchange: ReadonlyMap<string, string>,
): CorpusArticle {
  const vary = (text: string) => text.replace(WORD, (word) => withCaseOf(word, exchange));
  const { id, title, body, url } = article;
  return {
    ...article,
    id: `${id}-${pass}`,
    title: vary(title),
    body: vary(body),
    ...(url && { url: otherPage(url, pass) }),
  };
}

function otherPage(address: string, pass: number): string {
  const url = new URL(address);
  url.searchParams.set("pass", String(pass));
  return url.href;
}

function withCaseOf(word: string, exchange: ReadonlyMap<string, string>): string {
  const lower = word.toLowerCase();
  const other = exchange.get(lower);
  if (other === undefined || word === lower) return other ?? word;
  return other.charAt(0).toUpperCase() + other.slice(1);
}
