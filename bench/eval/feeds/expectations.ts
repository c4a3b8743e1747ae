/** What an expectation of feedparser's asks of the fields that the archive keeps. */
import { htmlToLine } from "#lib/ingest/html-paragraphs.ts";
import { parsePython, type Expression, type Literal } from "./python-expression.ts";

export type Kind = "title" | "link" | "date" | "author" | "content" | "encoding" | "markup";
/** One value asked for: any of `accepted` will do; null asks that there be none. */
export type Expectation = {
  kind: Kind;
  /** Null: the feed itself. */
  entry: number | null;
  /** `authors[1].name` and the like, below the entry or the feed. */
  field: string;
  accepted: Literal[];
};
export type Asked = { expectations: Expectation[]; leftOut: string[] };

const KINDS: [field: RegExp, kind: Kind][] = [
  [/^title$|^title_detail\.value$/, "title"],
  [/^link$|^links\[0\]\.href$/, "link"],
  [/^(?:published|updated|modified|created|issued|date)(?:_parsed)?$/, "date"],
  [/^author$|^author_detail\.name$|^authors\[\d+\]\.name$/, "author"],
  [/^(?:summary|description)$|^summary_detail\.value$|^content\[0\]\.value$/, "content"],
];
/** Reasons, by the field asked for. */
const REASONS: [path: RegExp, reason: string][] = [
  [/^bozo$/, "only whether it is well-formed"],
  [/base$/, "a base address, not a value"],
  [/language$/, "the language of one element"],
  [/(?:type|mode)$/, "the type of an element"],
  [/email|url$|\.href$|homepage|\.uri$/, "an address beside the page's own"],
  [
    /^feed\.(?:subtitle|tagline|info|description|copyright|rights)/,
    "the feed's own blurb or rights",
  ],
  [/source\./, "the feed an entry was taken from"],
  [/contributors|publisher/, "contributors and publishers"],
  [/tags|categor/, "categories"],
  [/\.(?:id|guid|guidislink)$/, "identifiers"],
  [/links\[/, "further links and their attributes"],
];

/** The expectations in one expression, and for each part that is not counted the reason. */
export function readExpectations(source: string): Asked {
  const tree = parsePython(source);
  if (!tree) return { expectations: [], leftOut: ["a form of expression that is not understood"] };
  const parts = tree.kind === "and" ? flatten(tree) : [tree];
  const asked: Asked = { expectations: [], leftOut: [] };
  const reasons = new Set<string>();
  for (const part of parts) {
    const found = readPart(part);
    if (typeof found === "string") reasons.add(found);
    else asked.expectations.push(...found);
  }
  if (reasons.size > 1 || asked.expectations.length > 0)
    reasons.delete("only whether it is well-formed");
  asked.leftOut.push(...reasons);
  return asked;
}

function flatten(tree: Expression): Expression[] {
  return tree.kind === "and" ? tree.of.flatMap(flatten) : [tree];
}

function readPart(part: Expression): Expectation[] | string {
  if (part.kind === "or") return readAlternatives(part.of);
  if (part.kind === "not" && part.of.kind === "path") return reasonFor(part.of.path);
  if (part.kind === "path") return reasonFor(part.path);
  if (part.kind === "literal") return "nothing asked but that it is read";
  if (part.kind !== "equal") return "a question other than what a value is";
  const literal = part.of.find((operand) => operand.kind === "literal");
  const paths = part.of.flatMap((operand) => (operand.kind === "path" ? [operand.path] : []));
  if (literal?.kind !== "literal" || paths.length === 0)
    return "a question other than what a value is";
  const found = paths.map((path) => toExpectation(path, literal.value));
  return found.find((one) => typeof one === "string") ?? (found as Expectation[]);
}

/** `a == 1 or a == 2`: either value of one field. */
function readAlternatives(parts: Expression[]): Expectation[] | string {
  const found = parts
    .flatMap((part) => flatten(part).map(readPart))
    .filter(Array.isArray)
    .flat();
  const [first] = found;
  if (!first || found.some(({ field }) => field !== first.field))
    return "a form of expression that is not understood";
  return [{ ...first, accepted: found.flatMap(({ accepted }) => accepted) }];
}

function toExpectation(path: string, value: Literal): Expectation | string {
  if (path === "encoding") return { kind: "encoding", entry: null, field: path, accepted: [value] };
  const [, entry, field] = /^(?:feed|entries\[(\d+)\])\.(.+)$/.exec(path) ?? [];
  const kind = KINDS.find(([pattern]) => field !== undefined && pattern.test(field))?.[1];
  const isBlurb = entry === undefined && kind === "content";
  if (!kind || field === undefined || isBlurb) return reasonFor(path);
  return {
    // With no word in it, all there is to ask is that no word comes out.
    kind: isMarkupOnly(value) ? "markup" : kind,
    entry: entry === undefined ? null : Number(entry),
    field,
    accepted: [value],
  };
}

function isMarkupOnly(value: Literal): boolean {
  return typeof value === "string" && value.includes("<") && htmlToLine(value) === "";
}

function reasonFor(path: string): string {
  return (
    REASONS.find(([pattern]) => pattern.test(path))?.[1] ?? "a field that the archive does not keep"
  );
}
