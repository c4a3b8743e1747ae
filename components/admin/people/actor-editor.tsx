import type { Option } from "#components/admin/form/form-field-types.ts";
import { actorFormFields } from "#components/admin/people/actor-form-fields.ts";
import { DefinitionForm } from "#components/admin/understanding/definition-form.tsx";
import { MergeSection } from "#components/admin/vocabulary/merge-section.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { editActorAction, mergeActorAction } from "#lib/actors/actions.ts";
import type { ActorForAdmin, NamedActor } from "#lib/actors/data-admin.ts";

type ActorEditorProps = {
  actor: ActorForAdmin;
  countries: readonly string[];
  mergeTargets: readonly NamedActor[];
};

/** Changes a person, organisation or country, or merges it into another. */
export function ActorEditor({ actor, countries, mergeTargets }: ActorEditorProps) {
  const hidden = { actorId: actor.id };
  const merge = (
    <MergeSection
      action={mergeActorAction}
      hidden={hidden}
      name={actor.name}
      moves="mentions and events, and copies names and offices"
      into={{
        kind: "suggested",
        name: "into",
        label: "Merge into",
        hint: "Begin to type a name, or give the last part of the other’s address.",
        options: mergeTargets.map(toOption),
        required: true,
      }}
    />
  );
  return (
    <MainAndAside aside={merge}>
      <Section title="Edit" id="edit">
        <DefinitionForm
          action={editActorAction}
          hidden={hidden}
          fields={actorFormFields(countries, actor)}
        />
      </Section>
    </MainAndAside>
  );
}

function toOption({ id, name }: NamedActor): Option {
  return { value: id, label: name };
}
