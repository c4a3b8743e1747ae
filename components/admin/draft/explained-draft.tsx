import { DraftForm } from "#components/admin/draft/draft-form.tsx";
import { OriginalView } from "#components/admin/draft/original-view.tsx";
import { Thread } from "#components/admin/draft/thread.tsx";
import { explainFields } from "#lib/articles/explain-fields.ts";
import type { EditableArticle, EditorChoices } from "#lib/articles/types-admin.ts";
import styles from "./explained-draft.module.css";

type ExplainedDraftProps = { article: EditableArticle; choices: EditorChoices };

/** The original on one side, what was read from it on the other, and what joins them. */
export function ExplainedDraft({ article, choices }: ExplainedDraftProps) {
  const { original, places, id, status, version, path, fields, topics, people } = article;
  const { lines, isCut, ...explained } = explainFields(original.text, places);
  return (
    <div className={styles.split}>
      <OriginalView original={original} lines={lines} isCut={isCut} />
      <DraftForm
        {...{ id, status, version, path, fields, topics, people, choices, ...explained }}
      />
      <Thread />
    </div>
  );
}
