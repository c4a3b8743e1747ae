/** Quotations that have no cue of their own: those that go on, and those whose speaker is known. */
import type { AttributionModel } from "./attribution-model.ts";
import { RegionReader, type Passage, type TokenRange } from "./passage.ts";
import { reportOfQuote, type Report } from "./reports.ts";

const LEAST_SPEECH_CHANCE = 0.42;
const MAX_FRAME_TOKENS = 3_000;

/** The reports with the quoted strings that none of them holds yet, as far as they are speech. */
export function attachQuotations(
  model: AttributionModel,
  passage: Passage,
  reports: readonly Report[],
): Report[] {
  const all = [...reports];
  const dropped = new Set<Report>();
  const owners = coversOfQuotes(passage, reports);
  const reportBefore = reportsBefore(passage, reports);
  for (const [quote, range] of passage.quoteRanges.entries()) {
    const previous = isNear(passage, quote) ? (owners[quote - 1] ?? null) : null;
    const own = owners[quote] ?? null;
    const cover = { own: own?.chance ?? null, previous: previous?.chance ?? null };
    const speech = model.chanceOfSpeech(passage, quote, cover);
    if (own) {
      judge(own, range, speech, dropped);
    } else if (previous && goesOn(passage, quote, previous)) {
      previous.content.push(range);
      owners[quote] = previous;
    } else if (speech >= LEAST_SPEECH_CHANCE && !isCrowded(passage, range)) {
      const known = { chance: speech, previous: previous ?? reportBefore(range.from) };
      const report = standingAlone(model, passage, quote, known);
      all.push(report);
      owners[quote] = report;
    }
  }
  return all.filter((report) => !dropped.has(report));
}

/** No sentence of prose has so many words; quoted words of one that does are given no speaker. */
function isCrowded({ tokens, frameRanges }: Passage, { from }: TokenRange): boolean {
  const frame = frameRanges[tokens[from]?.frame ?? -1];
  return frame !== undefined && frame.to - frame.from > MAX_FRAME_TOKENS;
}

/** A report of nothing but a quoted string is as likely as that is speech. */
function judge(report: Report, range: TokenRange, speech: number, dropped: Set<Report>): void {
  const isAll = report.content.every(({ from, to }) => from === range.from && to === range.to);
  if (isAll && speech < LEAST_SPEECH_CHANCE) dropped.add(report);
  else if (isAll) report.chance = Math.max(report.chance, speech);
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

/** True where the quotation before stands in the same paragraph or the one before. */
function isNear({ tokens, quoteRanges }: Passage, quote: number): boolean {
  const here = tokens[quoteRanges[quote]?.from ?? -1]?.paragraph ?? 0;
  const before = tokens[quoteRanges[quote - 1]?.from ?? -1]?.paragraph ?? -2;
  return here - before <= 1;
}

function isWholeFrame({ tokens, frameRanges }: Passage, { from, to }: TokenRange): boolean {
  const frame = frameRanges[tokens[from]?.frame ?? -1];
  return frame !== undefined && frame.from === from && frame.to - to <= 1;
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
