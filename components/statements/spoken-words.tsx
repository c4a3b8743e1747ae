import type { StatementKind } from "#lib/statements/schema.ts";

/** Words as said, in quotation marks; as the writer put them, in none beyond those they hold. */
export function SpokenWords({ kind, words }: { kind: StatementKind; words: string }) {
  return kind === "direct" ? <q>{words}</q> : words;
}
