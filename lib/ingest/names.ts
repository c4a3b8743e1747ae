/** People's names as bylines write them, and the words that end one. */

const LETTERS = `[\\p{L}'’ʼ]`;
const WORD = `\\p{Lu}${LETTERS}*\\p{L}(?:-\\p{Lu}?${LETTERS}+)*`;
const INITIAL = `\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?`;
const PARTICLE = `(?:de|da|del|della|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|dos|y)`;
const TITLE = `(?:Sen|Rep|Gov|Dr|Gen|Col|Capt|Lt|Prof|Mr|Mrs|Ms|Rev)\\.`;
const NAME_TOKEN = new RegExp(`(?:${PARTICLE}(?=\\s)|${INITIAL}|${TITLE}|${WORD})`, "uy");
const GENERATION = /,? (?:Jr|Sr)\.|,? I{2,3}(?!\p{L})/uy;
const MAX_NAME_TOKENS = 5;
/** Without a `By`, more words than these are a headline in title case. */
const MAX_BARE_NAME_WORDS = 3;

/** Words that begin a role or a note, or belong to an organisation: no name goes on past one. */
const ENDS_NAME = new Set(
  `a acting additional advertisement analysis and associate assistant at bbc brussels bureau business by
  chief chair city climate columnist community contributing contributor correspondent crime
  critic data date defence defense deputy digital diplomatic director economics economic economy
  editor editorial education energy environment europe european executive fellow finance
  financial for foreign freelance from global head health home in industry international investigations
  journalist kyiv lead legal live lobby london managing media moscow national news north of on our parliamentary
  photographer photography photojournalist political politics posted presenter principal producer
  published published: report reported reporter reporters reporting royal science security senior share social south
  special specialist sport sports staff state state's statehouse technology the trade trainee transport travelling
  traveling uk ukraine united updated us video washington westminster white with women's world writer
  monday tuesday wednesday thursday friday saturday sunday january february april
  july august september october november december as but why how what no not is it its we they you be before after must may can will are was were has have had do
  does did than then this that these those to from into over under out off up down if or so when where who
  says said image caption photograph photo picture getty reuters epa afp`.split(/\s+/),
);

/** The end of a person's name of at least `minimumTokens` words at `at`, or null where none stands. */
export function matchName(text: string, at: number, minimumTokens = 2): number | null {
  let position = at;
  let end: number | null = null;
  let tokens = 0;
  while (tokens < MAX_NAME_TOKENS) {
    NAME_TOKEN.lastIndex = position;
    const token = NAME_TOKEN.exec(text)?.[0];
    if (token === undefined || endsName(token) || /['’]s$/.test(token)) break;
    tokens++;
    const after = position + token.length;
    if (tokens >= minimumTokens && isPlainWord(token)) end = after;
    const gap = /^[^\S\n\r]{1,3}/.exec(text.slice(after, after + 4))?.[0].length;
    if (gap === undefined) break;
    position = after + gap;
  }
  if (end === null) return null;
  GENERATION.lastIndex = end;
  return end + (GENERATION.exec(text)?.[0].length ?? 0);
}

/** True when the whole text is a person's name of two to five words, first names initialled or not. */
export function isName(text: string): boolean {
  return matchName(text, 0) === text.length;
}

/** True for a name of two or three words, particles and initials not counted. */
export function isShortName(text: string): boolean {
  return isName(text) && text.split(/\s+/).filter(isPlainWord).length <= MAX_BARE_NAME_WORDS;
}

function isPlainWord(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !word.endsWith(".");
}

function endsName(token: string): boolean {
  return ENDS_NAME.has(token.toLowerCase());
}
