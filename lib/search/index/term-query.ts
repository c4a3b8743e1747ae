/** What words in a query come to as stored terms: a `tsquery` as PostgreSQL prints it, as a tree. */

/** `parts` are the weight letters in which it must stand; "": anywhere. */
export type TermLeaf = { type: "term"; term: string; isPrefix: boolean; parts: string };

export type TermQuery =
  | TermLeaf
  | { type: "and" | "or"; left: TermQuery; right: TermQuery }
  | { type: "not"; part: TermQuery }
  /** The right one begins so many places after the end of the left one. */
  | { type: "followed"; left: TermQuery; right: TermQuery; distance: number };

const TOKEN = /\s*(?:('(?:''|\\\\|[^'])*')(?::(\*?)([A-D]*))?|<(-|\d+)>|([&|!()]))/y;

type Token = { term?: TermLeaf; distance?: number; sign?: string };

/**
 * Reads a `tsquery` as its output function writes it; null for an empty one. Throws `SyntaxError` at
 * anything else.
 */
export function readTermQuery(text: string): TermQuery | null {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return null;
  const reader = new Reader(tokens);
  const query = reader.readOr();
  if (reader.isOpen) throw new SyntaxError(`Not a tsquery: ${text}`);
  return query;
}

/** The terms that it looks for, from left to right. */
export function leavesOf(query: TermQuery | null): TermLeaf[] {
  if (query === null) return [];
  switch (query.type) {
    case "term":
      return [query];
    case "not":
      return leavesOf(query.part);
    default:
      return [...leavesOf(query.left), ...leavesOf(query.right)];
  }
}

function tokensOf(text: string): Token[] {
  const pattern = new RegExp(TOKEN);
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new SyntaxError(`Not a tsquery at ${at}: ${text}`);
    const [, quoted, star, parts = "", distance, sign] = match;
    if (quoted !== undefined) {
      const term = quoted.slice(1, -1).replace(/''|\\\\/g, (pair) => pair.charAt(0));
      tokens.push({ term: { type: "term", term, isPrefix: star === "*", parts } });
    } else if (distance !== undefined) {
      tokens.push({ distance: distance === "-" ? 1 : Number(distance) });
    } else if (sign !== undefined) tokens.push({ sign });
  }
  return tokens;
}

/** By falling precedence: `!`, `<N>`, `&`, `|`, each from left to right. */
class Reader {
  private at = 0;

  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get isOpen(): boolean {
    return this.at < this.tokens.length;
  }

  readOr(): TermQuery {
    let left = this.readAnd();
    while (this.takes("|")) left = { type: "or", left, right: this.readAnd() };
    return left;
  }

  private readAnd(): TermQuery {
    let left = this.readFollowed();
    while (this.takes("&")) left = { type: "and", left, right: this.readFollowed() };
    return left;
  }

  private readFollowed(): TermQuery {
    let left = this.readOne();
    for (;;) {
      const distance = this.tokens[this.at]?.distance;
      if (distance === undefined) return left;
      this.at++;
      left = { type: "followed", left, right: this.readOne(), distance };
    }
  }

  private readOne(): TermQuery {
    if (this.takes("!")) return { type: "not", part: this.readOne() };
    if (this.takes("(")) {
      const inner = this.readOr();
      if (!this.takes(")")) throw new SyntaxError("A bracket of a tsquery is not closed.");
      return inner;
    }
    const term = this.tokens[this.at]?.term;
    if (!term) throw new SyntaxError("A tsquery ends too early.");
    this.at++;
    return term;
  }

  private takes(sign: string): boolean {
    if (this.tokens[this.at]?.sign !== sign) return false;
    this.at++;
    return true;
  }
}
