import type { EventKind } from "#lib/events/schema.ts";
import type { PictureEntry } from "#lib/timeline/types.ts";

/** Where nothing else tells, what heads of state do together comes before what one side does. */
const KIND_ORDER = [
  "agreement",
  "summit",
  "negotiation",
  "meeting",
  "visit",
  "vote",
  "military",
  "aid",
  "sanction",
  "call",
  "statement",
] satisfies EventKind[];
const RANK_BY_KIND = new Map<string, number>(KIND_ORDER.map((kind, rank) => [kind, rank]));

type Ranked = Pick<PictureEntry, "weight" | "lanes" | "kind" | "from" | "id">;

/** Below 0 where the first is to be named before the second; never 0 of two different ones. */
export function compareImportance(one: Ranked, other: Ranked): number {
  return (
    other.weight - one.weight ||
    other.lanes.length - one.lanes.length ||
    rankOf(one) - rankOf(other) ||
    one.from - other.from ||
    (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  );
}

function rankOf({ kind }: Ranked): number {
  return RANK_BY_KIND.get(kind) ?? KIND_ORDER.length;
}
