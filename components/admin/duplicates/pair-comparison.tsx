import { aboutSide, headlineOf } from "#components/admin/duplicates/pair-words.ts";
import { ChangeList } from "#components/article/change-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { rankChanges, type ComparedState, type RankedChange } from "#lib/articles/rank-changes.ts";
import type { PairedArticle, PairInFull } from "#lib/duplicates/types.ts";
import { counted } from "#lib/text/counted.ts";
import type { MarkedPart, ParagraphRow } from "#lib/text/differences.ts";
import styles from "./pair-comparison.module.css";

/** Why two articles are taken for a pair, what differs, and both texts side by side. */
export function PairComparison({ pair }: { pair: PairInFull }) {
  const [before, after] = pair.articles.map(({ headline }, i) => {
    return { headline, paragraphs: (pair.bodies[i] ?? "").split("\n\n") };
  }) as [ComparedState, ComparedState];
  const { changes, rows } = rankChanges(before, after);
  const isMarked = pair.kind !== "same_event";
  return (
    <>
      <Section title="Why they may belong together" id="reasons">
        <ul className={styles.reasons}>
          {pair.verdict.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Section>
      {isMarked && changes.length > 0 && (
        <Section title="What differs" id="differences" aside={summaryOf(changes)}>
          <ChangeList changes={changes} sides={["First", "Second"]} />
        </Section>
      )}
      <Section title="Side by side" id="texts">
        <SideBySide articles={pair.articles} rows={rows} isMarked={isMarked} />
      </Section>
    </>
  );
}

function summaryOf(changes: readonly RankedChange[]): string {
  const paragraphs = changes.filter(({ isParagraph }) => isParagraph).length;
  const places = changes.length - paragraphs;
  return [
    places > 0 && counted(places, "place"),
    paragraphs > 0 && `${counted(paragraphs, "paragraph")} in one text alone`,
  ]
    .filter(Boolean)
    .join(", ");
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
  const about = [...aboutSide(article), article.mergedInto ? "merged" : article.status];
  return (
    <>
      <a href={`/admin/articles/${article.id}`}>{headlineOf(article)}</a>
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
