import { ActionForm } from "#components/admin/form/action-form.tsx";
import { outletFormFields } from "#components/admin/outlets/outlet-form-fields.ts";
import { MergeSection } from "#components/admin/vocabulary/merge-section.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { editOutletAction, mergeOutletAction } from "#lib/outlets/actions.ts";
import type { NamedOutlet, OutletForAdmin } from "#lib/outlets/data-admin.ts";
import type { TopicRef } from "#lib/topics/types.ts";

type OutletEditorProps = {
  outlet: OutletForAdmin;
  topics: readonly TopicRef[];
  mergeTargets: readonly NamedOutlet[];
};

/** Changes an outlet, or merges it into another. */
export function OutletEditor({ outlet, topics, mergeTargets }: OutletEditorProps) {
  const hidden = { outletId: outlet.id };
  const merge = (
    <MergeSection
      action={mergeOutletAction}
      hidden={hidden}
      name={outlet.name}
      moves="its articles, now and later,"
      into={{
        kind: "choice",
        name: "into",
        label: "Merge into",
        options: [
          { value: "", label: "choose an outlet" },
          ...mergeTargets.map(({ id, name }) => ({ value: id, label: name })),
        ],
        required: true,
      }}
    />
  );
  return (
    <MainAndAside aside={merge}>
      <Section title="Edit" id="edit">
        <ActionForm
          action={editOutletAction}
          hidden={hidden}
          fields={outletFormFields(topics, outlet)}
          submit="Save"
        />
      </Section>
    </MainAndAside>
  );
}
