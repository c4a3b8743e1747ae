/** The few forms of Python that feedparser's expectations are written in, as a tree. */

export type Literal = string | number | boolean | null | Literal[] | { [key: string]: Literal };
export type Expression =
  | { kind: "literal"; value: Literal }
  | { kind: "path"; path: string }
  | { kind: "not"; of: Expression }
  | { kind: "and" | "or"; of: Expression[] }
  | { kind: "equal"; of: Expression[] }
  | { kind: "other"; text: string };

const TOKEN =
  /\s+|[ub]?("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[-+()[\]{},:.<>])/y;

type Token = { kind: "string" | "number" | "name" | "mark"; text: string };

/** The tree of an expression; null for what is written in another form. */
export function parsePython(source: string): Expression | null {
  const tokens = tokenize(source);
  if (!tokens) return null;
  const parser = new PythonParser(tokens);
  const expression = parser.or();
  return parser.isAtEnd ? expression : null;
}

function tokenize(source: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (!match) return null;
    const [, string, number, name, mark] = match;
    if (string !== undefined) tokens.push({ kind: "string", text: unescape(string) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
  }
  return tokens;
}

function unescape(quoted: string): string {
  const width = /^(?:"""|''')/.test(quoted) ? 3 : 1;
  const codes: Record<string, string> = { n: "\n", t: "\t", r: "\r", "0": "\0", "\n": "" };
  return quoted
    .slice(width, -width)
    .replace(/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{2})|([^]))/g, (_, u, U, x, c) => {
      const code = (u ?? U ?? x) as string | undefined;
      return code ? String.fromCodePoint(parseInt(code, 16)) : (codes[c] ?? c);
    });
}

class PythonParser {
  #at = 0;
  readonly #tokens: Token[];

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  or(): Expression {
    return this.#joined("or", () => this.#joined("and", () => this.#not()));
  }

  #joined(kind: "and" | "or", part: () => Expression): Expression {
    const of = [part()];
    while (this.#take(kind)) of.push(part());
    return of.length === 1 ? (of[0] as Expression) : { kind, of };
  }

  #not(): Expression {
    if (this.#take("not")) return { kind: "not", of: this.#not() };
    const of = [this.#sum()];
    let isEqual = true;
    for (;;) {
      const mark = ["==", "!=", "is", "in", "<", ">", "<=", ">=", "not"].find((m) => this.#take(m));
      if (!mark) break;
      isEqual &&= mark === "==" || mark === "is";
      of.push(this.#sum());
    }
    if (of.length === 1) return of[0] as Expression;
    return isEqual ? { kind: "equal", of } : { kind: "other", text: "comparison" };
  }

  #sum(): Expression {
    let left = this.#atom();
    while (this.#take("+")) {
      const right = this.#atom();
      left =
        left.kind === "literal" && right.kind === "literal"
          ? { kind: "literal", value: `${String(left.value)}${String(right.value)}` }
          : { kind: "other", text: "sum" };
    }
    return left;
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at];
    if (!token) return { kind: "other", text: "nothing" };
    this.#at++;
    if (token.kind === "string") return { kind: "literal", value: token.text };
    if (token.kind === "number") return { kind: "literal", value: Number(token.text) };
    if (token.kind === "name") return this.#path(token.text);
    if (token.text === "-") {
      const value = this.#atom();
      return value.kind === "literal" ? { kind: "literal", value: -Number(value.value) } : value;
    }
    if (token.text === "(") return this.#group();
    if (token.text === "[") return this.#list("]");
    return token.text === "{" ? this.#dict() : { kind: "other", text: token.text };
  }

  #path(name: string): Expression {
    const constants: Record<string, Literal> = { None: null, True: true, False: false };
    if (name in constants) return { kind: "literal", value: constants[name] ?? null };
    let path = name;
    for (;;) {
      if (this.#take(".")) path += `.${this.#tokens[this.#at++]?.text}`;
      else if (this.#take("[")) {
        const key = this.#or();
        this.#take("]");
        if (key.kind !== "literal") return { kind: "other", text: path };
        path += typeof key.value === "number" ? `[${key.value}]` : `.${String(key.value)}`;
      } else if (this.#take("(")) {
        const inside = this.#list(")");
        return { kind: "other", text: `${path}(${inside.kind})` };
      } else return { kind: "path", path };
    }
  }

  #or(): Expression {
    return this.or();
  }

  #group(): Expression {
    const first = this.or();
    if (this.#take(")")) return first;
    const values = [first];
    while (this.#take(",") && !this.#peek(")")) values.push(this.or());
    this.#take(")");
    return toList(values);
  }

  #list(end: string): Expression {
    const values: Expression[] = [];
    while (!this.isAtEnd && !this.#take(end)) {
      values.push(this.or());
      this.#take(",");
    }
    return toList(values);
  }

  #dict(): Expression {
    const value: Record<string, Literal> = {};
    while (!this.isAtEnd && !this.#take("}")) {
      const key = this.or();
      this.#take(":");
      const member = this.or();
      this.#take(",");
      if (key.kind === "literal" && member.kind === "literal")
        value[String(key.value)] = member.value;
    }
    return { kind: "literal", value };
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token !== undefined && token.kind !== "string" && token.text === text;
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at++;
    return true;
  }
}

function toList(values: Expression[]): Expression {
  const literals = values.flatMap((value) => (value.kind === "literal" ? [value.value] : []));
  if (literals.length < values.length) return { kind: "other", text: "list" };
  return { kind: "literal", value: literals };
}
