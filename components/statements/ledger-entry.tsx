import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { StatementCarriers } from "#components/statements/statement-carriers.tsx";
import { StatementCertainty } from "#components/statements/statement-certainty.tsx";
import { StatementCite } from "#components/statements/statement-cite.tsx";
import { SaidOn } from "#components/statements/statement-occasion.tsx";
import { StatementPassage } from "#components/statements/statement-passage.tsx";
import { StatementSpeaker } from "#components/statements/statement-speaker.tsx";
import type { CitedAt } from "#lib/exchange/cited-statement.ts";
import type { LedgerEntry as Entry } from "#lib/statements/types-ledger.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./ledger-entry.module.css";

/** A statement in the ledger: its words in their sentences, who, when and where, and how to cite it. */
export function LedgerEntry({ entry, citedAt }: { entry: Entry; citedAt: CitedAt }) {
  const { path, place, fragment, status, venue, article, carriers, carrierCount } = entry;
  return (
    <li className={styles.entry}>
      <p className={styles.who}>
        <StatementSpeaker statement={entry} />
        <a href={path} className={styles.when} data-entry="">
          <SaidOn statement={entry} />
        </a>
        {venue && <span>{venue}</span>}
        <StatementCertainty status={status} />
      </p>
      <StatementPassage statement={entry} />
      <p className={styles.source}>
        {article.outlet && <span>{article.outlet.name}</span>}
        <a href={`${place}${fragment}`} className={styles.place}>
          <ArticleHeadline isProposed={article.headlineProposed}>
            {article.headline}
          </ArticleHeadline>
        </a>
      </p>
      {carrierCount > 0 && (
        <details className={styles.carriers}>
          <summary className={styles.summary}>
            Also in {counted(carrierCount, "other article")}
          </summary>
          <StatementCarriers
            carriers={carriers}
            count={carrierCount}
            allHref={`${path}#carriers`}
          />
        </details>
      )}
      <div className={styles.cite}>
        <StatementCite statement={entry} citedAt={citedAt} />
      </div>
    </li>
  );
}
