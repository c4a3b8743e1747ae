import type { ActorChoice } from "#lib/actors/data-names.ts";

export const KNOWN_SPEAKERS = "known-speakers";

/** Whom a field can name, completed by the browser; one of several of a name goes by the id. */
export function KnownSpeakers({ actors }: { actors: readonly ActorChoice[] }) {
  const counts = new Map<string, number>();
  for (const { name } of actors) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (
    <datalist id={KNOWN_SPEAKERS}>
      {actors.map(({ id, name, kind, country }) => {
        const isOnly = counts.get(name) === 1;
        const about = [!isOnly && name, country ?? kind].filter(Boolean).join(", ");
        return <option key={id} value={isOnly ? name : id} label={about} />;
      })}
    </datalist>
  );
}
