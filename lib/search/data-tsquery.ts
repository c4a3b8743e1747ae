/** The text of a query as a `tsquery`, in SQL. */
import { Prisma } from "#lib/db/generated/client.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";
import { hasPrefix, toTsqueryText, weightsOf, wordsText } from "#lib/search/text-query.ts";

const { sql } = Prisma;

/**
 * Words, phrases and nearness as PostgreSQL looks for them, made once for a whole statement. Without beginnings of words the SQL is
 * always the same, so that its plan is kept. Throws `RangeError` where the tree is not of text.
 */
export function tsqueryOf(node: QueryNode): Prisma.Sql {
  // Outside a query of its own it would be made again for each row.
  return sql`(SELECT ${made(node)})`;
}

function made(node: QueryNode): Prisma.Sql {
  if (!hasPrefix(node)) return sql`to_tsquery('archive_english', ${toTsqueryText(node)})`;
  switch (node.type) {
    case "phrase":
      return phraseQuery(node);
    case "near": {
      const { left, right, distance } = node;
      return sql`near_tsquery(${phraseQuery(left)}, ${phraseQuery(right)}, ${distance}::int)`;
    }
    case "not":
      return sql`(!! ${made(node.part)})`;
    case "and":
    case "or":
      return sql`(${Prisma.join(node.parts.map(made), node.type === "and" ? " && " : " || ")})`;
    default:
      throw new RangeError(`No text: ${node.type}`);
  }
}

function phraseQuery(phrase: Phrase): Prisma.Sql {
  const { words, isPrefix } = phrase;
  const weights = weightsOf(phrase);
  if (!isPrefix) return sql`to_tsquery('archive_english', ${wordsText(words, weights)})`;
  const each = words
    .replaceAll("\0", " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first, last] = [each.slice(0, -1).join(" "), each.at(-1)];
  return sql`prefix_tsquery(${first}, ${last}, ${weights})`;
}
