/** Reads the lists of the most common words before anyone asks for them: each is megabytes in a large archive. */
import { setImmediate, setTimeout as delay } from "node:timers/promises";
import { queryBytes } from "#lib/db/bytes.ts";
import { log } from "#lib/log.ts";
import { viewIndex, whenListsAreLost } from "#lib/search/data-index.ts";
import { readLists, readPlacedLists } from "#lib/search/data-lists.ts";
import { chooseCommon, inParts, type CommonTerm } from "#lib/search/index/common-terms.ts";
import { MAX_BYTES } from "#lib/search/index/term-cache.ts";

/** In a segment; what is shorter is read in no time. The index `search_postings_common` has the number, too. */
const MIN_ARTICLES = 200;
const MAX_TERMS = 10_000;
/** Segments change more often while many articles come in. */
const REST_MS = 30_000;

/**
 * Reads the index, then the lists of the words that most articles hold, and their places, as far as three
 * quarters of the memory for lists go. Once it has resolved, reads what is lost of them as segments are joined,
 * `restMs` after a search has come upon that, until `signal` tells it to stop. Returns the words, as the index
 * stores them, the commonest first. Rejects where they cannot be read.
 */
export async function keepSearchWarm(signal: AbortSignal, restMs = REST_MS): Promise<string[]> {
  let isDue = false;
  let isReading = true;
  const readAgain = async () => {
    isReading = true;
    while (isDue) {
      await delay(restMs, undefined, { signal, ref: false });
      isDue = false;
      await readCommonLists(signal);
    }
  };
  const whenLost = () => {
    isDue = true;
    if (isReading) return;
    readAgain()
      // Whoever searches reads what is missing.
      .catch((error: unknown) => !signal.aborted && log.warn({ err: error }, "search stays cold"))
      .finally(() => (isReading = false));
  };
  signal.addEventListener("abort", whenListsAreLost(whenLost), { once: true });
  try {
    return (await readCommonLists(signal)).map(({ term }) => term);
  } finally {
    isReading = false;
    if (isDue) whenLost();
  }
}

/** Ends early where a segment was joined to others meanwhile: a search comes upon that. */
async function readCommonLists(signal: AbortSignal): Promise<CommonTerm[]> {
  const view = await viewIndex();
  const terms = await listCommonTerms();
  const { listed, placed } = chooseCommon(terms, MAX_BYTES);
  const readAll = async (some: CommonTerm[]) => {
    const lists = await readLists(view, some);
    return lists && readPlacedLists(view, some, lists);
  };
  const steps = [
    ...inParts(listed).map((some) => () => readLists(view, some)),
    ...inParts(placed).map((some) => () => readAll(some)),
    // Once more from the rarest on, which reads nothing: what was asked for first is let go first.
    ...inParts(listed.slice(placed.length).reverse()).map((some) => () => readLists(view, some)),
    ...inParts([...placed].reverse()).map((some) => () => readAll(some)),
  ];
  for (const step of steps) {
    // Others have their turn.
    await setImmediate();
    if (signal.aborted || (await step()) === null) break;
  }
  return terms;
}

async function listCommonTerms(): Promise<CommonTerm[]> {
  const rows = await queryBytes<{ term: string; articles: number }>({
    name: "search_common",
    text: `SELECT term, sum(articles)::int4 AS articles FROM search_postings
      WHERE articles >= ${MIN_ARTICLES} GROUP BY term ORDER BY articles DESC, term LIMIT $1`,
    values: [MAX_TERMS],
  });
  return rows.map((row) => ({ ...row, isPrefix: false }));
}
