import { MarkForm } from "#components/admin/statements/mark-form.tsx";
import { speakerWords } from "#components/admin/statements/statement-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { reviewPath } from "#lib/statements/schema-review.ts";
import type { ArticleStatements, ReviewLine, TextPiece } from "#lib/statements/types-review.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./article-statements.module.css";

type Props = {
  found: ArticleStatements;
  topics: readonly { id: string; label: string }[];
  /** Id of what was marked just now. */
  marked: string | undefined;
};

/** An article's text with what is said in it, and the form for what was not found. */
export function ArticleStatementsView({ found, topics, marked }: Props) {
  const { article, text, statements } = found;
  const open = statements.filter(({ status }) => status === "suggested").length;
  const aside = (
    <Section id="mark" title="Mark what was not found">
      <MarkForm articleId={article.id} topics={topics} />
    </Section>
  );
  const review = open > 0 && (
    <a href={reviewPath({ article: article.id })}>Decide about the {inFigures(open)} open</a>
  );
  return (
    <MainAndAside aside={aside}>
      <MarkedNotice line={statements.find(({ id }) => id === marked)} />
      <Section id="list" title="What was found" aside={review}>
        <Lines lines={statements} articleId={article.id} />
      </Section>
      <Section id="text" title="The text">
        <p className={styles.text} lang={article.language === "und" ? undefined : article.language}>
          {text.map((piece, i) => (
            <Piece key={i} piece={piece} />
          ))}
        </p>
      </Section>
    </MainAndAside>
  );
}

function MarkedNotice({ line }: { line: ReviewLine | undefined }) {
  if (!line) return null;
  return (
    <Notice tone="good" isAnswer title="Marked and confirmed">
      <p>
        {line.words}, {speakerWords(line)}.{" "}
        <a href={reviewPath({ at: line.id, done: line.id })}>Correct or undo it</a>
      </p>
    </Notice>
  );
}

function Lines({ lines, articleId }: { lines: readonly ReviewLine[]; articleId: string }) {
  if (lines.length === 0) return <EmptyState title="No statement was found in this article" />;
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={line.id} id={line.id} className={styles.line}>
          <span className={styles.who}>
            {speakerWords(line)} <StatusBadge status={line.status} />
          </span>
          <a href={reviewPath({ status: "any", article: articleId, at: line.id })}>{line.words}</a>
        </li>
      ))}
    </ol>
  );
}

function StatusBadge({ status }: Pick<ReviewLine, "status">) {
  const tones = { suggested: "unsure", confirmed: "good", rejected: "danger" } as const;
  return <Badge tone={tones[status]}>{status}</Badge>;
}

function Piece({ piece: { text, statement } }: { piece: TextPiece }) {
  if (!statement) return text;
  return (
    <a
      href={reviewPath({ status: "any", at: statement.id })}
      className={styles.piece}
      data-status={statement.status}
    >
      {text}
    </a>
  );
}
