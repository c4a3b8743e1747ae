/** What the lines of an export are made of. */
import { z } from "zod";
import { JUDGEMENTS, RIGHTS } from "#lib/articles/schema.ts";

export const uuid = z.guid();
export const count = z.int().min(0);
export const offset = z.int().min(0);
export const share = z.number().min(0).max(1);
export const day = z.iso.date();
/** However the zone is written, the same instant reads the same. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const rights = z.enum(RIGHTS);
export const verification = z.enum(["to_verify", "verified"]);
export const judgement = z.enum(JUDGEMENTS);

export const sources = z.array(
  z.strictObject({
    position: count,
    publisher: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    stateMedia: z.boolean(),
  }),
);
