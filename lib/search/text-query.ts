/** From a tree to what PostgreSQL's `to_tsquery` reads, where the tree is words and nothing else. */
import type { Phrase, QueryNode, TextScope } from "#lib/search/query-tree.ts";

/** The weights under which the parts of an article stand in its search row (a trigger sets them). */
const WEIGHTS: Readonly<Record<TextScope, string>> = { any: "", title: "A", body: "C" };

type TextOptions = {
  /** False for a text of no parts, such as a passage whose matches are marked. */
  hasParts: boolean;
};

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

/** Words, phrases and nearness as `to_tsquery` takes them. Throws where the tree is not of text. */
export function toTsqueryText(node: QueryNode, options: TextOptions = { hasParts: true }): string {
  switch (node.type) {
    case "phrase":
      return phraseText(node, options);
    case "near":
      return nearText(node, options);
    case "not":
      return `!${toTsqueryText(node.part, options)}`;
    case "and":
    case "or": {
      const parts = node.parts.map((part) => toTsqueryText(part, options));
      return `(${parts.join(node.type === "and" ? " & " : " | ")})`;
    }
    default:
      throw new RangeError(`No text: ${node.type}`);
  }
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

/** `to_tsquery` of any of the words that a reader wants to see; null where there are none. */
export function toMarkQueryText(node: QueryNode | null): string | null {
  const phrases = wantedPhrases(node).map((phrase) => phraseText(phrase, { hasParts: false }));
  return phrases.length > 0 ? phrases.join(" | ") : null;
}

function phraseText({ words, scope, isPrefix }: Phrase, { hasParts }: TextOptions): string {
  const weights = hasParts ? WEIGHTS[scope] : "";
  if (!isPrefix) return quoted(words) + labelled(weights);
  // A label holds for each word within quotes, so the last word of a phrase stands in its own.
  const each = words.trim().split(/\s+/);
  const parts = each.map((word, i) =>
    i === each.length - 1 ? `${quoted(word)}:*${weights}` : quoted(word) + labelled(weights),
  );
  return `(${parts.join(" <-> ")})`;
}

function nearText(
  { left, right, distance }: Extract<QueryNode, { type: "near" }>,
  options: TextOptions,
): string {
  const [one, other] = [phraseText(left, options), phraseText(right, options)];
  const ways = Array.from({ length: distance }, (_, i) => [
    `${one} <${i + 1}> ${other}`,
    `${other} <${i + 1}> ${one}`,
  ]);
  return `(${ways.flat().join(" | ")})`;
}

function labelled(weights: string): string {
  return weights && `:${weights}`;
}

/** Within quotes PostgreSQL's parser takes the words apart as it did those of the article. */
function quoted(words: string): string {
  return `'${words.replaceAll("\0", " ").replace(/['\\]/g, "$&$&")}'`;
}
