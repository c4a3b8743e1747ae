import { readJsonLines } from "../data/json-lines.ts";

/** Queries are drawn from the corpus itself, the same in every run. */

type Text = { title: string; body: string };

/** Parameters of a search, and the class of queries that it belongs to. */
export type DrawnQuery = { kind: string; parameters: Record<string, string> };

/** What is looked for beside words: topics and days of the archive that is asked. */
export type Subjects = { topics: readonly string[]; firstYear: number; lastYear: number };

/** How many of each class; 300 in all. */
const COUNTS = {
  "word, in over 20 %": 20,
  "word, in 5–20 %": 20,
  "word, in 1–5 %": 20,
  "word, in 0.1–1 %": 20,
  "word, rarer": 20,
  "2–4 words": 50,
  phrase: 30,
  negation: 20,
  prefix: 20,
  near: 20,
  "with dates": 20,
  "with topic": 20,
  "deep page": 20,
} as const;
type Kind = keyof typeof COUNTS;

/** A word of a class stands in more of the texts than this, and in no more than the class before. */
const RARITIES: readonly [Kind, number][] = [
  ["word, in over 20 %", 0.2],
  ["word, in 5–20 %", 0.05],
  ["word, in 1–5 %", 0.01],
  ["word, in 0.1–1 %", 0.001],
  ["word, rarer", 0],
];
const SEED = 20_250_227;
const MIN_LENGTH = 3;
const PREFIX_LENGTH = 5;
const WORDS_APART = 5;
const LAST_PAGE = 100;
/** PostgreSQL stores no word like these, so nobody would ask for one alone. */
const TOO_COMMON =
  /^(?:the|and|that|for|was|with|his|her|they|have|has|had|are|not|but|from|who|this|what|which|their|been|were|would|there|when|she|you|him|its|will|can|than|all|more|about|out|into|them|said|just|over|our|your|should|being|after|other|some|while|because|also|how|did|does|now|own|very|once|where|why|most|such|only|then|these|those|both|each|few|here|under|until|before|between|through|during|against|above|below|again|further|off|same|too|don|any|nor|doing|having|itself|himself|herself|themselves|myself|yourself)$/;

/** Draws 300 queries from the texts of a file. */
export async function drawQueries(dataFile: string, subjects: Subjects): Promise<DrawnQuery[]> {
  const sentences: string[][] = [];
  const frequencies = new Map<string, number>();
  let texts = 0;
  for await (const { title, body } of readJsonLines<Text>(dataFile)) {
    texts++;
    const words = wordsOf(`${title}. ${body}`);
    for (const word of new Set(words)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    const sentence = wordsOf(body.split(/[.?!]/)[texts % 5] ?? "");
    if (sentence.length >= 6) sentences.push(sentence);
  }
  const draw = new Drawing(sentences, byRarity(frequencies, texts), subjects);
  return (Object.entries(COUNTS) as [Kind, number][]).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ kind, parameters: draw.parameters(kind) })),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

function byRarity(frequencies: ReadonlyMap<string, number>, texts: number): Map<Kind, string[]> {
  const classes = new Map<Kind, string[]>(RARITIES.map(([kind]) => [kind, []]));
  for (const [word, count] of frequencies) {
    if (word.length < MIN_LENGTH || TOO_COMMON.test(word) || count < 2) continue;
    const [kind] = RARITIES.find(([, above]) => count / texts > above) ?? ["word, rarer" as const];
    classes.get(kind)?.push(word);
  }
  return classes;
}

class Drawing {
  private state = SEED;
  private readonly sentences: readonly string[][];
  private readonly words: ReadonlyMap<Kind, string[]>;
  private readonly subjects: Subjects;

  constructor(
    sentences: readonly string[][],
    words: ReadonlyMap<Kind, string[]>,
    subjects: Subjects,
  ) {
    this.sentences = sentences;
    this.words = words;
    this.subjects = subjects;
  }

  parameters(kind: Kind): Record<string, string> {
    const ofKind = this.words.get(kind);
    if (ofKind) return { q: this.pick(ofKind) };
    switch (kind) {
      case "phrase":
        return { q: `"${this.run(2 + this.below(2)).join(" ")}"` };
      case "negation":
        return { q: `${this.common()} -${this.common()}` };
      case "prefix":
        return { q: `${this.common().slice(0, PREFIX_LENGTH)}*` };
      case "near":
        return { q: this.some(2).join(` near/${WORDS_APART} `) };
      case "with dates":
        return { q: this.common(), ...this.days() };
      case "with topic":
        return { q: this.common(), topic: this.pick(this.subjects.topics) };
      case "deep page":
        return {
          q: this.pick(this.words.get("word, in over 20 %") ?? []),
          page: String(2 + this.below(LAST_PAGE - 1)),
        };
      default:
        return { q: this.some(2 + this.below(3)).join(" ") };
    }
  }

  private days(): { from: string; to: string } {
    const { firstYear, lastYear } = this.subjects;
    const from = firstYear + this.below(lastYear - firstYear + 1);
    return { from: String(from), to: String(Math.min(lastYear, from + this.below(3))) };
  }

  private common(): string {
    return this.pick(this.words.get("word, in 5–20 %") ?? []);
  }

  /** Words that stand in one sentence, in their order. */
  private some(count: number): string[] {
    const telling = this.pick(this.sentences).filter(
      (word) => word.length > MIN_LENGTH && !TOO_COMMON.test(word),
    );
    return telling.length < count ? this.some(count) : telling.slice(0, count);
  }

  private run(count: number): string[] {
    const sentence = this.pick(this.sentences);
    const start = this.below(sentence.length - count + 1);
    const run = sentence.slice(start, start + count);
    return run.every((word) => TOO_COMMON.test(word)) ? this.run(count) : run;
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** A whole number below `limit` (a linear congruential generator, as in Numerical Recipes). */
  private below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }
}
