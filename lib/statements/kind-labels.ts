import type { StatementKind } from "#lib/statements/schema.ts";

/** How words are given: what readers are told of each kind. */
export const KIND_LABELS: Record<StatementKind, string> = {
  direct: "Direct quotation",
  mixed: "Partly quoted",
  indirect: "Reported speech",
};
