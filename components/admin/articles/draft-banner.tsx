import { ActionForm } from "#components/admin/form/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { publishArticleAction } from "#lib/articles/actions-lifecycle.ts";
import type { AdminArticleLine } from "#lib/articles/types-admin.ts";
import styles from "./draft-banner.module.css";

/** Above a preview: that readers do not see this, and how they would. */
export function DraftBanner({ article }: { article: AdminArticleLine }) {
  const { id, status, headline, publishedOn, version } = article;
  const canPublish = status === "draft" && headline !== null && publishedOn !== null;
  return (
    <Notice tone="warning" title={`Preview of revision ${version}: ${status}`}>
      <p>
        {status === "draft" && "Readers do not see this yet."}
        {status === "published" && "This is what readers see."}
        {status === "withdrawn" && "Readers see only that it was withdrawn."}
        {status === "draft" && !canPublish && " It still needs a headline and a day."}
      </p>
      <div className={styles.buttons}>
        <ButtonLink href={`/admin/articles/${id}`}>Back to editing</ButtonLink>
        {canPublish && (
          <ActionForm
            action={publishArticleAction}
            hidden={{ articleId: id }}
            submit="Publish"
            layout="inline"
          />
        )}
      </div>
    </Notice>
  );
}
