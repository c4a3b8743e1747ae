import { database } from "#lib/db/client.ts";
import { checkWords, markDifferences, type WordsCheck } from "#lib/statements/check-words.ts";
import { listPassagesWith } from "#lib/statements/data-check-passages.ts";
import { withCarriers } from "#lib/statements/data-carriers.ts";
import { listStatementsByIds } from "#lib/statements/data-lines.ts";
import { WORDS_VERDICTS } from "#lib/statements/schema.ts";
import type { CheckMatch, QuotationCheck } from "#lib/statements/types-check.ts";
import { groupIdOf, wordKeys } from "#lib/statements/word-keys.ts";

/** A key that more statements have says little; only so many of them are looked at. */
const STATEMENTS_PER_KEY = 100;
/** Statements whose words are compared with those given: some 0.5 ms for each at the longest. */
const MAX_CANDIDATES = 30;
/** Statements that have every key of what is given are looked through so far for the shortest. */
const MAX_WITH_ALL_KEYS = 2_000;
export const MAX_MATCHES = 10;
const CARRIERS_SHOWN = 5;

type Candidate = { id: string; words: string; groupId: string; day: string | null };
type Ranked = Candidate & WordsCheck;

/**
 * Whether a quotation is in the archive: the public statements that it is a version of, the closest
 * first and of the same words the earliest, and the articles in whose text it stands elsewhere.
 * Nobody's time is spent on more than the bounds above, whatever is given.
 */
export async function checkQuotation(text: string): Promise<QuotationCheck> {
  const keys = wordKeys(text);
  if (keys.length === 0) return { verdict: "not_found", matches: [], passages: [] };
  const [candidates, passages] = await Promise.all([
    listCandidates(text, keys),
    listPassagesWith(text),
  ]);
  const matches = await describeMatches(text, rank(text, candidates));
  return { verdict: matches[0]?.verdict ?? "not_found", matches, passages };
}

async function listCandidates(text: string, keys: number[]): Promise<Candidate[]> {
  const [sameWords, withAll, withSome] = await Promise.all([
    listOfGroup(groupIdOf(text)),
    listWithAllKeys(keys),
    listWithSomeKeys(keys),
  ]);
  const byId = new Map([...sameWords, ...withAll, ...withSome].map((row) => [row.id, row]));
  return [...byId.values()];
}

/** The very words, by whomever and wherever; the earliest. */
async function listOfGroup(groupId: string | null): Promise<Candidate[]> {
  if (groupId === null) return [];
  return await database.$queryRaw<Candidate[]>`
    SELECT id, words, group_id AS "groupId", day::text FROM statements
    WHERE group_id = ${groupId}::uuid AND is_public
    ORDER BY day, id LIMIT ${MAX_MATCHES}`;
}

/** Those that hold all of the words, or nearly so: what is given is the whole or a part of them. */
async function listWithAllKeys(keys: number[]): Promise<Candidate[]> {
  return await database.$queryRaw<Candidate[]>`
    SELECT id, words, group_id AS "groupId", day::text FROM (
      SELECT id, words, group_id, day, cardinality(keys) AS size FROM statements
      WHERE keys @> ${keys}::int[] AND is_public LIMIT ${MAX_WITH_ALL_KEYS}
    ) found ORDER BY size, day, id LIMIT ${MAX_CANDIDATES}`;
}

/** Those that share most; keys that many statements have are followed only so far. */
async function listWithSomeKeys(keys: number[]): Promise<Candidate[]> {
  return await database.$queryRaw<Candidate[]>`
    SELECT id, words, group_id AS "groupId", day::text FROM statements JOIN (
      SELECT found.id, count(*) AS shared FROM unnest(${keys}::int[]) AS key
      CROSS JOIN LATERAL (
        SELECT id FROM statements WHERE keys @> ARRAY[key] AND is_public
        LIMIT ${STATEMENTS_PER_KEY}
      ) found
      GROUP BY found.id ORDER BY shared DESC, found.id LIMIT ${MAX_CANDIDATES}
    ) sharing USING (id)
    ORDER BY shared DESC, day, id`;
}

/** One for each group: the others of it are its carriers. */
function rank(text: string, candidates: readonly Candidate[]): Ranked[] {
  const ranked = candidates
    .flatMap((candidate): Ranked[] => {
      const check = checkWords(text, candidate.words);
      return check ? [{ ...candidate, ...check }] : [];
    })
    .sort(byCloseness);
  const seen = new Set<string>();
  const first = ranked.filter(({ groupId }) => !seen.has(groupId) && seen.add(groupId));
  return first.slice(0, MAX_MATCHES);
}

function byCloseness(a: Ranked, b: Ranked): number {
  const rankOf = ({ verdict }: Ranked) => WORDS_VERDICTS.indexOf(verdict);
  return (
    rankOf(a) - rankOf(b) ||
    b.common - a.common ||
    (a.day ?? "").localeCompare(b.day ?? "") ||
    (a.id < b.id ? -1 : 1)
  );
}

async function describeMatches(text: string, ranked: readonly Ranked[]): Promise<CheckMatch[]> {
  const lines = await listStatementsByIds(ranked.map(({ id }) => id));
  const entries = new Map(
    (await withCarriers(lines, CARRIERS_SHOWN)).map((entry) => [entry.id, entry]),
  );
  return ranked.flatMap(({ id, verdict, words, archived: { start, end } }): CheckMatch[] => {
    const statement = entries.get(id);
    if (!statement) return [];
    const here = words.slice(start, end);
    return [
      {
        ...{ verdict, statement, parts: markDifferences(here, text) },
        isCut: { before: start > 0, after: end < words.length },
      },
    ];
  });
}
