import { countIndependent, type Coverage } from "#lib/events/independence.ts";
import { highestRank, type OfficeRank } from "#lib/events/office-rank.ts";
import type { EventKind } from "#lib/events/schema.ts";

/** What an event's importance is computed from. */
export type WeighedEvent = {
  kind: EventKind;
  coverage: Coverage;
  /** People who took part, with the titles of their offices on its first day. */
  people: readonly { name: string; offices: readonly string[] }[];
  /** Other events that it is linked with. */
  links: number;
};

export type ImportanceReason = {
  about: "coverage" | "offices" | "kind" | "links";
  points: number;
  /** The most that this can give. */
  of: number;
  /** In words for readers. */
  text: string;
};

export type Importance = {
  /** 0 to 100: the sum of the reasons' points. */
  score: number;
  reasons: ImportanceReason[];
};

const COVERAGE_POINTS = 30;
/** One outlet gives as much, and each doubling of them as much again. */
const POINTS_PER_DOUBLING = 10;
const OFFICE_POINTS = 30;
const POINTS_BY_RANK: Readonly<Record<OfficeRank, number>> = { head: 8, minister: 3, other: 1 };
const KIND_POINTS = 20;
/** By how much commonly follows from a thing of this kind: what binds or brings together most. */
const POINTS_BY_KIND: Readonly<Record<EventKind, number>> = {
  ...{ agreement: 20, summit: 20, military: 16, negotiation: 14, sanction: 12, vote: 12 },
  ...{ meeting: 12, visit: 12, aid: 10, call: 8, statement: 6, other: 4 },
};
const LINK_POINTS = 20;
const POINTS_PER_LINK = 4;
const NAMED_HEADS = 4;

/**
 * How important an event is, and why: how many independent outlets report it, which offices those
 * held who took part, what kind of thing it is and how much else it is linked with. What an editor
 * thinks of it is not in it (lib/events/weight.ts).
 */
export function importanceOf(event: WeighedEvent): Importance {
  const reasons = [
    coverageReason(event.coverage),
    officesReason(event.people),
    kindReason(event.kind),
    linksReason(event.links),
  ];
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}

function coverageReason(coverage: Coverage): ImportanceReason {
  const { count } = countIndependent(coverage);
  const points = Math.min(COVERAGE_POINTS, Math.round(POINTS_PER_DOUBLING * Math.log2(1 + count)));
  const text =
    count === 0
      ? "No outlet is known to report it."
      : `${count} independent ${count === 1 ? "outlet reports" : "outlets report"} it.`;
  return { about: "coverage", points, of: COVERAGE_POINTS, text };
}

function officesReason(people: WeighedEvent["people"]): ImportanceReason {
  const ranked = people.map(({ name, offices }) => ({ name, rank: highestRank(offices) }));
  const sum = ranked.reduce((total, { rank }) => total + POINTS_BY_RANK[rank], 0);
  return {
    about: "offices",
    points: Math.min(OFFICE_POINTS, sum),
    of: OFFICE_POINTS,
    text: officesInWords(ranked),
  };
}

function officesInWords(ranked: readonly { name: string; rank: OfficeRank }[]): string {
  if (ranked.length === 0) return "Nobody is named as taking part.";
  const heads = ranked.filter(({ rank }) => rank === "head").map(({ name }) => name);
  const ministers = ranked.filter(({ rank }) => rank === "minister").length;
  const others = ranked.length - heads.length - ministers;
  const named = heads.length > NAMED_HEADS ? "" : ` (${heads.join(", ")})`;
  const parts = [
    heads.length > 0 &&
      `${heads.length} ${heads.length === 1 ? "head" : "heads"} of state, government or a body of states${named}`,
    ministers > 0 && `${ministers} of ministers’ rank`,
    others > 0 && `${others} ${others === 1 ? "other" : "others"}`,
  ].filter(Boolean);
  return `Taking part: ${parts.join("; ")}.`;
}

function kindReason(kind: EventKind): ImportanceReason {
  const text = kind === "other" ? "It is of no kind that weighs." : `Its kind: ${kind}.`;
  return { about: "kind", points: POINTS_BY_KIND[kind], of: KIND_POINTS, text };
}

function linksReason(links: number): ImportanceReason {
  const text =
    links === 0
      ? "It is linked with no other event."
      : `It is linked with ${links} other ${links === 1 ? "event" : "events"}.`;
  return {
    about: "links",
    points: Math.min(LINK_POINTS, POINTS_PER_LINK * links),
    of: LINK_POINTS,
    text,
  };
}
