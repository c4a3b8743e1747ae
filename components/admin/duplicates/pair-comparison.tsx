import { headlineOf } from "#components/admin/duplicates/pair-words.ts";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import {
  compareTexts,
  type Difference,
  type MarkedPart,
  type ParagraphRow,
} from "#lib/duplicates/differences.ts";
import type { PairedArticle, PairInFull } from "#lib/duplicates/types.ts";
import styles from "./pair-comparison.module.css";

/** Of a long list of differences the first are those of substance. */
const LISTED_DIFFERENCES = 20;

/** Why two articles are taken for a pair, what differs, and both texts side by side. */
export function PairComparison({ pair }: { pair: PairInFull }) {
  const { rows, differences } = compareTexts(...pair.bodies);
  const changes = differences.filter(({ isParagraph }) => !isParagraph);
  const listed = changes.filter(isOfSubstance).slice(0, LISTED_DIFFERENCES);
  const lacking = differences.length - changes.length;
  return (
    <>
      <Section title="Why they may belong together" id="reasons">
        <ul className={styles.reasons}>
          {pair.verdict.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Section>
      {pair.kind !== "same_event" && differences.length > 0 && (
        <Section title="What differs" id="differences" aside={summaryOf(changes.length, lacking)}>
          {listed.length === 0 && <p>No quotation, number, name or date among them.</p>}
          <ul className={styles.differences}>
            {listed.map((difference, i) => (
              <li key={i}>
                <DifferenceLine {...difference} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Side by side" id="texts">
        <SideBySide articles={pair.articles} rows={rows} isMarked={pair.kind !== "same_event"} />
      </Section>
    </>
  );
}

function isOfSubstance({ substance }: Difference): boolean {
  return substance !== "wording" && substance !== "layout";
}

function summaryOf(changes: number, paragraphs: number): string {
  const places = changes === 1 ? "1 place" : `${changes} places`;
  const alone = paragraphs === 1 ? "1 paragraph" : `${paragraphs} paragraphs`;
  return [changes > 0 && places, paragraphs > 0 && `${alone} in one text alone`]
    .filter(Boolean)
    .join(", ");
}

function DifferenceLine({ substance, context, before, after }: Difference) {
  return (
    <>
      <span className={styles.substance}>{substance}</span> {context}
      {before && <del>{before}</del>} {after && <ins>{after}</ins>}
    </>
  );
}

type SideBySideProps = {
  articles: PairInFull["articles"];
  rows: readonly ParagraphRow[];
  /** Other words for the same event differ everywhere: marks would tell nothing. */
  isMarked: boolean;
};

function SideBySide({ articles, rows, isMarked }: SideBySideProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Both texts">
      <table className={styles.texts}>
        <thead>
          <tr>
            {articles.map((article) => (
              <th key={article.id} scope="col">
                <ColumnHead article={article} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ before, after }, i) => (
            <tr key={i}>
              <td>{before && <Paragraph parts={before} as="del" isMarked={isMarked} />}</td>
              <td>{after && <Paragraph parts={after} as="ins" isMarked={isMarked} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead({ article }: { article: PairedArticle }) {
  const { id, outlet, publishedOn, status } = article;
  const about = [outlet ?? "no outlet", publishedOn ? formatDay(publishedOn) : "no date", status];
  return (
    <>
      <a href={`/admin/articles/${id}`}>{headlineOf(article)}</a>
      <span className={styles.about}>{about.join(" · ")}</span>
    </>
  );
}

type ParagraphProps = { parts: readonly MarkedPart[]; as: "del" | "ins"; isMarked: boolean };

function Paragraph({ parts, as: Mark, isMarked }: ParagraphProps) {
  return (
    <p>
      {parts.map(({ text, substance }, i) =>
        isMarked && substance ? (
          <Mark key={i} data-substance={substance} title={substance}>
            {text}
          </Mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}
