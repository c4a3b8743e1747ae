/** Which language a text is in. */
import { detectAll } from "tinyld";
import type { Found } from "./types.ts";

const SAMPLE_CHARACTERS = 1500;
const MIN_LETTERS = 20;
const ENGLISH_WORDS =
  /(?<![\p{L}])(?:the|of|and|to|in|that|for|is|was|with|on|as|said|have|has|by|from|not|at|an|it|he|she|they|who|will)(?![\p{L}])/giu;
const SURE_SHARE = 0.2;

/**
 * The language as a BCP 47 tag, `und` where there is too little text to tell. Common English words and
 * the letters that only Ukrainian has decide at once; the detector is asked about everything else.
 */
export function detectLanguage(paragraphs: readonly string[]): Found<string> {
  const sample = takeSample(paragraphs);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return language("und", 0);
  const words = sample.match(/[\p{L}’']+/gu)?.length ?? 1;
  const english = (sample.match(ENGLISH_WORDS)?.length ?? 0) / words;
  if (english > SURE_SHARE) return language("en", 0.98);
  const cyrillic = (sample.match(/[\u0400-\u04FF]/g)?.length ?? 0) / letters;
  if (cyrillic > 0.5) return detectCyrillic(sample);
  const [best] = detectAll(sample);
  if (!best || best.accuracy < 0.1) return language(english > 0.08 ? "en" : "und", 0.3);
  return language(best.lang, Math.min(0.9, best.accuracy));
}

function detectCyrillic(sample: string): Found<string> {
  const ukrainian = sample.match(/[іїєґ]/gi)?.length ?? 0;
  const russian = sample.match(/[ыэъё]/gi)?.length ?? 0;
  if (ukrainian + russian === 0) return language(detectAll(sample)[0]?.lang ?? "und", 0.5);
  return ukrainian > russian ? language("uk", 0.95) : language("ru", 0.9);
}

/** The start of the text without cutting a paragraph of ordinary length. */
function takeSample(paragraphs: readonly string[]): string {
  let sample = "";
  for (const paragraph of paragraphs) {
    sample += `${paragraph.slice(0, SAMPLE_CHARACTERS)}\n`;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  return sample.slice(0, 2 * SAMPLE_CHARACTERS);
}

function language(value: string, confidence: number): Found<string> {
  return { value, span: null, rule: "language-detected", confidence };
}
