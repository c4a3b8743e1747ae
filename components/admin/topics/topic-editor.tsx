import { toTopicOptions, topicFormFields } from "#components/admin/topics/topic-form-fields.ts";
import { DefinitionForm } from "#components/admin/understanding/definition-form.tsx";
import { MergeSection } from "#components/admin/vocabulary/merge-section.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { editTopicAction, mergeTopicAction } from "#lib/topics/actions.ts";
import type { TopicForAdmin } from "#lib/topics/data-admin.ts";
import type { TopicRef } from "#lib/topics/types.ts";

type TopicEditorProps = { topic: TopicForAdmin; topics: readonly TopicRef[] };

/** Changes a topic, or merges it into another. */
export function TopicEditor({ topic, topics }: TopicEditorProps) {
  const others = topics.filter(({ id }) => id !== topic.id);
  const hidden = { topicId: topic.id };
  const merge = (
    <MergeSection
      action={mergeTopicAction}
      hidden={hidden}
      name={topic.label}
      moves="its articles, events, keywords and narrower topics"
      into={{
        kind: "choice",
        name: "into",
        label: "Merge into",
        options: [{ value: "", label: "choose a topic" }, ...toTopicOptions(others)],
        required: true,
      }}
    />
  );
  return (
    <MainAndAside aside={merge}>
      <Section title="Edit" id="edit">
        <DefinitionForm
          action={editTopicAction}
          hidden={hidden}
          fields={topicFormFields(others, topic)}
        />
      </Section>
    </MainAndAside>
  );
}
