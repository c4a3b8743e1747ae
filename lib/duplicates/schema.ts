import { z } from "zod";
import { PAIR_KINDS } from "#lib/duplicates/types.ts";

/** What a person can say of a pair. */
export const DECISIONS = [...PAIR_KINDS, "different"] as const;

export const pairIdSchema = z.uuid("There is no such pair");

export const pairDecisionSchema = z.object({ pairId: pairIdSchema, decision: z.enum(DECISIONS) });

export const pairUndoSchema = z.object({ pairId: pairIdSchema });

export type PairDecision = (typeof DECISIONS)[number];
