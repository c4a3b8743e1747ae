import { controlId } from "#components/admin/draft/field-kinds.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import type { ArticleStatus } from "#lib/articles/types-admin.ts";
import styles from "./publish-bar.module.css";

const WORDS = { publishedOn: "the day of publication", headline: "a headline" } as const;

type PublishBarProps = {
  status: ArticleStatus;
  path: string | null;
  missing: readonly (keyof typeof WORDS)[];
  isSending: boolean;
  /** Where it says why the last save was none. */
  answerHref: string | undefined;
};

/** What stops publishing, with the way there, and what can be done with the draft. */
export function PublishBar({ status, path, missing, isSending, answerHref }: PublishBarProps) {
  const isDraft = status === "draft";
  return (
    <div className={styles.bar}>
      <p className={styles.state} role="status">
        {missing.length > 0 ? (
          <>
            {isDraft ? "Cannot be published yet. Missing: " : "A public article needs "}
            {missing.map((field, i) => (
              <span key={field}>
                {i > 0 && " and "}
                <a href={`#${controlId(field)}`}>{WORDS[field]}</a>
              </span>
            ))}
            .
          </>
        ) : answerHref ? (
          <a href={answerHref}>Nothing is saved yet: see why, and what to do.</a>
        ) : (
          <>
            {isDraft && "Ready to publish."}
            {status === "published" && "Public: what you save is seen at once."}
            {status === "withdrawn" && "Withdrawn: readers see only that it was."}
          </>
        )}{" "}
        <span className={styles.keys}>Ctrl+S saves{isDraft && ", Ctrl+Enter publishes"}.</span>
      </p>
      <div className={styles.buttons}>
        {status === "published" && path && <ButtonLink href={path}>View</ButtonLink>}
        <Button
          name="intent"
          value="save"
          tone={isDraft ? "plain" : "primary"}
          disabled={isSending}
        >
          {isDraft ? "Save draft" : "Save"}
        </Button>
        {status !== "published" && (
          <Button name="intent" value="preview" disabled={isSending}>
            Preview
          </Button>
        )}
        {isDraft && (
          <Button name="intent" value="publish" tone="primary" disabled={isSending}>
            Publish
          </Button>
        )}
      </div>
    </div>
  );
}
