import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  deleteArticleAction,
  republishArticleAction,
  withdrawArticleAction,
} from "#lib/articles/actions-lifecycle.ts";
import type { EditableArticle } from "#lib/articles/types-admin.ts";
import styles from "./article-management.module.css";

type Props = { article: Pick<EditableArticle, "id" | "status"> };

/** How an article leaves: withdrawn, so that its address says why, or into the bin. */
export function ArticleManagement({ article: { id, status } }: Props) {
  const hidden = { articleId: id };
  return (
    <div className={styles.split}>
      {status === "published" && (
        <Section title="Withdraw" id="withdraw">
          <div className={styles.part}>
            <p>Its address stays and says that it was withdrawn, when and why. The text goes.</p>
            <ActionForm
              action={withdrawArticleAction}
              hidden={hidden}
              fields={[
                {
                  kind: "lines",
                  name: "reason",
                  label: "Reason, for readers",
                  required: true,
                  lineCount: 2,
                },
              ]}
              submit="Withdraw"
              tone="danger"
            />
          </div>
        </Section>
      )}
      {status === "withdrawn" && (
        <Section title="Publish again" id="republish">
          <div className={styles.part}>
            <p>It returns to the address that it had.</p>
            <ActionForm action={republishArticleAction} hidden={hidden} submit="Publish again" />
          </div>
        </Section>
      )}
      <Section title="Delete" id="delete">
        <div className={styles.part}>
          <p>It goes to the bin, where no reader sees it, and can be taken out for 30 days.</p>
          <ActionForm action={deleteArticleAction} hidden={hidden} submit="Delete" tone="danger" />
        </div>
      </Section>
    </div>
  );
}
