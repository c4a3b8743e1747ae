/** Who says what in a text: direct and mixed quotations, and indirect speech. */
import type { Span } from "#lib/text/span.ts";
import { findQuotedStrings, type QuotedString } from "./quoted-strings.ts";
import { phraseAfter, spanOf, subjectBefore, type TokenRange } from "./source-phrases.ts";
import { tokenise, type Token } from "./tokens.ts";

export type Attribution = {
  /** Direct: quoted words alone. Mixed: quoted words among others. Indirect: none quoted. */
  kind: "direct" | "mixed" | "indirect";
  /** What is said, in the order of the text; several spans where a cue interrupts it. */
  content: Span[];
  /** Quoted strings within the content, marks included. */
  quotes: Span[];
  cue: Span | null;
  /** The words naming the speaker, the widest noun phrase: "Sir Keir", "a senior official", "he". */
  source: Span | null;
  /** From 0 to 1. */
  confidence: number;
};

const SPEECH_VERBS = new Set(
  "said says say saying told tells added adds wrote writes tweeted argued argues insisted insists replied asked announced claimed noted explained warned stated declared continued responded suggested acknowledged concluded reiterated stressed admitted recalled".split(
    " ",
  ),
);

/** All attributions of a text, in the order of their content. Linear in the text; never throws. */
export function findAttributions(text: string): Attribution[] {
  const quotes = findQuotedStrings(text);
  const tokens = tokenise(text, quotes);
  const found: Attribution[] = [];
  let from = 0;
  while (from < tokens.length) {
    let to = from;
    while (tokens[to]?.frame === tokens[from]?.frame && to < tokens.length) to++;
    found.push(...attributionsOfFrame(tokens, { from, to }, quotes, found.at(-1) ?? null));
    from = to;
  }
  return found;
}

function attributionsOfFrame(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  quotes: readonly QuotedString[],
  previous: Attribution | null,
): Attribution[] {
  const inFrame = [...new Set(tokens.slice(from, to).map(({ quote }) => quote))].flatMap(
    (i) => quotes[i] ?? [],
  );
  const cues: number[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token && token.quote < 0 && SPEECH_VERBS.has(token.lower)) cues.push(i);
  }
  const cue = cues.at(-1);
  const frameSpan = spanOf(tokens, { from, to });
  if (!frameSpan) return [];
  if (cue === undefined) {
    const first = inFrame[0];
    if (!first || !previous || first.start !== frameSpan.start || first.end < frameSpan.end)
      return [];
    return [
      {
        ...previous,
        kind: "direct",
        content: [first],
        quotes: [first],
        cue: null,
        confidence: 0.5,
      },
    ];
  }
  const source = phraseAfter(tokens, cue + 1) ?? subjectBefore(tokens, cue);
  const base = {
    cue: spanOf(tokens, { from: cue, to: cue + 1 }),
    source: source && spanOf(tokens, source),
    quotes: inFrame.map(({ start, end }) => ({ start, end })),
    confidence: 0.7,
  };
  const start = tokens[cue + 1]?.start ?? 0;
  if (inFrame.length > 0) return [{ ...base, kind: "direct", content: base.quotes }];
  return [{ ...base, kind: "indirect", content: [{ start, end: frameSpan.end }] }];
}
