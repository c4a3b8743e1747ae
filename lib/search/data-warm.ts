/** Reads the lists of the most common words before anyone asks for them: each is megabytes in a large archive. */
import { setTimeout as delay } from "node:timers/promises";
import { queryBytes } from "#lib/db/bytes.ts";
import { viewIndex, whenSegmentsChange, type IndexView } from "#lib/search/data-index.ts";
import { readLists, readPlacedLists, type WantedTerm } from "#lib/search/data-lists.ts";

/** In a segment; what is shorter is read in no time. */
const MIN_ARTICLES = 200;
const MAX_TERMS = 10_000;
/** Of what is kept in memory: for the lists of articles, and for these together with places. */
const SHARE_OF_DOCS = 1 / 3;
const SHARE_IN_ALL = 3 / 4;
/** Read at once: longer, and a search that comes meanwhile would wait for it. */
const ARTICLES_AT_ONCE = 1_000_000;
/** Segments change more often while many articles come in. */
const REST_MS = 30_000;

/** A term and how many articles hold it. */
type CommonTerm = WantedTerm & { articles: number };

/**
 * Reads the index, then the lists of the words that most articles hold, the commonest first, and their places,
 * as far as three quarters of the memory for lists go. Once it has resolved, goes on in the background with
 * those of new segments, `restMs` after the first of them, until `signal` tells it to stop. Returns the words, as
 * the index stores them. Rejects where the index cannot be read.
 */
export async function keepSearchWarm(signal: AbortSignal, restMs = REST_MS): Promise<string[]> {
  const view = await viewIndex();
  const terms = await listCommonTerms();
  await readCommonLists(view, terms, signal);
  let running: Promise<void> | null = null;
  const stopListening = whenSegmentsChange(() => {
    running ??= readAgain(terms, { signal, restMs })
      // Whoever searches reads what is missing.
      .catch(() => undefined)
      .finally(() => (running = null));
  });
  if (signal.aborted) stopListening();
  signal.addEventListener("abort", stopListening, { once: true });
  return terms.map(({ term }) => term);
}

async function listCommonTerms(): Promise<CommonTerm[]> {
  const rows = await queryBytes<{ term: string; articles: number }>({
    text: `SELECT term, sum(articles)::int4 AS articles FROM search_postings
      WHERE articles >= $1 GROUP BY term ORDER BY articles DESC, term LIMIT $2`,
    values: [MIN_ARTICLES, MAX_TERMS],
  });
  return rows.map((row) => ({ ...row, isPrefix: false }));
}

type Pace = { signal: AbortSignal; restMs: number };

async function readAgain(terms: readonly CommonTerm[], { signal, restMs }: Pace): Promise<void> {
  await delay(restMs, undefined, { signal, ref: false });
  await readCommonLists(await viewIndex(), terms, signal);
}

/** Ends early where a segment was joined to others meanwhile: of that it is told. */
async function readCommonLists(
  view: IndexView,
  terms: readonly CommonTerm[],
  signal: AbortSignal,
): Promise<void> {
  const isRoom = (share: number) => !signal.aborted && view.cache.fill < share;
  for (const some of inParts(terms)) {
    if (!isRoom(SHARE_OF_DOCS)) break;
    if ((await readLists(view, some)) === null) return;
  }
  for (const some of inParts(terms)) {
    if (!isRoom(SHARE_IN_ALL)) break;
    const lists = await readLists(view, some);
    if (lists === null || (await readPlacedLists(view, some, lists)) === null) return;
  }
}

/** Some after the other, as many as may be read at once. */
function* inParts(terms: readonly CommonTerm[]): Generator<CommonTerm[]> {
  let part: CommonTerm[] = [];
  let articles = 0;
  for (const term of terms) {
    if (part.length > 0 && articles + term.articles > ARTICLES_AT_ONCE) {
      yield part;
      [part, articles] = [[], 0];
    }
    part.push(term);
    articles += term.articles;
  }
  if (part.length > 0) yield part;
}
