/** The stored terms that the words of a query come to. */
import { queryBytes } from "#lib/db/bytes.ts";
import { currentContentVersion } from "#lib/db/content-version.ts";
import { readTermQuery, type TermQuery } from "#lib/search/index/term-query.ts";
import type { Phrase } from "#lib/search/query-tree.ts";
import { toAskedText } from "#lib/search/text-query.ts";

/** What PostgreSQL answered need not be asked again until a spelling or a name may have changed. */
const MAX_KNOWN = 5_000;
const known = new Map<string, TermQuery | null>();
let knownSince: number | null = null;

const keyOf = ({ words, scope, isPrefix }: Phrase) => JSON.stringify([words, scope, isPrefix]);

/** What each phrase looks for; null where it is of words too common to be stored. */
export async function readTerms(
  phrases: readonly Phrase[],
): Promise<(phrase: Phrase) => TermQuery | null> {
  const version = currentContentVersion();
  if (version !== knownSince) known.clear();
  knownSince = version;
  const byKey = new Map(phrases.map((phrase) => [keyOf(phrase), phrase]));
  const unknown = [...byKey].filter(([key]) => !known.has(key));
  const answers = new Map([...byKey.keys()].map((key) => [key, known.get(key) ?? null]));
  if (unknown.length > 0) {
    // Past Prisma, which would take as long again as the question.
    const rows = await queryBytes<{ query: string }>({
      name: "search_terms",
      text: `SELECT archive_tsquery(node)::text AS query
        FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS asked (node, number)
        ORDER BY number`,
      values: [
        JSON.stringify(unknown.map(([, phrase]) => toAskedText({ type: "phrase", ...phrase }))),
      ],
    });
    unknown.forEach(([key], i) => {
      const query = readTermQuery(rows[i]?.query ?? "");
      answers.set(key, query);
      if (version !== null && version === currentContentVersion()) remember(key, query);
    });
  }
  return (phrase) => answers.get(keyOf(phrase)) ?? null;
}

function remember(key: string, query: TermQuery | null): void {
  known.set(key, query);
  const oldest = known.keys().next().value;
  if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
}
