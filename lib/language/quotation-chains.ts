/** Quotations that have no cue of their own: those that go on, and those whose speaker is known. */
import type { AttributionModel } from "./attribution-model.ts";
import { ContinuationReader, isWholeFrame } from "./continued-quotations.ts";
import { RegionReader, type Passage, type TokenRange } from "./passage.ts";
import { coversOfQuotes, settingsOfQuotes } from "./quote-settings.ts";
import { reportOfQuote, type Report } from "./reports.ts";

/** The chance that finds most in the articles of the training, each held out in turn. */
const LEAST_SPEECH_CHANCE = 0.6;
const MAX_FRAME_TOKENS = 3_000;

/** The reports with the quoted strings that none of them holds yet, as far as they are speech. */
export function attachQuotations(
  model: AttributionModel,
  passage: Passage,
  reports: readonly Report[],
): Report[] {
  const all = [...reports];
  const quoting = new Set<Report>();
  const spoken = new Set<Report>();
  const owners = coversOfQuotes(passage, reports);
  const reportBefore = reportsBefore(passage, reports);
  const continuations = new ContinuationReader(passage, reports);
  const chances = settingsOfQuotes(model, passage, reports).map((setting, quote) =>
    model.chanceOfSpeech(passage, quote, setting),
  );
  for (const [quote, range] of passage.quoteRanges.entries()) {
    const previous = isNear(passage, quote) ? (owners[quote - 1] ?? null) : null;
    const own = owners[quote] ?? null;
    const speech = chances[quote] ?? 0;
    if (own) {
      quoting.add(own);
      if (speech < LEAST_SPEECH_CHANCE) continue;
      spoken.add(own);
      if (isAllOf(own, range)) own.chance = Math.max(own.chance, speech);
      continue;
    }
    const isSpeech = speech >= LEAST_SPEECH_CHANCE;
    const continued =
      previousGoingOn(passage, quote, previous) ??
      (isSpeech ? continuations.reportOf(quote) : null);
    if (continued) {
      continued.content.push(range);
      owners[quote] = continued;
    } else if (isSpeech && !isCrowded(passage, range)) {
      const known = { chance: speech, previous: previous ?? reportBefore(range.from) };
      const report = standingAlone(model, passage, quote, known);
      all.push(report);
      owners[quote] = report;
    }
  }
  // Where nothing that a report quotes is speech, it is likely to be none.
  return all.filter((report) => !quoting.has(report) || spoken.has(report));
}

/** No sentence of prose has so many words; quoted words of one that does are given no speaker. */
function isCrowded({ tokens, frameRanges }: Passage, { from }: TokenRange): boolean {
  const frame = frameRanges[tokens[from]?.frame ?? -1];
  return frame !== undefined && frame.to - frame.from > MAX_FRAME_TOKENS;
}

/** True where a report holds nothing but a quoted string. */
function isAllOf({ content }: Report, { from, to }: TokenRange): boolean {
  return content.every((range) => range.from === from && range.to === to);
}

/** The report of the quotation before, where this is a sentence of its own right after it. */
function previousGoingOn(passage: Passage, quote: number, previous: Report | null): Report | null {
  const { tokens, quotes, quoteRanges } = passage;
  if (!previous || quotes[quote - 1]?.runsOn) return previous;
  const range = quoteRanges[quote];
  const before = quoteRanges[quote - 1];
  const first = tokens[range?.from ?? -1];
  const last = tokens[(before?.to ?? 0) - 1];
  if (!range || !first || !last || first.paragraph !== last.paragraph) return null;
  const isDirect = previous.content.some(({ to }) => to === before?.to);
  const goesOn = isDirect && first.frame - last.frame <= 1 && isWholeFrame(passage, range);
  return goesOn ? previous : null;
}

/** True where the quotation before stands in the same paragraph or the one before. */
function isNear({ tokens, quoteRanges }: Passage, quote: number): boolean {
  const here = tokens[quoteRanges[quote]?.from ?? -1]?.paragraph ?? 0;
  const before = tokens[quoteRanges[quote - 1]?.from ?? -1]?.paragraph ?? -2;
  return here - before <= 1;
}

/** A quotation that no report holds: by a likely cue of its sentence, by its words, or as before. */
function standingAlone(
  model: AttributionModel,
  passage: Passage,
  quote: number,
  { chance, previous }: { chance: number; previous: Report | null },
): Report {
  const range = passage.quoteRanges[quote] ?? { from: 0, to: 0 };
  if (isWholeFrame(passage, range)) {
    return { cue: null, content: [range], source: previous?.source ?? null, chance };
  }
  const report = reportOfQuote(model, passage, quote);
  if (report) return { ...report, chance };
  const reader = new RegionReader(passage, range.from > 0 ? range.from - 1 : range.to);
  const source = model.chooseSource(reader, "after", [range]);
  return { cue: null, content: [range], source, chance };
}

/** For growing tokens, the last report before each that stands in its paragraph or the one before. */
function reportsBefore(
  passage: Passage,
  reports: readonly Report[],
): (token: number) => Report | null {
  const placed = reports
    .map((report) => ({ report, at: report.cue ?? report.content[0]?.from ?? 0 }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  return (token) => {
    while ((placed[next]?.at ?? Infinity) < token) next++;
    const last = placed[next - 1];
    if (!last) return null;
    const gap = (passage.tokens[token]?.paragraph ?? 0) - (passage.tokens[last.at]?.paragraph ?? 0);
    return gap <= 1 ? last.report : null;
  };
}
