import { ChangeList } from "#components/article/change-list.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import type { RankedChange } from "#lib/articles/rank-changes.ts";
import type { Article, PublicRevision } from "#lib/articles/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./revisions-view.module.css";

type RevisionsViewProps = {
  article: Article;
  revisions: readonly PublicRevision[];
  from: number;
  to: number;
  changes: readonly RankedChange[];
};

/** Every state of an article that readers saw, and what changed between two of them. */
export function RevisionsView({ article, revisions, from, to, changes }: RevisionsViewProps) {
  return (
    <>
      <Breadcrumbs crumbs={[{ label: article.headline, href: article.path }]} />
      <PageHeading
        title="Revisions"
        lead="As it was first published here, and each time that it changed. No original is ever changed."
      />
      <ol className={styles.revisions} aria-label="Revisions, the newest first">
        {revisions.map((revision, i) => (
          <Revision
            key={revision.number}
            revision={revision}
            before={revisions[i + 1]}
            isShown={revision.number === to && revisions[i + 1]?.number === from}
          />
        ))}
      </ol>
      {from !== to && (
        <Section
          title={`From revision ${from} to revision ${to}`}
          id="changes"
          aside={counted(changes.length, "change")}
        >
          {changes.length === 0 && <p>Its headline, text and by-lines are the same.</p>}
          {article.rights !== "full_text" && (
            <p className={styles.note}>Its text is compared only as far as it may be shown.</p>
          )}
          <ChangeList changes={changes} />
        </Section>
      )}
    </>
  );
}

type RevisionProps = {
  revision: PublicRevision;
  before: PublicRevision | undefined;
  isShown: boolean;
};

function Revision({ revision, before, isShown }: RevisionProps) {
  const { number, savedAt, asRead } = revision;
  return (
    <li className={styles.revision}>
      <span>
        Revision {number}, <Instant at={savedAt} />
        {asRead && before && ", as the changed page reads"}
      </span>
      {before ? (
        <a
          href={`?from=${before.number}&to=${number}`}
          aria-current={isShown ? "true" : undefined}
          aria-label={`What changed in revision ${number}`}
        >
          What changed
        </a>
      ) : (
        <span className={styles.note}>first published here</span>
      )}
    </li>
  );
}
