import type { Stance } from "#lib/language/cue-stance.ts";

/** How it is called that somebody stands so to what they say: "claimed by …". */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  confirmed: "confirmed",
  denied: "denied or rejected",
  promised: "promised or agreed",
  claimed: "claimed",
};
