/** What surrounds each quoted string of a text: the reports that hold it, its cue, its likes. */
import type { AttributionModel } from "./attribution-model.ts";
import type { Passage } from "./passage.ts";
import { likeliestCue, type Report } from "./reports.ts";

export type QuoteSetting = {
  /** The reports that hold the quoted string and those beside it; null where none does. */
  own: Report | null;
  previous: Report | null;
  next: Report | null;
  /** How likely the likeliest cue of the sentence is one, from 0 to 1. */
  cueChance: number;
  /** True where the same words stand between marks elsewhere, as names and slogans do. */
  isRepeated: boolean;
  /** The share of the quoted strings of the text that reports hold, from 0 to 1. */
  shareHeld: number;
};

/** Longer ones are speech, repeated or not. */
const MAX_REPEATED_CHARACTERS = 40;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** The setting of each quoted string of a passage. */
export function settingsOfQuotes(
  model: AttributionModel,
  passage: Passage,
  reports: readonly Report[],
): QuoteSetting[] {
  const covers = coversOfQuotes(passage, reports);
  const held = covers.filter((cover) => cover !== null).length;
  const isRepeated = repeats(passage);
  return passage.quoteRanges.map((range, quote) => ({
    own: covers[quote] ?? null,
    previous: covers[quote - 1] ?? null,
    next: covers[quote + 1] ?? null,
    cueChance: likeliestCue(model, passage, range)?.chance ?? 0,
    isRepeated: isRepeated[quote] ?? false,
    shareHeld: held / covers.length,
  }));
}

/** For each quoted string the first report that holds it, or null. */
export function coversOfQuotes(passage: Passage, reports: readonly Report[]): (Report | null)[] {
  const owners: (Report | null)[] = passage.quotes.map(() => null);
  for (const report of reports) {
    for (const { from, to } of report.content) {
      for (let i = from; i < to; i++) {
        const quote = passage.tokens[i]?.quote ?? -1;
        if (quote >= 0 && passage.quoteRanges[quote]?.from === i) owners[quote] ??= report;
      }
    }
  }
  return owners;
}

/** For each quoted string whether another one has its words. */
function repeats({ text, quotes }: Passage): boolean[] {
  const words = quotes.map(({ start, end }) =>
    end - start <= MAX_REPEATED_CHARACTERS
      ? text.slice(start, end).toLowerCase().replace(BETWEEN_WORDS, " ").trim()
      : null,
  );
  const counts = new Map<string | null, number>();
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1);
  return words.map((each) => each !== null && (counts.get(each) ?? 0) > 1);
}
