import { CheckboxField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";

type StoryConflictProps = { storyId: string; version: number; savedBy: string };

/** Two saves of one story: theirs is kept, yours stands in the form, and one chooses. */
export function StoryConflict({ storyId, version, savedBy }: StoryConflictProps) {
  return (
    <Notice tone="warning" isAnswer title={`${savedBy} saved this story while you were editing it`}>
      <p>
        Theirs is revision {version}. Yours is in the form below, whole, and not saved yet.{" "}
        <a href={`/admin/stories/${storyId}/preview`} target="_blank" rel="noopener">
          See theirs in another window
        </a>
        , and take over by hand what you want of it.
      </p>
      <CheckboxField
        {...{ id: "story-over", name: "over", value: String(version) }}
        label="Save mine over theirs; theirs stays among the revisions"
      />
    </Notice>
  );
}
