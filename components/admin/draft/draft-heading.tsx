import { StatusBadge } from "#components/admin/articles/status-badge.tsx";
import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { EditableArticle } from "#lib/articles/types-admin.ts";
import type { DraftWarning } from "#lib/ingest/types.ts";
import styles from "./draft-heading.module.css";

const CRUMBS = [{ label: "Articles", href: "/admin/articles" }];

/** What article this is, what was just done with it, and what to look at before it goes out. */
export function DraftHeading({ article, done }: { article: EditableArticle; done?: string }) {
  const { id, fields, status, version, warnings, withdrawnReason, path } = article;
  return (
    <>
      <Breadcrumbs crumbs={CRUMBS} />
      <header className={styles.heading}>
        <h1 className={styles.title}>
          <ArticleHeadline isProposed={fields.headline !== null && fields.headlineProposed}>
            {fields.headline ?? "No headline yet"}
          </ArticleHeadline>
        </h1>
        <p className={styles.facts}>
          <StatusBadge status={status} />
          <a href={`/admin/articles/${id}/revisions`}>Revision {version}</a>
          <a href={`/admin/articles/${id}/statements`}>Statements</a>
          {path && <a href={path}>{path}</a>}
        </p>
      </header>
      <DoneNotice done={done} article={article} />
      {article.proposedId && (
        <Notice
          tone="warning"
          isAnswer={done === "proposed"}
          title="A new version of this page waits"
        >
          <p>
            <a href={`/admin/articles/${id}/versions/${article.proposedId}`}>See what changed</a>,
            and take it over or set it aside. Nothing here has changed yet.
          </p>
        </Notice>
      )}
      {status === "withdrawn" && (
        <Notice tone="danger" title="Withdrawn">
          <p>{withdrawnReason}</p>
        </Notice>
      )}
      {status === "draft" && <Warnings warnings={warnings} />}
    </>
  );
}

function Warnings({ warnings }: { warnings: readonly DraftWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning">
      {warnings.map(({ code, message }) => (
        <p key={code}>{message}</p>
      ))}
    </Notice>
  );
}

function DoneNotice({ done, article }: { done: string | undefined; article: EditableArticle }) {
  if (done === "known") {
    return (
      <Notice tone="warning" isAnswer title="These same bytes are archived already">
        <p>Nothing was stored again. This is the article that they gave.</p>
      </Notice>
    );
  }
  if (done === "version") {
    return (
      <Notice tone="good" isAnswer title="A new version of this article’s page">
        <p>
          No second article was made; its original is kept with this one. See{" "}
          <a href={`/admin/articles/${article.id}/revisions`}>all versions and revisions</a>.
        </p>
      </Notice>
    );
  }
  const words = doneWords(done, article);
  if (!words) return null;
  return (
    <Notice tone="good" isAnswer>
      <p>{words}</p>
    </Notice>
  );
}

function doneWords(done: string | undefined, { status, path, version }: EditableArticle) {
  if (done === `saved-${version}`) return `Saved as revision ${version}.`;
  if (done === "stored") return "Stored as a draft. Check what was understood, then publish it.";
  if (done === "restored") return "Taken out of the bin, as it was.";
  if (done === "withdrawn" && status === "withdrawn") return "Withdrawn. Its address says so now.";
  if (done === "published" && status === "published" && path) {
    return (
      <>
        Published at <a href={path}>{path}</a>.
      </>
    );
  }
  return null;
}
