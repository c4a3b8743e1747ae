/**
 * Gathers articles into happenings, one article after another (single-pass clustering, as in topic
 * detection and tracking: Allan, Papka and Lavrenko, SIGIR 1998), then joins groups that have grown
 * together. Alike are two articles by the cosine of their weighed terms; an article and a group by
 * the mean over the group, less the further apart their days are. Groups are looked for under their
 * articles' most telling terms, so that time and memory grow with the number of articles.
 */
import { weighTerm, type TermFrequencies } from "#lib/text/terms.ts";
import { daysApart, nearnessOf, type Period } from "./nearness.ts";
import { TermVector } from "./term-vector.ts";

/**
 * From this mean cosine on an article joins a group. Measured by `npm run eval -- timelines` on
 * two sets of which neither is about what the other is: from .06 to .18 both stay above .80.
 */
export const SAME_HAPPENING = 0.1;
/** Terms of an article under which its group is found again. */
const LOOKUP_TERMS = 12;

export type GroupedArticle = {
  id: string;
  /** `YYYY-MM-DD` of its publication, where that is known. */
  day: string | null;
  /** How often each term stands in it, by hash (lib/text/terms.ts). */
  counts: ReadonlyMap<number, number>;
};

export type Group = {
  /** What it was begun as; null for one that was found. */
  key: string | null;
  /** Ids in the order in which they joined. */
  articles: string[];
  /** First and last day of publication; null while none is known. */
  days: Period | null;
};

type GroupInMaking = Group & { vector: TermVector; lookups: Set<number> };

/** Groups in the making: begin known ones, add articles, then take the groups. */
export class Grouping {
  readonly #frequencies: TermFrequencies;
  readonly #threshold: number;
  readonly #groups = new Set<GroupInMaking>();
  readonly #found = new Map<number, Set<GroupInMaking>>();

  constructor(frequencies: TermFrequencies, threshold = SAME_HAPPENING) {
    this.#frequencies = frequencies;
    this.#threshold = threshold;
  }

  /** Begins a group that a person or an earlier run made: it can grow, but is never joined to another such. */
  begin(key: string, articles: readonly GroupedArticle[]): void {
    const group = this.#open(key);
    for (const article of articles) this.#put(group, article, this.#weigh(article));
  }

  /** Puts an article into the group that it is most like, or begins one with it. */
  add(article: GroupedArticle): void {
    const weighed = this.#weigh(article);
    const days = article.day === null ? null : { first: article.day, last: article.day };
    const best = this.#mostAlike(weighed.vector, weighed.lookups, days, () => true);
    this.#put(best ?? this.#open(null), article, weighed);
  }

  /** The groups, after those were joined that are as alike as an article has to be to a group. */
  finish(): Group[] {
    const open = [...this.#groups];
    for (let group = open.pop(); group; group = open.pop()) {
      if (!this.#groups.has(group)) continue;
      const one = group;
      const isOther = (other: GroupInMaking) =>
        other !== one && (other.key === null || one.key === null);
      const other = this.#mostAlike(one.vector, one.lookups, one.days, isOther);
      if (other) open.push(this.#join(one, other));
    }
    return [...this.#groups].map(({ key, articles, days }) => ({ key, articles, days }));
  }

  #open(key: string | null): GroupInMaking {
    const group = {
      key,
      articles: [],
      days: null,
      vector: new TermVector(),
      lookups: new Set<number>(),
    };
    this.#groups.add(group);
    return group;
  }

  #weigh({ counts }: GroupedArticle): Weighed {
    const weights = [...counts]
      .map(([hash, count]): [number, number] => [hash, weighTerm(hash, count, this.#frequencies)])
      .filter(([, weight]) => weight > 0)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const lookups = new Set(weights.slice(0, LOOKUP_TERMS).map(([hash]) => hash));
    return { vector: TermVector.ofUnitLength(weights), lookups };
  }

  #put(group: GroupInMaking, { id, day }: GroupedArticle, { vector, lookups }: Weighed): void {
    group.articles.push(id);
    this.#grow(group, vector, lookups, day === null ? null : { first: day, last: day });
  }

  #grow(
    group: GroupInMaking,
    vector: TermVector,
    lookups: ReadonlySet<number>,
    days: Period | null,
  ): void {
    group.vector.add(vector);
    group.days = spanning(group.days, days);
    for (const hash of lookups) {
      group.lookups.add(hash);
      const under = this.#found.get(hash) ?? new Set();
      this.#found.set(hash, under.add(group));
    }
  }

  #mostAlike(
    vector: TermVector,
    lookups: ReadonlySet<number>,
    days: Period | null,
    isMeant: (group: GroupInMaking) => boolean,
  ): GroupInMaking | null {
    let best: GroupInMaking | null = null;
    let bestLikeness = this.#threshold;
    const seen = new Set<GroupInMaking>();
    for (const hash of lookups) {
      for (const group of this.#found.get(hash) ?? []) {
        if (seen.has(group) || !isMeant(group)) continue;
        seen.add(group);
        const likeness = vector.meanCosine(group.vector) * nearnessOf(daysApart(days, group.days));
        if (likeness < bestLikeness || (likeness === bestLikeness && best)) continue;
        [best, bestLikeness] = [group, likeness];
      }
    }
    return best;
  }

  #join(one: GroupInMaking, other: GroupInMaking): GroupInMaking {
    const [into, from] = one.key === null && other.key !== null ? [other, one] : [one, other];
    this.#groups.delete(from);
    for (const hash of from.lookups) this.#found.get(hash)?.delete(from);
    into.articles.push(...from.articles);
    this.#grow(into, from.vector, from.lookups, from.days);
    return into;
  }
}

type Weighed = { vector: TermVector; lookups: ReadonlySet<number> };

function spanning(a: Period | null, b: Period | null): Period | null {
  if (a === null || b === null) return a ?? b;
  return {
    first: a.first < b.first ? a.first : b.first,
    last: a.last > b.last ? a.last : b.last,
  };
}
