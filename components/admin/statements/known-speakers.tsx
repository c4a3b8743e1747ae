import type { Option } from "#components/admin/form/form-field-types.ts";
import type { ActorChoice } from "#lib/actors/data-names.ts";

export const KNOWN_SPEAKERS = "known-speakers";

/** Whom a field can name, completed by the browser. */
export function KnownSpeakers({ actors }: { actors: readonly ActorChoice[] }) {
  return (
    <datalist id={KNOWN_SPEAKERS}>
      {toSpeakerOptions(actors).map(({ value, label }) => (
        <option key={value} value={value} label={label} />
      ))}
    </datalist>
  );
}

/** Each by name; one of several of a name goes by the id. */
export function toSpeakerOptions(actors: readonly ActorChoice[]): Option[] {
  const counts = new Map<string, number>();
  for (const { name } of actors) counts.set(name, (counts.get(name) ?? 0) + 1);
  return actors.map(({ id, name, kind, country }) => {
    const isOnly = counts.get(name) === 1;
    const label = [!isOnly && name, country ?? kind].filter(Boolean).join(", ");
    return { value: isOnly ? name : id, label };
  });
}
