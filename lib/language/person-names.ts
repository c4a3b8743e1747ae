/**
 * Persons of a text by their marks alone: a first name, a title, or a surname that stands by itself
 * elsewhere. Much faster than the tagger of lib/language/names.ts, and enough for who "he" is.
 */
import { genderOfFirstName } from "./first-names.ts";
import type { NamedSpan } from "./names.ts";

const WORD = String.raw`\p{Lu}[\p{L}'’]{0,40}(?:-\p{L}{1,40}){0,3}`;
const TITLE = String.raw`(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Gen|Rev|Prof|President|Senator|Governor|General|Secretary|Minister|Chancellor|Ambassador|Chief|Justice|Judge|Prime|Vice|Attorney|Former|King|Queen|Prince|Princess|Pope)\.?`;
/** What it begins with is looked at first: most letters of a text are small. */
const NAME = new RegExp(
  String.raw`(?=\p{Lu})(?<![\p{L}\p{N}])((?:${TITLE} ){0,4})(${WORD}(?: (?:\p{Lu}\.|(?:de|van|von|der|bin|al|el|la) ${WORD}|${WORD})){0,3})(?![\p{L}])`,
  "gu",
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

type Candidate = { start: number; words: string[]; isTitled: boolean };

/** Full names, and every surname of one by itself, in order, without overlap. */
export function findPersonNames(text: string): NamedSpan[] {
  const candidates: Candidate[] = [];
  for (const { index, 1: titles = "", 2: name = "" } of text.matchAll(NAME)) {
    if (candidates.push(toCandidate(index + titles.length, name, titles !== "")) >= MOST_NAMES)
      break;
  }
  const alone = new Set(candidates.flatMap(({ words }) => (words.length === 1 ? words : [])));
  const isFull = ({ words, isTitled }: Candidate) =>
    (words.length > 1 || isTitled) && isPerson(words, isTitled, alone);
  const surnames = new Set(candidates.filter(isFull).map(({ words }) => words.at(-1) ?? ""));
  return candidates
    .filter(
      (each) => isFull(each) || (each.words.length === 1 && surnames.has(each.words[0] ?? "")),
    )
    .map(({ start, words }) => {
      return { start, end: start + words.join(" ").length, type: "person", confidence: 1 };
    });
}

/** Without what only begins the sentence, and without "'s". */
function toCandidate(start: number, name: string, isTitled: boolean): Candidate {
  const words = name.replace(/['’]s?$/, "").split(" ");
  let at = start;
  while (words.length > 1 && NO_FIRST_NAME.has((words[0] ?? "").toLowerCase()))
    at += (words.shift() ?? "").length + 1;
  return { start: at, words, isTitled };
}

function isPerson(words: string[], isTitled: boolean, alone: ReadonlySet<string>): boolean {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (NO_SURNAME.has(last.toLowerCase()) || NO_FIRST_NAME.has(first.toLowerCase())) return false;
  if (isTitled || genderOfFirstName(first) !== null || /^\p{Lu}\.$/u.test(words[1] ?? ""))
    return true;
  return alone.has(last);
}
