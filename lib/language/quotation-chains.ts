/** Quotations that have no cue of their own: those that go on, and those whose speaker is known. */
import type { AttributionModel } from "./attribution-model.ts";
import type { Passage, TokenRange } from "./passage.ts";
import type { Report } from "./reports.ts";

const LEAST_SPEECH_CHANCE = 0.5;

/** The reports with the quoted strings that none of them holds yet, as far as they are speech. */
export function attachQuotations(
  model: AttributionModel,
  passage: Passage,
  reports: readonly Report[],
): Report[] {
  const all = [...reports];
  const owners = ownersOfQuotes(passage, reports);
  for (const [quote, range] of passage.quoteRanges.entries()) {
    if (owners[quote]) continue;
    const previous = owners[quote - 1] ?? null;
    const speech = model.chanceOfSpeech(passage, quote);
    if (previous && goesOn(passage, quote, previous)) {
      previous.content.push(range);
      owners[quote] = previous;
    } else if (speech >= LEAST_SPEECH_CHANCE) {
      const report = standingAlone(passage, quote, previous, speech);
      all.push(report);
      owners[quote] = report;
    }
  }
  return all;
}

function ownersOfQuotes(passage: Passage, reports: readonly Report[]): (Report | null)[] {
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

/** True where the quotation is a sentence of its own right after one of the same speaker. */
function goesOn(passage: Passage, quote: number, previous: Report): boolean {
  const { tokens, quotes, quoteRanges } = passage;
  if (quotes[quote - 1]?.runsOn) return true;
  const range = quoteRanges[quote];
  const before = quoteRanges[quote - 1];
  const first = tokens[range?.from ?? -1];
  const last = tokens[(before?.to ?? 0) - 1];
  if (!range || !first || !last || first.paragraph !== last.paragraph) return false;
  const isDirect = previous.content.some(({ to }) => to === before?.to);
  return isDirect && first.frame - last.frame <= 1 && isWholeFrame(passage, range);
}

function isWholeFrame({ tokens, frameRanges }: Passage, { from, to }: TokenRange): boolean {
  const frame = frameRanges[tokens[from]?.frame ?? -1];
  return frame !== undefined && frame.from === from && frame.to - to <= 1;
}

function standingAlone(
  passage: Passage,
  quote: number,
  previous: Report | null,
  chance: number,
): Report {
  const range = passage.quoteRanges[quote] ?? { from: 0, to: 0 };
  const source = previous && isWholeFrame(passage, range) ? previous.source : null;
  return { cue: null, content: [range], source, chance };
}
