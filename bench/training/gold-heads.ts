/** The marked attributions of an article, as places among its tokens. */
import type { AttributionItem, GoldAttribution } from "../eval/attribution-items.ts";
import type { Passage, TokenRange } from "#lib/language/passage.ts";
import type { Span } from "#lib/text/span.ts";

/** An attribution by the one word of its cue that is most of a cue. */
export type GoldHead = {
  head: number;
  content: TokenRange[];
  source: TokenRange[];
  gold: GoldAttribution;
};

/** How often a form stands in a cue, of all times that it stands anywhere. */
export type CueRates = ReadonlyMap<string, { inCue: number; all: number }>;

/** The tokens that a span touches. */
export function tokensIn({ tokens }: Passage, { start, end }: Span): TokenRange {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? Infinity) > start) high = middle;
    else low = middle + 1;
  }
  let to = low;
  while ((tokens[to]?.start ?? Infinity) < end) to++;
  return { from: low, to };
}

export function countCueRates(
  items: readonly AttributionItem[],
  passages: readonly Passage[],
): CueRates {
  const rates = new Map<string, { inCue: number; all: number }>();
  for (const [i, passage] of passages.entries()) {
    const cued = new Set<number>();
    for (const { cue } of items[i]?.attributions ?? []) {
      for (const span of cue) {
        const { from, to } = tokensIn(passage, span);
        for (let token = from; token < to; token++) cued.add(token);
      }
    }
    for (const [token, { word }] of passage.tokens.entries()) {
      const rate = rates.get(word.form) ?? { inCue: 0, all: 0 };
      rate.all++;
      if (cued.has(token)) rate.inCue++;
      rates.set(word.form, rate);
    }
  }
  return rates;
}

/** The attributions of an article that have a cue and a content. */
export function goldHeads(item: AttributionItem, passage: Passage, rates: CueRates): GoldHead[] {
  return item.attributions.flatMap((gold): GoldHead[] => {
    const places = gold.cue.map((span) => tokensIn(passage, span));
    let head = -1;
    let best = 0;
    for (const { from, to } of places) {
      for (let token = from; token < to; token++) {
        const word = passage.tokens[token]?.word;
        const rate = rates.get(word?.form ?? "");
        const bonus = /[LEGN]/.test(word?.class ?? "") ? 1 : 0;
        const share = bonus + (rate ? rate.inCue / (rate.all + 1) : 0);
        if (share <= best) continue;
        best = share;
        head = token;
      }
    }
    if (head < 0) return [];
    const content = contentOf(passage, gold);
    const source = gold.source.map((span) => tokensIn(passage, span));
    return [{ head, content, source, gold }];
  });
}

/** The tokens of the content of an attribution. */
export function contentOf(passage: Passage, { content }: GoldAttribution): TokenRange[] {
  return content.map((span) => trimmed(passage, tokensIn(passage, span)));
}

/** Without the signs at the ends that neither open nor close a quotation. */
function trimmed({ tokens }: Passage, { from, to }: TokenRange): TokenRange {
  const isStop = (i: number) => /^[.,:-]$/.test(tokens[i]?.word.class ?? "");
  while (to > from + 1 && isStop(to - 1) && (tokens[to - 1]?.quote ?? -1) < 0) to--;
  while (from < to - 1 && isStop(from)) from++;
  return { from, to };
}
