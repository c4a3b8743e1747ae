/** From the text of a query to its tree: a parser by recursive descent. */
import { addDays } from "#lib/dates/calendar-day.ts";
import { parseDateRange, type DayRange } from "#lib/dates/parse-reader-date.ts";
import { tokenise, type QueryToken } from "#lib/search/query-tokens.ts";
import {
  CHOICES,
  isChoiceField,
  isDayField,
  isSaidOf,
  isTextField,
  SAID_FIELD,
  type DayField,
  type Ignored,
  type NameField,
  type ParsedQuery,
  type Phrase,
  type QueryField,
  type QueryNode,
  type TextScope,
} from "#lib/search/query-tree.ts";

/** More is no question but a text. */
const MAX_TOKENS = 80;
const MAX_DEPTH = 12;
/** `24 Feb 2022 to 27 Feb 2025` is seven words. */
const MAX_DATE_WORDS = 7;
/** Each is looked up among all names of its kind. */
const MAX_NAMES = 10;
/** Each is as many searches for a phrase as its words may be apart, in both directions. */
const MAX_NEARS = 4;
const FARTHEST = 20;
/** Each is all the words that begin so: of fewer letters, a good part of the whole index. */
export const MAX_BEGINNINGS = 5;
const BEGINNING = /[\p{L}\p{N}]{3}$/u;
/** Under which field what stands in brackets is read: `topic:(sanctions or aid)`. */
type Context = QueryField | null;
type FieldToken = Extract<QueryToken, { type: "field" }>;
type PhraseToken = Extract<QueryToken, { type: "phrase" }>;

/**
 * What a query asks for. Never throws; whatever the text, each of its pieces is either in the tree or
 * named in `ignored`. `today` (`YYYY-MM-DD`) is what `last month` counts from. Words with nothing
 * between them must all be found; `or` binds weaker, `-` and `near/5` stronger.
 */
export function parseQuery(text: string, today: string): ParsedQuery {
  const reader = new QueryReader(text, today);
  return { tree: reader.readAll(), ignored: reader.ignored };
}

class QueryReader {
  readonly ignored: Ignored[] = [];
  readonly #text: string;
  readonly #tokens: readonly QueryToken[];
  readonly #today: string;
  #at = 0;
  #depth = 0;
  #isInSaid = false;
  #nameCount = 0;
  #nearCount = 0;
  #beginningCount = 0;

  constructor(text: string, today: string) {
    const tokens = tokenise(text);
    this.#text = text;
    this.#tokens = tokens.slice(0, MAX_TOKENS);
    this.#today = today;
    const rest = tokens.slice(MAX_TOKENS).map(({ text }) => text);
    if (rest.length > 0) this.#ignore(rest.join(" "), "the search is too long");
  }

  readAll(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length) {
      const part = this.#readOr(null);
      if (part) parts.push(part);
      // Only a bracket that nothing opened ends a search before its end.
      const stray = this.#take("close");
      if (stray) this.#ignore(stray.text, "no bracket was opened");
    }
    return join("and", parts);
  }

  #readOr(context: Context): QueryNode | null {
    const parts = [this.#readAnd(context)];
    for (let or = this.#take("or"); or; or = this.#take("or")) {
      const part = this.#readAnd(context);
      if (!part || !parts[0]) this.#ignore(or.text, "nothing stands on one side of it");
      parts.push(part);
    }
    return join("or", parts);
  }

  #readAnd(context: Context): QueryNode | null {
    const parts: (QueryNode | null)[] = [];
    for (let next = this.#peek(); next; next = this.#peek()) {
      if (next.type === "or" || next.type === "close") break;
      this.#at++;
      if (next.type === "and") continue;
      parts.push(this.#readPart(next, context));
    }
    return join("and", parts);
  }

  /** What begins with `token`, which is taken already. */
  #readPart(token: QueryToken, context: Context): QueryNode | null {
    switch (token.type) {
      case "not":
        return this.#readNot(token, context);
      case "open":
        return this.#readBracket(token, context);
      case "field":
        return this.#readField(token);
      case "phrase":
        return this.#readValue(token, context);
      case "near":
        return this.#ignore(token.text, "it joins two words or phrases");
      default:
        return this.#ignore(token.text, "nothing stands on one side of it");
    }
  }

  #readNot(token: QueryToken, context: Context): QueryNode | null {
    const next = this.#peek();
    if (!next || next.type === "or" || next.type === "close" || next.type === "and")
      return this.#ignore(token.text, "nothing stands after it");
    this.#at++;
    const part = this.#nested(token, () => this.#readPart(next, context));
    return part && { type: "not", part };
  }

  #readBracket(token: QueryToken, context: Context): QueryNode | null {
    const part = this.#nested(token, () => this.#readOr(context));
    this.#take("close");
    return part;
  }

  #readField({ field, text }: FieldToken): QueryNode | null {
    if (this.#isInSaid && !isSaidOf(field))
      return this.#ignore(text, `it may not stand within ${SAID_FIELD}:`);
    const next = this.#peek();
    if (next?.type !== "phrase" && next?.type !== "open" && next?.type !== "not")
      return this.#ignore(text, "nothing stands after it");
    this.#at++;
    if (field !== SAID_FIELD) return this.#readPart(next, field);
    this.#isInSaid = true;
    const part = this.#readPart(next, SAID_FIELD);
    this.#isInSaid = false;
    return part && { type: "said", part };
  }

  #readValue(token: PhraseToken, context: Context): QueryNode | null {
    if (context === null || context === SAID_FIELD) return this.#readPhrase(token, "any");
    if (isTextField(context)) return this.#readPhrase(token, context);
    if (isDayField(context)) return this.#readDays(token, context);
    const whole = `${context}:${token.text}`;
    if (token.isPrefix) return this.#ignore(whole, "* goes on with words of a text only");
    if (!isChoiceField(context)) return this.#readName(context, token.words, whole);
    const value = token.words.toLowerCase();
    return CHOICES[context].pattern.test(value)
      ? { type: "choice", field: context, value }
      : this.#ignore(whole, `${context}: takes ${CHOICES[context].hint}`);
  }

  #readName(field: NameField, name: string, text: string): QueryNode | null {
    if (this.#nameCount++ < MAX_NAMES) return { type: "name", field, name };
    return this.#ignore(text, `a search may hold ${MAX_NAMES} names`);
  }

  #readPhrase(token: PhraseToken, scope: TextScope): QueryNode | null {
    const left = this.#toPhrase(token, scope);
    const [near, other] = this.#tokens.slice(this.#at, this.#at + 2);
    if (near?.type !== "near" || other?.type !== "phrase")
      return left && { type: "phrase", ...left };
    if (this.#nearCount++ === MAX_NEARS) {
      this.#at++;
      this.#ignore(near.text, `a search may hold ${MAX_NEARS} of them`);
      return left && { type: "phrase", ...left };
    }
    this.#at += 2;
    const right = this.#toPhrase(other, scope);
    const distance = Math.min(Math.max(near.distance, 1), FARTHEST);
    if (left && right) return { type: "near", left, right, distance };
    const single = left ?? right;
    return single && { type: "phrase", ...single };
  }

  #toPhrase({ words, isPrefix, text }: PhraseToken, scope: TextScope): Phrase | null {
    if (isPrefix && !BEGINNING.test(words))
      return this.#ignore(text, "three letters at least must stand before *");
    if (isPrefix && this.#beginningCount++ === MAX_BEGINNINGS)
      return this.#ignore(text, `a search may hold ${MAX_BEGINNINGS} beginnings of words`);
    return { words, isPrefix, scope };
  }

  /** The longest run of words that is a date: `on:27 Feb 2025 talks` looks for talks. */
  #readDays(token: PhraseToken, field: DayField): QueryNode | null {
    const run = this.#tokens.slice(this.#at, this.#at + MAX_DATE_WORDS - 1);
    const end = run.findIndex(({ type }) => type !== "phrase");
    const words = [token, ...(end < 0 ? run : run.slice(0, end))];
    for (let count = words.length; count > 0; count--) {
      const last = words[count - 1] ?? token;
      const text = count === 1 ? token.words : this.#text.slice(token.start, last.end);
      const range = parseDateRange(text, this.#today);
      if (!range) continue;
      this.#at += count - 1;
      return { type: "days", ...DAYS[field](range) };
    }
    const reason = "it is no date; try 2025, 2025-02 or 27 Feb 2025";
    return this.#ignore(`${field}:${token.text}`, reason);
  }

  #nested(token: QueryToken, read: () => QueryNode | null): QueryNode | null {
    if (this.#depth === MAX_DEPTH)
      return this.#ignore(token.text, "there are too many brackets within brackets");
    this.#depth++;
    const part = read();
    this.#depth--;
    return part;
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#at];
  }

  #take(type: QueryToken["type"]): QueryToken | undefined {
    const next = this.#peek();
    if (next?.type !== type) return undefined;
    this.#at++;
    return next;
  }

  #ignore(text: string, reason: string): null {
    this.ignored.push({ text, reason });
    return null;
  }
}

type Days = Pick<Extract<QueryNode, { type: "days" }>, "from" | "to">;

/** No calendar of the database has a day before the one or after the other. */
const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
const NO_DAYS: Days = { from: LAST_DAY, to: FIRST_DAY };

const DAYS: Record<DayField, (range: DayRange) => Days> = {
  on: (range) => range,
  in: (range) => range,
  before: ({ from }) => (from > FIRST_DAY ? { from: null, to: addDays(from, -1) } : NO_DAYS),
  after: ({ to }) => (to < LAST_DAY ? { from: addDays(to, 1), to: null } : NO_DAYS),
};

function join(type: "and" | "or", parts: readonly (QueryNode | null)[]): QueryNode | null {
  const given = parts.filter((part) => part !== null);
  return given.length > 1 ? { type, parts: given } : (given[0] ?? null);
}
