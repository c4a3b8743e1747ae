import type { Saying } from "#lib/events/types-evidence.ts";
import type { StancedStatement } from "#lib/statements/data-stances.ts";

/** Who said it, as a page names them. */
export function toSaying(statement: StancedStatement): Saying {
  const { id, path, stance, speaker, speakerText, isAnonymous, status } = statement;
  const unknown = isAnonymous ? "a source that is not named" : "somebody";
  return {
    ...{ statementId: id, path, stance, status },
    name: speaker?.name ?? speakerText ?? unknown,
    actorId: speaker?.id ?? null,
    offices: speaker?.offices ?? [],
  };
}
