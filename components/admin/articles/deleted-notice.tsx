import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { restoreArticleAction } from "#lib/articles/actions-lifecycle.ts";
import type { AdminArticleLine } from "#lib/articles/types-admin.ts";

/** Says what was deleted just now, with the way back right there. */
export function DeletedNotice({ article }: { article: AdminArticleLine | null }) {
  if (!article?.deletedAt) return null;
  const name = article.headline ?? "An article without a headline";
  return (
    <Notice tone="good" isAnswer title={`“${name}” is in the bin`}>
      <p>It can be taken out for 30 days.</p>
      <ActionForm
        action={restoreArticleAction}
        hidden={{ articleId: article.id }}
        submit="Undo"
        about={`deleting ${name}`}
        tone="plain"
        layout="inline"
      />
    </Notice>
  );
}
