import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { StatementPassage } from "#components/statements/statement-passage.tsx";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./source-passage.module.css";

/** Folded away: the sentences that a statement stands in, and the way to them in their article. */
export function SourcePassage({ statement }: { statement: StatementLine }) {
  const { article, place, fragment } = statement;
  return (
    <details className={styles.source}>
      <summary className={styles.summary}>Source sentence</summary>
      <StatementPassage statement={statement} />
      <p className={styles.from}>
        {article.outlet && `${article.outlet.name}: `}
        <a href={`${place}${fragment}`}>
          <ArticleHeadline isProposed={article.headlineProposed}>
            {article.headline}
          </ArticleHeadline>
        </a>
      </p>
    </details>
  );
}
