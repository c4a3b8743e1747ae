/** The stored terms that the words of a query come to. */
import { database, UNNAMED } from "#lib/db/client.ts";
import { currentContentVersion } from "#lib/db/content-version.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { tsqueryOf } from "#lib/search/data-tsquery.ts";
import { readTermQuery, type TermQuery } from "#lib/search/index/term-query.ts";
import type { Phrase } from "#lib/search/query-tree.ts";

/** What PostgreSQL answered need not be asked again until a spelling or a name may have changed. */
const MAX_KNOWN = 5_000;
const known = new Map<string, TermQuery | null>();
let knownSince: number | null = null;

const { sql } = Prisma;
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
    const queries = unknown.map(
      ([, phrase]) => sql`${tsqueryOf({ type: "phrase", ...phrase })}::text`,
    );
    const [row] = await database.$queryRaw<{ queries: string[] }[]>`
      SELECT ARRAY[${Prisma.join(queries)}] AS queries ${Prisma.raw(UNNAMED)}`;
    unknown.forEach(([key], i) => {
      const query = readTermQuery(row?.queries[i] ?? "");
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
