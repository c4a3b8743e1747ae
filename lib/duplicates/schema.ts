import { z } from "zod";
import { PAIR_KINDS } from "#lib/duplicates/types.ts";

/** What a person can say of a pair. */
export const DECISIONS = [...PAIR_KINDS, "different"] as const;

export const pairIdSchema = z.uuid("There is no such pair");

export const pairDecisionSchema = z.object({
  pairId: pairIdSchema,
  decision: z.enum(DECISIONS),
  /** Of two that become one, the id of the one that stays; left out, the archive chooses. */
  keep: z.uuid("Choose which one stays").optional(),
});

export const pairUndoSchema = z.object({ pairId: pairIdSchema });

export type PairDecision = (typeof DECISIONS)[number];
