/** What of a tree is words and nothing else, as the text that PostgreSQL's `to_tsquery` reads. */
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
export function isPositive(node: QueryNode): boolean {
  if (node.type === "and") return node.parts.some(isPositive);
  if (node.type === "or") return node.parts.every(isPositive);
  return node.type !== "not";
}

/** True where some word may go on, which `to_tsquery` would stem. */
export function hasPrefix(node: QueryNode): boolean {
  switch (node.type) {
    case "phrase":
      return node.isPrefix;
    case "near":
      return node.left.isPrefix || node.right.isPrefix;
    case "not":
      return hasPrefix(node.part);
    case "and":
    case "or":
      return node.parts.some(hasPrefix);
    default:
      return false;
  }
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

/** The same with both words wanted in place of their nearness: for what only weighs matches. */
export function withoutNearness(node: QueryNode): QueryNode {
  switch (node.type) {
    case "near": {
      const parts = [node.left, node.right].map((each) => ({ type: "phrase" as const, ...each }));
      return { type: "and", parts };
    }
    case "not":
      return { type: "not", part: withoutNearness(node.part) };
    case "and":
    case "or":
      return { type: node.type, parts: node.parts.map(withoutNearness) };
    default:
      return node;
  }
}

/** Words, phrases and nearness as `to_tsquery` takes them. Throws where the tree is not of text. */
export function toTsqueryText(node: QueryNode): string {
  switch (node.type) {
    case "phrase":
      return wordsText(node.words, weightsOf(node));
    case "near":
      return nearText(node);
    case "not":
      return `!${toTsqueryText(node.part)}`;
    case "and":
    case "or":
      return `(${node.parts.map(toTsqueryText).join(node.type === "and" ? " & " : " | ")})`;
    default:
      throw new RangeError(`No text: ${node.type}`);
  }
}

/** Within quotes PostgreSQL's parser takes words apart as it did those of the article. */
export function wordsText(words: string, weights: string): string {
  const quoted = `'${words.replaceAll("\0", " ").replace(/['\\]/g, "$&$&")}'`;
  return weights === "" ? quoted : `${quoted}:${weights}`;
}

/** The letters of the parts of an article in which it is looked for; "": anywhere. */
export function weightsOf({ scope }: Phrase): string {
  return WEIGHTS[scope];
}

/** What a reader wants to see of a match: its words in article or statement, without excluded ones. */
export function wantedPhrases(node: QueryNode | null): Phrase[] {
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

function nearText({ left, right, distance }: Extract<QueryNode, { type: "near" }>): string {
  const [one, other] = [left, right].map((each) => wordsText(each.words, weightsOf(each)));
  const ways = Array.from({ length: distance }, (_, i) => [
    `${one} <${i + 1}> ${other}`,
    `${other} <${i + 1}> ${one}`,
  ]);
  return `(${ways.flat().join(" | ")})`;
}
