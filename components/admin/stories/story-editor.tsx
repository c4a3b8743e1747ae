import { ActionForm } from "#components/admin/form/action-form.tsx";
import { RevisionsTable } from "#components/admin/shell/revisions-table.tsx";
import { StoryForm } from "#components/admin/stories/story-form.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  publishStoryAction,
  restoreStoryAction,
  withdrawStoryAction,
} from "#lib/stories/actions.ts";
import type { StoryForAdmin } from "#lib/stories/data-admin.ts";

/** Writes a story, and beside it publishes it, withdraws it and takes saves back. */
export function StoryEditor({ story }: { story: StoryForAdmin }) {
  const { id, version, status, revisions } = story;
  const aside = (
    <>
      <StoryState story={story} />
      <Section title="Revisions" id="revisions">
        <RevisionsTable
          revisions={revisions}
          restore={restoreStoryAction}
          hidden={{ storyId: id, version: String(version) }}
        />
      </Section>
    </>
  );
  return (
    <MainAndAside aside={aside} label="State and revisions">
      <Section title={status === "published" ? "Edit; a save is public" : "Edit"} id="edit">
        <StoryForm story={story} />
      </Section>
    </MainAndAside>
  );
}

function StoryState({ story: { id, status, withdrawnReason } }: { story: StoryForAdmin }) {
  const hidden = { storyId: id };
  return (
    <Section title="State" id="state">
      {status === "withdrawn" && <p>Withdrawn: {withdrawnReason}</p>}
      {status === "published" ? (
        <p>Readers see it.</p>
      ) : (
        <ActionForm
          action={publishStoryAction}
          hidden={hidden}
          submit={status === "draft" ? "Publish" : "Publish again"}
        />
      )}
      {status !== "withdrawn" && (
        <ActionForm
          action={withdrawStoryAction}
          hidden={hidden}
          fields={[{ kind: "text", name: "reason", label: "Why, for readers", required: true }]}
          submit="Withdraw"
          tone="danger"
        />
      )}
    </Section>
  );
}
