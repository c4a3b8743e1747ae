/**
 * How well the dates of a collection's articles are chosen, beside those that journalists chose
 * (Date-F1, Tran et al. 2013). As the published figures are taken, how many they chose and between
 * which days is given; the figure without those days is told as well.
 */
import { readDays, weighDays, weightiestDays, type ReadDays } from "#lib/happenings/weigh-days.ts";

export type TimelineSet = {
  id: string;
  topic: string;
  articles: { publishedOn: string; dates: string[]; text: string }[];
  timeline: { date: string }[];
  otherTimelines?: { date: string }[][];
};

export type DateRow = {
  chooser: string;
  /** Mean Date-F1 of all timelines, between the journalists' first and last day. */
  f1: number;
  /** The same among all days. */
  f1AllDays: number;
  /** Of each timeline, in the order of the file. */
  timelines: { set: string; dates: number; f1: number }[];
};

/** What a publication may count beside a mention; which is best is learned from other topics. */
const SHARES = [0, 0.1, 0.25, 0.5, 1];
type Weights = ReadonlyMap<string, number>;
type Chooser = (set: TimelineSet, read: readonly ReadDays[]) => Weights;

const COUNTED: Record<string, Chooser> = {
  publications: (set) => count(set, { publications: 1, mentions: 0 }),
  "publications + mentions": (set) => count(set, { publications: 1, mentions: 1 }),
};

/** The rows of both counts, of the archive's rule, and of that rule with its share learned elsewhere. */
export function scoreTimelines(sets: readonly TimelineSet[]): DateRow[] {
  const read = new Map(sets.map((set) => [set, readDays(set.articles)]));
  const weightsOf = (chooser: Chooser) =>
    new Map(sets.map((set) => [set, chooser(set, read.get(set) ?? [])]));
  const byShare = new Map(
    SHARES.map((share) => [share, weightsOf((_, articles) => weighDays(articles, share))]),
  );
  return [
    ...Object.entries(COUNTED).map(([name, chooser]) => scoreChooser(name, weightsOf(chooser))),
    scoreChooser(
      "this archive",
      weightsOf((_, articles) => weighDays(articles)),
    ),
    scoreChooser("learned, topic held out", chooseByOtherTopics(sets, byShare)),
  ];
}

function count(
  { articles }: TimelineSet,
  { publications, mentions }: { publications: number; mentions: number },
): Weights {
  const weights = new Map<string, number>();
  const add = (day: string, weight: number) => weights.set(day, (weights.get(day) ?? 0) + weight);
  for (const { publishedOn, dates } of articles) {
    add(publishedOn, publications);
    for (const date of dates) add(date, mentions);
  }
  return weights;
}

/** Each set by the share that does best on the sets of all other topics. */
function chooseByOtherTopics(
  sets: readonly TimelineSet[],
  byShare: ReadonlyMap<number, ReadonlyMap<TimelineSet, Weights>>,
): Map<TimelineSet, Weights> {
  const chosen = new Map<TimelineSet, Weights>();
  for (const set of sets) {
    let best = { f1: -1, weights: new Map() as Weights };
    for (const weights of byShare.values()) {
      const others = new Map([...weights].filter(([other]) => other.topic !== set.topic));
      const { f1 } = scoreChooser("", others.size > 0 ? others : weights);
      if (f1 > best.f1) best = { f1, weights: weights.get(set) ?? new Map() };
    }
    chosen.set(set, best.weights);
  }
  return chosen;
}

function scoreChooser(chooser: string, chosen: ReadonlyMap<TimelineSet, Weights>): DateRow {
  const scored = [...chosen].flatMap(([set, weights]) =>
    [set.timeline, ...(set.otherTimelines ?? [])].map((timeline) => {
      const gold = new Set(timeline.map(({ date }) => date));
      const days = [...gold].sort();
      const [first = "", last = ""] = [days[0], days.at(-1)];
      const between = new Map([...weights].filter(([day]) => first <= day && day <= last));
      return {
        ...{ set: set.id, dates: gold.size, f1: dateF1(between, gold) },
        f1AllDays: dateF1(weights, gold),
      };
    }),
  );
  return {
    chooser,
    f1: mean(scored.map(({ f1 }) => f1)),
    f1AllDays: mean(scored.map(({ f1AllDays }) => f1AllDays)),
    timelines: scored.map(({ set, dates, f1 }) => ({ set, dates, f1 })),
  };
}

/** Of as many days as there are wanted; where fewer are found at all, precision is of those. */
function dateF1(weights: Weights, gold: ReadonlySet<string>): number {
  const days = weightiestDays(weights, gold.size);
  const right = days.filter((day) => gold.has(day)).length;
  return right === 0 ? 0 : (2 * right) / (days.length + gold.size);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
