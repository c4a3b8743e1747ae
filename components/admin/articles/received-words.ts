import type { VersionLine } from "#lib/articles/types-admin.ts";

/** How an original came, in a few words that fit after its name or its day. */
export const RECEIVED_WORDS: Readonly<Record<VersionLine["receivedVia"], string>> = {
  paste: "pasted",
  upload: "uploaded",
  api: "received over the API",
  command_line: "imported on the command line",
  demo: "part of the demo archive",
  fetch: "fetched",
};
