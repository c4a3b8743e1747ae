/** What of a tree is words and nothing else, as the database is asked for it. */
import type { Phrase, QueryNode, TextScope } from "#lib/search/query-tree.ts";

/** The weights under which the parts of an article stand in its search row (a trigger sets them). */
const WEIGHTS: Readonly<Record<TextScope, string>> = { any: "", title: "A", body: "C" };

/** True where the words of a text alone tell whether it matches. */
export function isText(node: QueryNode): boolean {
  switch (node.type) {
    case "phrase":
    case "near":
      return true;
    case "not":
      return isText(node.part);
    case "and":
    case "or":
      return node.parts.every(isText);
    default:
      return false;
  }
}

/** True where whatever matches holds some word: only then does an index find it. */
function isPositive(node: QueryNode): boolean {
  if (node.type === "and") return node.parts.some(isPositive);
  if (node.type === "or") return node.parts.every(isPositive);
  return node.type !== "not";
}

/**
 * The parts of an `and` or `or`, those of text joined into one where an index finds it. Stop words
 * count for nothing beside other words, and by themselves would be found nowhere.
 */
export function withTextsJoined({
  type,
  parts,
}: Extract<QueryNode, { type: "and" | "or" }>): QueryNode[] {
  const isJoined = (part: QueryNode) => isText(part) && (type === "and" || isPositive(part));
  const texts = parts.filter(isJoined);
  if (texts.length < 2 || !texts.some(isPositive)) return parts;
  return [{ type, parts: texts }, ...parts.filter((part) => !isJoined(part))];
}

/** A phrase as the database takes it: `weights` are the letters of the parts in which it may stand. */
export type AskedPhrase = Pick<Phrase, "words" | "isPrefix"> & { weights: string };
export type AskedText =
  | ({ type: "phrase" } & AskedPhrase)
  | { type: "near"; left: AskedPhrase; right: AskedPhrase; distance: number }
  | { type: "and" | "or"; parts: AskedText[] }
  | { type: "not"; part: AskedText };

/** Words, phrases and nearness as the database's `archive_tsquery` takes them. Throws `RangeError` where the tree is not of text. */
export function toAskedText(node: QueryNode): AskedText {
  switch (node.type) {
    case "phrase":
      return { type: "phrase", ...toAskedPhrase(node) };
    case "near": {
      const { left, right, distance } = node;
      return { type: "near", left: toAskedPhrase(left), right: toAskedPhrase(right), distance };
    }
    case "not":
      return { type: "not", part: toAskedText(node.part) };
    case "and":
    case "or":
      return { type: node.type, parts: node.parts.map(toAskedText) };
    default:
      throw new RangeError(`No text: ${node.type}`);
  }
}

/** What a reader wants to see of a match: its words in article or statement, without excluded ones. */
function wantedPhrases(node: QueryNode | null): Phrase[] {
  switch (node?.type) {
    case "phrase":
      return [node];
    case "near":
      return [node.left, node.right];
    case "said":
      return wantedPhrases(node.part);
    case "and":
    case "or":
      return node.parts.flatMap(wantedPhrases);
    default:
      return [];
  }
}

/** Their words in small letters, each once. */
export function wantedWords(node: QueryNode | null): string[] {
  const words = wantedPhrases(node).flatMap(({ words }) => words.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...new Set(words.map((word) => word.toLowerCase()))];
}

/** Any of them, in a text of no parts, such as a passage whose matches are marked; null: none. */
export function toMarks(node: QueryNode | null): QueryNode | null {
  const parts = wantedPhrases(node).map((phrase): QueryNode => ({
    type: "phrase",
    ...phrase,
    scope: "any",
  }));
  return parts.length > 0 ? { type: "or", parts } : null;
}

// No text of the database holds the character.
function toAskedPhrase({ words, isPrefix, scope }: Phrase): AskedPhrase {
  return { words: words.replaceAll("\0", " "), isPrefix, weights: WEIGHTS[scope] };
}
