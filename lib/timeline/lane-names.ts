import { LANES } from "#lib/events/data-lanes.ts";
import { COMMITMENT_LANE, OTHER_LANE, type PictureLane } from "#lib/timeline/types.ts";

const COMMITMENTS = { id: COMMITMENT_LANE, code: "◆", name: "Commitments" } as const;
const OTHER = { id: OTHER_LANE, code: "··", name: "Elsewhere" } as const;

/** A lane's code and name; also of that for all that is in none of the five. */
export function nameOfLane(id: PictureLane): { code: string; name: string } {
  if (id === COMMITMENT_LANE) return COMMITMENTS;
  return LANES.find((lane) => lane.id === id) ?? OTHER;
}
