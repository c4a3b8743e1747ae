import { MatchSteps } from "#components/article/match-bar.tsx";
import { MatchedParts } from "#components/article/matched-text.tsx";
import { MentionNotes } from "#components/article/mention-notes.tsx";
import {
  noteAnchor,
  speakerName,
  statementAnchor,
  StatementNotes,
} from "#components/article/statement-notes.tsx";
import { cutParagraph, type MatchPart } from "#lib/articles/cut-at-matches.ts";
import { linkMentions, type TextSegment } from "#lib/articles/link-mentions.ts";
import {
  markStatements,
  type MarkedParagraph,
  type MarkedRun,
} from "#lib/articles/mark-statements.ts";
import type { Article, ArticleMatches } from "#lib/articles/types.ts";
import styles from "./article-body.module.css";

type ArticleBodyProps = {
  article: Article;
  /** Where a search matches, to be marked. */
  matches?: ArticleMatches;
};

/**
 * The text as far as rights allow, with who speaks and who is named level with the paragraph where
 * they do.
 */
export function ArticleBody({ article, matches }: ArticleBodyProps) {
  const linked = linkMentions(article.paragraphs, article.mentions);
  const paragraphs = markStatements(linked, article.statements);
  return (
    <div className={styles.body}>
      {paragraphs.map((paragraph, i) => {
        const { here, parts } = cutParagraph(paragraph, matches?.body ?? []);
        return (
          <div key={paragraph.startsAt} className={styles.row}>
            <p
              id={`p${i + 1}`}
              className={styles.text}
              lang={article.language === "und" ? undefined : article.language}
            >
              {i === 0 && article.dateline && (
                <span className={styles.dateline}>{article.dateline} — </span>
              )}
              {paragraph.runs.map((run, position) => (
                <Run
                  key={position}
                  run={run}
                  parts={parts[position] ?? []}
                  isLast={isLastOf(paragraph, position)}
                />
              ))}
            </p>
            {matches && <MatchSteps here={here} total={matches.total} />}
            <Margin paragraph={paragraph} />
          </div>
        );
      })}
      <RightsNote article={article} />
    </div>
  );
}

/** The number stands after the last of a statement's words in a paragraph. */
function isLastOf({ runs }: MarkedParagraph, position: number): boolean {
  const statement = runs[position]?.marked?.statement;
  return !runs.slice(position + 1).some(({ marked }) => marked?.statement === statement);
}

type RunProps = { run: MarkedRun; parts: readonly MatchPart[][]; isLast: boolean };

function Run({ run, parts, isLast }: RunProps) {
  const { marked, isStart, segments } = run;
  const text = segments.map((segment, position) => (
    <Segment key={position} segment={segment} parts={parts[position] ?? []} />
  ));
  if (!marked) return text;
  const { statement, number } = marked;
  return (
    <>
      <span
        id={isStart ? statementAnchor(statement) : undefined}
        className={styles.said}
        data-status={statement.status}
        data-statement={number ?? undefined}
      >
        {text}
      </span>
      {isLast && number !== null && (
        <a
          href={`#${noteAnchor(statement)}`}
          className={styles.number}
          aria-label={`Said by ${speakerName(statement)}`}
        >
          {number}
        </a>
      )}
    </>
  );
}

function Margin({ paragraph: { statements, introduced } }: { paragraph: MarkedParagraph }) {
  const speaking = new Set(statements.map(({ statement }) => statement.speaker?.id));
  const silent = introduced.filter(({ actorId }) => !speaking.has(actorId));
  if (statements.length + silent.length === 0) return null;
  return (
    <div className={styles.margin}>
      {statements.length > 0 && <StatementNotes statements={statements} />}
      {silent.length > 0 && <MentionNotes mentions={silent} />}
    </div>
  );
}

type SegmentProps = { segment: TextSegment; parts: readonly MatchPart[] };

function Segment({ segment: { mention }, parts }: SegmentProps) {
  const text = <MatchedParts parts={parts} />;
  if (!mention) return text;
  return (
    <a href={`/people/${mention.actorId}`} className={styles.mention} data-status={mention.status}>
      {text}
    </a>
  );
}

function RightsNote({ article }: { article: Article }) {
  const { rights, isShortened, sourceUrl, outlet } = article;
  if (!isShortened) return null;
  const where = outlet?.name ?? "the publisher";
  return (
    <p className={styles.rights}>
      {rights === "extract"
        ? "Rights allow only an extract here. "
        : "Rights allow no text here, only what is known about the article. "}
      {sourceUrl ? <a href={sourceUrl}>Read it at {where}</a> : `The full text is with ${where}.`}
    </p>
  );
}
