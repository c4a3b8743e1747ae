import { getTermFrequencies, SAMPLED_ARTICLES } from "#lib/duplicates/data-candidates.ts";
import { termsOf, weighTerm } from "#lib/text/terms.ts";
import type { TellingTerm } from "#lib/duplicates/types.ts";
import { database } from "#lib/db/client.ts";

const MAX_TELLING_TERMS = 24;
/**
 * Of terms that no two articles of the sample hold, only so many: most stand nowhere else. Where the
 * sample is the whole archive, all of them do.
 */
const MAX_UNKNOWN_TERMS = 3;
/** A name tells more than another word that is as rare. */
const NAME_FACTOR = 1.5;
/** In a sample of 2,000 articles: at most one in 200 of a large archive. */
const RARE_IN_SAMPLE = 10;

/**
 * The terms of a headline and a text by which other articles can be known as like it, the most telling
 * first: often here, rarely elsewhere, and not here alone as far as that is known.
 */
export async function listTellingTerms(headline: string, text: string): Promise<TellingTerm[]> {
  const { counts, words } = termsOf(headline, text);
  const frequencies = await getTermFrequencies(database);
  const maxUnknown = frequencies.articles < SAMPLED_ARTICLES ? 0 : MAX_UNKNOWN_TERMS;
  const isKnown = ({ hash }: TellingTerm) => frequencies.articlesWith.has(hash);
  const terms = [...counts]
    .map(([hash, count]) => {
      const word = words.get(hash) ?? "";
      const factor = /^\p{Lu}/u.test(word) ? NAME_FACTOR : 1;
      const weight = factor * weighTerm(hash, count, frequencies);
      const isRare = (frequencies.articlesWith.get(hash) ?? 0) <= RARE_IN_SAMPLE;
      return { hash, word, weight, isRare };
    })
    .filter(({ word, weight }) => word !== "" && weight > 0)
    .sort(byWeight);
  const unknown = terms.filter((term) => !isKnown(term)).slice(0, maxUnknown);
  return [...terms.filter(isKnown), ...unknown].sort(byWeight).slice(0, MAX_TELLING_TERMS);
}

function byWeight(a: TellingTerm, b: TellingTerm): number {
  return b.weight - a.weight || a.hash - b.hash;
}
