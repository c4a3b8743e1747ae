/** The choices that the model of attributions makes, with what the annotators chose. */
import {
  endsAfter,
  endsBefore,
  startsAfter,
  startsBefore,
} from "#lib/language/content-candidates.ts";
import {
  addEndAfter,
  addEndBefore,
  addPlace,
  addPlaceOfEnd,
  addStartAfter,
  addStartBefore,
} from "#lib/language/content-features.ts";
import {
  isCueWord,
  type AttributionModel,
  type AttributionWeights,
} from "#lib/language/attribution-model.ts";
import { addCueFeatures, CUE_SIDES, sideKey, type CueSide } from "#lib/language/cue-features.ts";
import { FeatureSink } from "#lib/language/feature-keys.ts";
import { RegionReader, type Passage, type TokenRange } from "#lib/language/passage.ts";
import { addQuoteFeatures } from "#lib/language/quote-features.ts";
import { addNoSource, addSourceFeatures, sourceCandidates } from "#lib/language/source-features.ts";
import type { Token } from "#lib/language/tokens.ts";
import { settingsOfQuotes } from "#lib/language/quote-settings.ts";
import { addReportFeatures } from "#lib/language/report-features.ts";
import { findReports, overlap, readSurroundings } from "#lib/language/reports.ts";
import type { GoldAttribution } from "../eval/attribution-items.ts";
import { contentOf, tokensIn, type GoldHead } from "./gold-heads.ts";
import { ChoiceSet } from "./softmax-trainer.ts";

const MAX_MISS = 0.8;
/** So much of a content must be shared for it to count as found. */
const LEAST_SHARED = 0.8;

export type AttributionExamples = Record<Exclude<keyof AttributionWeights, "cueForms">, ChoiceSet>;

export function noExamples(): AttributionExamples {
  return {
    cue: new ChoiceSet(),
    startAfter: new ChoiceSet(),
    endAfter: new ChoiceSet(),
    endBefore: new ChoiceSet(),
    startBefore: new ChoiceSet(),
    report: new ChoiceSet(),
    source: new ChoiceSet(),
    quote: new ChoiceSet(),
  };
}

/** Adds the choices of one article. */
export function addExamples(
  examples: AttributionExamples,
  passage: Passage,
  heads: readonly GoldHead[],
  cueForms: ReadonlySet<string>,
): void {
  const canBeCue = ({ word }: Token) => isCueWord(word, cueForms);
  const byHead = new Map(heads.map((each) => [each.head, each]));
  for (const [i, token] of passage.tokens.entries()) {
    if (!canBeCue(token)) continue;
    const reader = new RegionReader(passage, i);
    const gold = byHead.get(i);
    const parts = gold && partsOf(gold, reader);
    addCueChoice(examples.cue, reader, parts?.side ?? null);
    if (gold && parts) addSource(examples.source, reader, gold, parts.side, canBeCue);
    if (parts?.after) addAfter(examples, reader, parts.after);
    if (parts?.before) addBefore(examples, reader, parts.before);
  }
}

/** Adds for each word that may be a cue which of its candidates it reports, as the model reads them. */
export function addReportExamples(
  { report: choices }: AttributionExamples,
  passage: Passage,
  attributions: readonly GoldAttribution[],
  model: AttributionModel,
): void {
  const marked = attributions.map((attribution) => ({
    cue: attribution.cue.map((span) => tokensIn(passage, span)),
    content: contentOf(passage, attribution),
  }));
  const sink = new FeatureSink(choices.names);
  for (const { reading, around } of readSurroundings(model, passage)) {
    const { reader, candidates } = reading;
    const own = marked.filter(({ cue }) =>
      cue.some(({ from, to }) => from <= reader.cue && reader.cue < to),
    );
    let right = candidates.length;
    let closest = LEAST_SHARED;
    for (const [i, candidate] of candidates.entries()) {
      sink.clear();
      addReportFeatures(sink, reading, candidate, around);
      choices.addCandidate(sink);
      for (const { content } of own) {
        const shared = overlap(passage, candidate.content, content);
        if (shared < closest || (shared === closest && right < candidates.length)) continue;
        closest = shared;
        right = i;
      }
    }
    choices.addCandidate(null);
    choices.endChoice(right);
  }
}

/** Adds for each quoted string of an article whether it is within a quotation that is marked. */
export function addQuoteExamples(
  { quote: choices }: AttributionExamples,
  passage: Passage,
  attributions: readonly GoldAttribution[],
  model: AttributionModel,
): void {
  const spoken = attributions.flatMap(({ content }) => content);
  const settings = settingsOfQuotes(model, passage, findReports(model, passage));
  const isCue = (at: number) => {
    const token = passage.tokens[at];
    return token !== undefined && model.canBeCue(token);
  };
  for (const [i, { start, end }] of passage.quotes.entries()) {
    const setting = settings[i];
    if (!setting || passage.text.startsWith("''", start)) continue;
    const sink = new FeatureSink(choices.names);
    addQuoteFeatures(sink, passage, i, { isCue, setting });
    choices.addCandidate(sink);
    choices.addCandidate(null);
    const isSpoken = spoken.some((span) => span.start <= start + 2 && end - 2 <= span.end);
    choices.endChoice(isSpoken ? 0 : 1);
  }
}

function addSource(
  choices: ChoiceSet,
  reader: RegionReader,
  { content, source }: GoldHead,
  side: CueSide,
  canBeCue: (token: Token) => boolean,
): void {
  const sink = new FeatureSink(choices.names);
  const contents = { key: sideKey(side), ranges: content };
  const candidates = sourceCandidates(reader, canBeCue);
  for (const candidate of candidates) {
    sink.clear();
    addSourceFeatures(sink, reader, candidate, contents);
    choices.addCandidate(sink);
  }
  sink.clear();
  addNoSource(sink, reader, contents.key);
  choices.addCandidate(sink);
  const right = candidates.findIndex(({ phrase }) =>
    source.some(({ from, to }) => phrase.from < to && from < phrase.to),
  );
  choices.endChoice(right >= 0 ? right : candidates.length);
}

type Parts = { side: CueSide; before: TokenRange | null; after: TokenRange | null };

/** What stands before and after the cue in its own sentence; null where nothing does. */
function partsOf({ head, content }: GoldHead, { region }: RegionReader): Parts | null {
  const before = content.filter(({ from, to }) => to <= head && from >= region.from).at(-1) ?? null;
  const after = content.find(({ from }) => from > head && from < region.to) ?? null;
  if (!before && !after) return null;
  return { side: before && after ? "around" : after ? "after" : "before", before, after };
}

function addCueChoice(choices: ChoiceSet, reader: RegionReader, side: CueSide | null): void {
  const sink = new FeatureSink(choices.names);
  addCueFeatures(sink, reader);
  for (const each of CUE_SIDES) choices.addCandidate(sink, sideKey(each));
  choices.addCandidate(null);
  choices.endChoice(side ? CUE_SIDES.indexOf(side) : CUE_SIDES.length);
}

function addAfter(examples: AttributionExamples, reader: RegionReader, gold: TokenRange): void {
  const starts = startsAfter(reader);
  const start = starts.indexOf(gold.from);
  const startSink = new FeatureSink(examples.startAfter.names);
  for (const at of starts) {
    startSink.clear();
    addPlace(startSink, reader, at);
    addStartAfter(startSink, reader, at);
    examples.startAfter.addCandidate(startSink);
  }
  examples.startAfter.endChoice(start);
  if (start < 0) return;
  const ends = endsAfter(reader, gold.from);
  const sink = new FeatureSink(examples.endAfter.names);
  for (const boundary of ends) {
    sink.clear();
    addPlaceOfEnd(sink, reader, boundary.at);
    addEndAfter(sink, reader, gold.from, boundary);
    examples.endAfter.addCandidate(sink);
  }
  examples.endAfter.endChoice(
    nearest(
      ends.map(({ at }) => at),
      gold.to,
      gold.from,
    ),
  );
}

function addBefore(examples: AttributionExamples, reader: RegionReader, gold: TokenRange): void {
  const ends = endsBefore(reader);
  const end = ends.indexOf(gold.to);
  const endSink = new FeatureSink(examples.endBefore.names);
  for (const at of ends) {
    endSink.clear();
    addPlace(endSink, reader, at);
    addEndBefore(endSink, reader, at);
    examples.endBefore.addCandidate(endSink);
  }
  examples.endBefore.endChoice(end);
  if (end < 0) return;
  const starts = startsBefore(reader, gold.to);
  const sink = new FeatureSink(examples.startBefore.names);
  for (const boundary of starts) {
    sink.clear();
    addPlace(sink, reader, boundary.at);
    addStartBefore(sink, reader, gold.to, boundary);
    examples.startBefore.addCandidate(sink);
  }
  examples.startBefore.endChoice(
    nearest(
      starts.map(({ at }) => at),
      gold.from,
      gold.to,
    ),
  );
}

/** The candidate that gives nearly the same content, or -1. */
function nearest(candidates: readonly number[], wanted: number, fixed: number): number {
  let best = -1;
  let bestShare = MAX_MISS;
  for (const [i, at] of candidates.entries()) {
    const lengths = [Math.abs(at - fixed), Math.abs(wanted - fixed)];
    const share = Math.min(...lengths) / Math.max(...lengths);
    if (share < bestShare) continue;
    bestShare = share;
    best = i;
  }
  return best;
}
