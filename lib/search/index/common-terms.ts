/** Which words' lists are worth holding in memory. */

/** A term and how many articles hold it. */
export type CommonTerm = { term: string; isPrefix: boolean; articles: number };

/** What a list takes for each article: its number and a byte of frequencies. */
const LIST_BYTES = 5;
/** What places take for each, about: where they begin, and the places themselves. */
const PLACES_BYTES = 8;
/** Of what may be held: for lists, and for these together with places. */
const SHARE_OF_LISTS = 1 / 3;
const SHARE_IN_ALL = 3 / 4;
/** Of articles read at once: longer, and a search that comes meanwhile would wait for it. */
const ARTICLES_AT_ONCE = 1_000_000;

/**
 * Of terms, the commonest first, those whose lists are to be held in so many bytes, and those of which the places
 * are, too.
 */
export function chooseCommon(
  terms: readonly CommonTerm[],
  bytes: number,
): { listed: CommonTerm[]; placed: CommonTerm[] } {
  const listed = takeWithin(terms, LIST_BYTES, bytes * SHARE_OF_LISTS);
  const used = LIST_BYTES * listed.reduce((sum, { articles }) => sum + articles, 0);
  return { listed, placed: takeWithin(listed, PLACES_BYTES, bytes * SHARE_IN_ALL - used) };
}

function takeWithin(terms: readonly CommonTerm[], each: number, bytes: number): CommonTerm[] {
  let left = bytes;
  const end = terms.findIndex(({ articles }) => (left -= articles * each) < 0);
  return terms.slice(0, end < 0 ? terms.length : end);
}

/** Some after the other, as many as are to be read at once. */
export function inParts(terms: readonly CommonTerm[]): CommonTerm[][] {
  const parts: CommonTerm[][] = [];
  let room = 0;
  for (const term of terms) {
    room -= term.articles;
    if (room < 0) {
      parts.push([]);
      room = ARTICLES_AT_ONCE - term.articles;
    }
    parts.at(-1)!.push(term);
  }
  return parts;
}
