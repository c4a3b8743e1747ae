import { ComparedWords } from "#components/statements/compared-words.tsx";
import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { CarrierRelation, StatementCarrier } from "#lib/statements/types-ledger.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./statement-carriers.module.css";

const RELATIONS: Record<CarrierRelation, string> = {
  same: "the same words",
  shortened: "shortened",
  fuller: "fuller",
  altered: "altered",
};

type StatementCarriersProps = {
  carriers: readonly StatementCarrier[];
  /** All of them, also those that are not listed. */
  count: number;
  /** Where all of them are listed. */
  allHref?: string;
};

/** The other articles that carry a statement, and how their words differ from those above. */
export function StatementCarriers({ carriers, count, allHref }: StatementCarriersProps) {
  const rest = count - carriers.length;
  return (
    <>
      <ol className={styles.carriers}>
        {carriers.map((carrier) => (
          <Carrier key={carrier.id} carrier={carrier} />
        ))}
      </ol>
      {rest > 0 && (
        <p className={styles.rest}>
          And {allHref ? <a href={allHref}>{counted(rest, "more")}</a> : counted(rest, "more")}.
        </p>
      )}
    </>
  );
}

function Carrier({ carrier }: { carrier: StatementCarrier }) {
  const { place, relation, parts, article } = carrier;
  return (
    <li className={styles.carrier} data-relation={relation}>
      <p className={styles.line}>
        <time dateTime={article.publishedOn}>{formatDay(article.publishedOn, "short")}</time>
        {article.outlet && <span>{article.outlet.name}</span>}
        <a href={place} className={styles.place}>
          <ArticleHeadline isProposed={article.headlineProposed}>
            {article.headline}
          </ArticleHeadline>
        </a>
        <strong className={styles.relation}>{RELATIONS[relation]}</strong>
      </p>
      {parts.length > 0 && (
        <p className={styles.words}>
          <ComparedWords parts={parts} removed="not there" added="only there" />
        </p>
      )}
    </li>
  );
}
