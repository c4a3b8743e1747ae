import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { MergeItem } from "#lib/audit/types.ts";
import { MERGE_UNDO_DAYS } from "#lib/db/merge-record.ts";
import type { FormAction } from "#lib/http/form-state.ts";

type MergedNoticeProps = {
  into: { name: string; href: string };
  merge: MergeItem | null;
  undo: FormAction;
  hidden: Readonly<Record<string, string>>;
};

/** Says what a thing was merged into, and offers the way back while there is one. */
export function MergedNotice({ into, merge, undo, hidden }: MergedNoticeProps) {
  return (
    <Notice tone="warning">
      <p>
        Merged into <a href={into.href}>{into.name}</a>
        {merge && (
          <>
            {" by "}
            {merge.who}, <Instant at={merge.at} />
          </>
        )}
        . Its address leads there.
      </p>
      {merge?.isUndoable ? (
        <ActionForm action={undo} hidden={hidden} submit="Undo the merge" tone="plain" />
      ) : (
        <p>It is too late to undo this, which is possible for {MERGE_UNDO_DAYS} days.</p>
      )}
    </Notice>
  );
}
