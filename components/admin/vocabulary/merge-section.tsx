import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { Section } from "#components/ui/section.tsx";
import { MERGE_UNDO_DAYS } from "#lib/db/merge-record.ts";
import type { FormAction } from "#lib/http/form-state.ts";

type MergeSectionProps = {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** What is merged, by name. */
  name: string;
  /** What the merge moves, in words: "its articles and events". */
  moves: string;
  /** The field `into`, by which the other is chosen. */
  into: FormField;
};

/** Makes one of two things that were kept apart by mistake. */
export function MergeSection({ action, hidden, name, moves, into }: MergeSectionProps) {
  return (
    <Section title="Merge into another" id="merge">
      <p>
        Moves {moves} to the other; the address of “{name}” then leads there. You can undo it for{" "}
        {MERGE_UNDO_DAYS} days.
      </p>
      <ActionForm action={action} hidden={hidden} fields={[into]} submit="Merge" tone="danger" />
    </Section>
  );
}
