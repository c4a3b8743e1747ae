/**
 * Persons of a text by their marks alone: a first name, a title, or a surname that stands by itself
 * elsewhere. Much faster than the tagger of lib/language/names.ts, and enough for who "he" is.
 */
import { isAsciiWord, LAST_ASCII } from "#lib/text/ascii.ts";
import { genderOfFirstName } from "./first-names.ts";
import type { NamedSpan } from "./names.ts";

const WORD = String.raw`\p{Lu}[\p{L}'’]{0,40}(?:-\p{L}{1,40}){0,3}`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Rev|Prof|President|Senator|Governor|General|Secretary|Minister|Chancellor|Ambassador|Chief|Justice|Judge|Prime|Vice|Attorney|Former|King|Queen|Prince|Princess|Pope)\.?`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:${TITLE} ){0,4})(${WORD}(?: (?:\p{Lu}\.|(?:de|van|von|der|bin|al|el|la) ${WORD}|${WORD})){0,3})(?![\p{L}])`,
  "uy",
);
/** Last words of what is no person, and words that begin a sentence. */
const NO_SURNAME = new Set(
  "house senate party court university committee department states state news post times street journal council congress institute center centre association act union bank city county carolina york hampshire jersey dakota virginia mexico zealand kingdom nations korea africa monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december republican democratic democrats republicans democrat republican america american americans security campaign service agency convention debate tower today partnership river day office hall square park road valley hills island islands beach lake mountain force army navy corps group company corporation inc foundation museum school college hospital church world war treaty summit deal plan accord agreement administration government ministry parliament commission federation league coalition".split(
    " ",
  ),
);
const NO_FIRST_NAME = new Set(
  "the a an in on at but and for if when while as after before since even like both yet still why what how who so by among against with from to of this that these those his her their its our he she they it we you i there here now then new north south east west national united white fox cnn nbc abc cbs black great saint st san los las fort mount".split(
    " ",
  ),
);
const MOST_NAMES = 2_000;
const UPPER = /\p{Lu}/u;
const FIRST_CAPITAL = 65;
const LAST_CAPITAL = 90;

type Candidate = { start: number; words: string[]; isTitled: boolean };

/** Full names, and every surname of one by itself, in order, without overlap. */
export function findPersonNames(text: string): NamedSpan[] {
  const candidates = candidatesIn(text);
  const alone = new Set<string>();
  for (const { words } of candidates) if (words.length === 1) alone.add(words[0] as string);
  const surnames = new Set<string>();
  const full = new Set<Candidate>();
  for (const candidate of candidates) {
    const { words, isTitled } = candidate;
    if ((words.length === 1 && !isTitled) || !isPerson(words, isTitled, alone)) continue;
    full.add(candidate);
    surnames.add(words.at(-1) as string);
  }
  return candidates
    .filter((each) => {
      return full.has(each) || (each.words.length === 1 && surnames.has(each.words[0] as string));
    })
    .map(({ start, words }) => {
      return { start, end: start + words.join(" ").length, type: "person", confidence: 1 };
    });
}

function candidatesIn(text: string): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < text.length && candidates.length < MOST_NAMES; at++) {
    if (!mayBegin(text, at)) continue;
    NAME.lastIndex = at;
    const match = NAME.exec(text);
    if (!match) continue;
    const [, titles = "", name = ""] = match;
    candidates.push(toCandidate(at + titles.length, name, titles !== ""));
    at = NAME.lastIndex - 1;
  }
  return candidates;
}

/** False where no name begins, as far as that is seen at once: most letters of a text are small. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > LAST_ASCII) return UPPER.test(String.fromCodePoint(text.codePointAt(at) as number));
  return code >= FIRST_CAPITAL && code <= LAST_CAPITAL && !isAsciiWord(text.charCodeAt(at - 1));
}

/** Without what only begins the sentence, and without "'s". */
function toCandidate(start: number, name: string, isTitled: boolean): Candidate {
  const words = withoutPossessive(name).split(" ");
  let at = start;
  while (words.length > 1 && NO_FIRST_NAME.has((words[0] as string).toLowerCase()))
    at += (words.shift() as string).length + 1;
  return { start: at, words, isTitled };
}

function withoutPossessive(name: string): string {
  const end = name.endsWith("s") ? name.length - 1 : name.length;
  const mark = name.charAt(end - 1);
  return mark === "'" || mark === "’" ? name.slice(0, end - 1) : name;
}

function isPerson(words: string[], isTitled: boolean, alone: ReadonlySet<string>): boolean {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (NO_SURNAME.has(last.toLowerCase()) || NO_FIRST_NAME.has(first.toLowerCase())) return false;
  if (isTitled || genderOfFirstName(first) !== null || /^\p{Lu}\.$/u.test(words[1] ?? ""))
    return true;
  return alone.has(last);
}
