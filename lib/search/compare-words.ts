/** What a comparison shows, in sentences. */
import type { ComparedBar } from "#lib/search/compare-bars.ts";
import type { ComparedPart } from "#lib/search/compare-query.ts";
import { counted, inFigures } from "#lib/text/counted.ts";

type Totals = Record<ComparedPart, number>;

/** How many articles both searches find and each alone, what share that is, and when most are. */
export function compareInWords(totals: Totals, bars: readonly ComparedBar[]): string[] {
  const [first, second] = [totals.onlyFirst + totals.both, totals.both + totals.onlySecond];
  if (first + second === 0) return ["Neither search finds anything."];
  const isSame = totals.onlyFirst + totals.onlySecond === 0;
  return [
    partsInWords(totals),
    ...(totals.both > 0 && !isSame ? [sharesInWords(totals.both, first, second)] : []),
    ...peaksInWords(bars),
  ];
}

function partsInWords({ onlyFirst, both, onlySecond }: Totals): string {
  if (onlyFirst + onlySecond === 0)
    return `Both searches find the same: ${counted(both, "article")}.`;
  const common =
    both === 0 ? "No article is found by both" : `Both find ${counted(both, "article")}`;
  return `${common}; the first alone finds ${figure(onlyFirst)}, the second alone ${figure(onlySecond)}.`;
}

function figure(count: number): string {
  return count === 0 ? "none" : inFigures(count);
}

function sharesInWords(both: number, first: number, second: number): string {
  return `What both find is ${share(both, first)} of the first and ${share(both, second)} of the second.`;
}

function share(part: number, whole: number): string {
  if (part === whole) return "all";
  const percent = Math.round((100 * part) / whole);
  return percent === 0 ? "less than 1 %" : `${Math.min(percent, 99)} %`;
}

/** The first of the bars that are highest; one bar is no course of time. */
function peaksInWords(bars: readonly ComparedBar[]): string[] {
  if (bars.length < 2) return [];
  const peak = (of: (bar: ComparedBar) => number) => {
    const count = Math.max(...bars.map(of));
    const at = bars.filter((bar) => of(bar) === count);
    return count > 0 && at.length === 1 && at[0] ? `in ${at[0].label} (${inFigures(count)})` : null;
  };
  const first = peak((bar) => bar.onlyFirst + bar.both);
  const second = peak((bar) => bar.onlySecond + bar.both);
  const said = [
    first && `the first finds most ${first}`,
    second && `the second ${first ? "" : "finds most "}${second}`,
  ];
  const sentence = said.filter(Boolean).join(", ");
  return sentence ? [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`] : [];
}
