import type { VersionLine } from "#lib/articles/types-admin.ts";

/** What became of a version, in a few words. */
export const STATE_WORDS: Readonly<Record<VersionLine["state"], string>> = {
  taken: "became a revision",
  unchanged: "says the same",
  proposed: "waits for a decision",
  set_aside: "set aside",
  kept: "kept, nobody was asked",
};
