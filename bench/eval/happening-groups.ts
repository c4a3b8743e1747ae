/** How well coverage is grouped into happenings, beside simpler ways of grouping it (B-cubed). */
import { Grouping, SAME_HAPPENING } from "#lib/happenings/group-articles.ts";
import { countTerms, termsOf } from "#lib/text/terms.ts";
import { scoreGroups, type BCubed } from "./b-cubed.ts";
import type { DuplicateItem, DuplicateSet } from "./duplicate-sets.ts";
import { findAsImported } from "./pair-finders.ts";

/** What a threshold is chosen from on one set, to be measured on the other. */
const THRESHOLDS = [0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2];

export type GroupRow = {
  set: string;
  grouper: string;
  articles: number;
  groups: number;
  gold: number;
  scores: BCubed;
  milliseconds: number;
};

type Grouper = (items: readonly DuplicateItem[]) => number[];

const SIMPLER: Record<string, Grouper> = {
  "each alone": (items) => items.map((_, i) => i),
  "joined pairs": joinPairs,
};

/** The rows of every set: simpler ways, the archive's, and with the threshold best on the other sets. */
export function scoreGrouping(sets: readonly DuplicateSet[]): GroupRow[] {
  return sets.flatMap((set) => [
    ...Object.entries(SIMPLER).map(([name, grouper]) => scoreSet(set, name, grouper)),
    scoreSet(set, "this archive", (items) => groupWith(SAME_HAPPENING)(items)),
    ...elsewhere(set, sets),
  ]);
}

function elsewhere(set: DuplicateSet, sets: readonly DuplicateSet[]): GroupRow[] {
  const others = sets.filter((other) => other !== set);
  if (others.length === 0) return [];
  const quality = (threshold: number) =>
    others.reduce((sum, other) => sum + scoreSet(other, "", groupWith(threshold)).scores.f1, 0);
  const scored = THRESHOLDS.map((threshold) => ({ threshold, quality: quality(threshold) }));
  const [best] = scored.sort((a, b) => b.quality - a.quality);
  const threshold = best?.threshold ?? SAME_HAPPENING;
  return [scoreSet(set, `threshold of the other (${threshold})`, groupWith(threshold))];
}

function scoreSet({ name, items }: DuplicateSet, grouper: string, group: Grouper): GroupRow {
  const startedAt = performance.now();
  const found = group(items);
  const milliseconds = Math.round(performance.now() - startedAt);
  const gold = items.map((item) => item.group);
  return {
    ...{ set: name, grouper, articles: items.length, milliseconds },
    groups: new Set(found).size,
    gold: new Set(gold).size,
    scores: scoreGroups(found, gold),
  };
}

/** As they would come in: in the order of publication, undated ones last. */
function groupWith(threshold: number): Grouper {
  return (items) => {
    const articles = items.map(({ article: { publishedOn, headline, body } }, i) => {
      return { id: String(i), day: publishedOn, counts: termsOf(headline, body).counts };
    });
    const frequencies = countTerms(articles.map(({ counts }) => counts.keys()));
    const grouping = new Grouping(frequencies, threshold);
    for (const article of articles.toSorted(byDay)) grouping.add(article);
    const found = new Array<number>(items.length).fill(-1);
    grouping.finish().forEach((group, number) => {
      for (const id of group.articles) found[Number(id)] = number;
    });
    return found;
  };
}

function byDay(a: { day: string | null }, b: { day: string | null }): number {
  return (a.day ?? "9999").localeCompare(b.day ?? "9999");
}

/** What the archive takes for coverage of one event, pair by pair, joined with all that hangs together. */
function joinPairs(items: readonly DuplicateItem[]): number[] {
  const leaders = items.map((_, i) => i);
  const leaderOf = (i: number): number =>
    leaders[i] === i ? i : (leaders[i] = leaderOf(leaders[i] as number));
  for (const { first, second } of findAsImported(items.map(({ article }) => article)))
    leaders[leaderOf(first)] = leaderOf(second);
  return items.map((_, i) => leaderOf(i));
}
