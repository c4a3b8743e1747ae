/** The look of a quoted string and its place in few words, which are telling together. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import type { Passage, TokenRange } from "./passage.ts";
import type { QuoteSetting } from "./quote-settings.ts";
import type { Report } from "./reports.ts";
import type { Token } from "./tokens.ts";
import { stemOf } from "./stems.ts";

const stems = (list: string): ReadonlySet<string> => new Set(list.split(" ").map(stemOf));

/** Things that have titles. */
const WORKS = stems(
  "show film movie book song album single track ballad anthem tune theme hymn series sitcom drama comedy musical opera program programme podcast episode season sequel trailer documentary biopic memoir novel bestseller biography autobiography author co-author magazine newspaper newsletter column blog poem painting sculpture game sketch skit segment reality host co-host star starring anchor broadcast air aired band rapper singer perform sing sang sung played blare soundtrack article essay paper report chapter headline franchise hit pageant tour exhibit exhibition ad video spot website app brand",
);
/** What calls a thing by a name. */
const NAMING = stems(
  "called so-called known titled entitled named nicknamed dubbed billed headlined labelled term termed word phrase name nickname title label moniker acronym slogan motto hashtag sign category self-styled self-described alias code-named codenamed branded marked reading stands dub registered defined",
);
const SMALL = new Set(
  "a an the of in on at by for from to with and or but nor as is vs de la".split(" "),
);
const NEAR_BEFORE = 7;
const NEAR_AFTER = 5;
const NEAR_NAMING = 4;
const MAX_TOKENS = 40;
const SIZES = [0, 1, 2, 3, 4, 5, 7, 10, 15].map((least) => ({ least, key: toKey(String(least)) }));
const OWNERS = /^[’']s?$/;
const CAPITAL = /^\p{Lu}/u;
const LETTER = /^\p{L}/u;

const T = {
  lookPlace: toKey("look/report-place"),
  lookLength: toKey("look/size"),
  lookBefore: toKey("look/before-class"),
  lookAfter: toKey("look/after-class"),
  lookSides: toKey("look/before-class/after-class"),
  sizeSides: toKey("size/before-class/after-class"),
  works: toKey("works/look"),
  worksPlace: toKey("works/report-place"),
  naming: toKey("naming/size"),
  namingPlace: toKey("naming/report-place"),
  finite: toKey("finite/size"),
  finitePlace: toKey("finite/look/report-place"),
  end: toKey("end/look/size"),
  repeated: toKey("repeated/look"),
  held: toKey("share-held/report-place"),
  heldSize: toKey("share-held/size"),
  cue: toKey("cue-chance/size"),
  cueLook: toKey("cue-chance/look"),
  cuePlace: toKey("cue-chance/report-place"),
  cueSides: toKey("cue-chance/before-class/after-class"),
};
const WORK_KEYS = { both: toKey("both"), before: toKey("before"), after: toKey("after") };
const PLACES = {
  all: toKey("all"),
  start: toKey("start"),
  end: toKey("end"),
  within: toKey("within"),
};
const EDGE = toKey("edge");
const OWNER = toKey("owner");
const STOP = /^[.,!?]/;

/** Features of how a quoted string looks, by what stands beside it and what holds it. */
export function addShape(
  sink: FeatureSink,
  { tokens }: Passage,
  range: TokenRange,
  setting: QuoteSetting,
): void {
  const { from, to } = range;
  const words = tokens
    .slice(from + 1, Math.min(to, from + MAX_TOKENS))
    .filter(({ word }) => LETTER.test(word.text));
  const look = lookOf(words);
  const size = sizeKey(words.length);
  const before = sideKey(tokens[from - 1], tokens[from]);
  const after = sideKey(tokens[to], tokens[to - 1]);
  const place = setting.own ? placeKey(range, setting.own) : NONE;
  const last = tokens[to - 2]?.word;
  const isFinite = words.some(({ word }) => word.class === "X" || word.class === "P");
  sink.addPair(T.lookPlace, look, place);
  sink.addPair(T.lookLength, look, size);
  sink.addPair(T.lookBefore, look, before);
  sink.addPair(T.lookAfter, look, after);
  sink.addTriple(T.lookSides, look, before, after);
  sink.addTriple(T.sizeSides, size, before, after);
  sink.addTriple(T.end, last && STOP.test(last.text) ? last.key : NONE, look, size);
  sink.addPair(T.finite, isFinite ? YES : NONE, size);
  sink.addTriple(T.finitePlace, isFinite ? YES : NONE, look, place);
  const cue = shareKey(setting.cueChance);
  sink.addPair(T.cue, cue, size);
  sink.addPair(T.cueLook, cue, look);
  sink.addPair(T.cuePlace, cue, place);
  sink.addTriple(T.cueSides, cue, before, after);
  const held = shareKey(setting.shareHeld);
  sink.addPair(T.repeated, setting.isRepeated ? YES : NONE, look);
  sink.addPair(T.held, held, place);
  sink.addPair(T.heldSize, held, size);
  addNearWords(sink, tokens, range, { look, size, place });
}

/** Words close by that name things, or things that have names. */
function addNearWords(
  sink: FeatureSink,
  tokens: readonly Token[],
  { from, to }: TokenRange,
  { look, size, place }: Record<"look" | "size" | "place", Key>,
): void {
  const before = isNear(tokens, from, -NEAR_BEFORE, WORKS);
  const after = isNear(tokens, to - 1, NEAR_AFTER, WORKS);
  if (before || after) {
    const works = before ? (after ? WORK_KEYS.both : WORK_KEYS.before) : WORK_KEYS.after;
    sink.addPair(T.works, works, look);
    sink.addPair(T.worksPlace, works, place);
  }
  if (isNear(tokens, from, -NEAR_NAMING, NAMING)) {
    sink.addPair(T.naming, size, look);
    sink.addPair(T.namingPlace, place, look);
  }
}

/** Where a quoted string stands in the content of a report that holds it. */
export function placeKey({ from, to }: TokenRange, { content }: Report): Key {
  const part = content.find((range) => range.from <= from && to <= range.to);
  const isEnd = part?.to === to || part?.to === to + 1;
  if (part?.from === from) return isEnd ? PLACES.all : PLACES.start;
  return isEnd ? PLACES.end : PLACES.within;
}

function shareKey(share: number): Key {
  return countKey(Math.floor(10 * share));
}

const LOOKS = {
  title: toKey("title"),
  name: toKey("name"),
  sentence: toKey("sentence"),
  lower: toKey("lower"),
  none: toKey("none"),
};

function lookOf(words: readonly Token[]): Key {
  const first = words[0];
  if (!first) return LOOKS.none;
  const heavy = words.filter(({ word }) => !SMALL.has(word.lower) && !word.text.startsWith("'"));
  const capitals = heavy.filter(({ word }) => CAPITAL.test(word.text)).length;
  if (heavy.length > 0 && capitals === heavy.length) {
    return words.length === 1 ? LOOKS.name : LOOKS.title;
  }
  return CAPITAL.test(first.word.text) ? LOOKS.sentence : LOOKS.lower;
}

function sizeKey(words: number): Key {
  return SIZES.findLast(({ least }) => words >= least)?.key ?? NONE;
}

/** The class of the word beside, or that the sentence ends there. */
function sideKey(token: Token | undefined, mark: Token | undefined): Key {
  if (!token) return NONE;
  if (token.frame !== mark?.frame) return EDGE;
  return OWNERS.test(token.word.text) ? OWNER : token.word.classKey;
}

/** True where a word of the list stands within so many tokens, before any other quotation. */
function isNear(
  tokens: readonly Token[],
  mark: number,
  reach: number,
  list: ReadonlySet<string>,
): boolean {
  const step = Math.sign(reach);
  for (let i = mark + step; i !== mark + reach + step; i += step) {
    const token = tokens[i];
    if (!token || token.frame !== tokens[mark]?.frame || token.quote >= 0) return false;
    if (list.has(token.word.stem.name)) return true;
  }
  return false;
}
