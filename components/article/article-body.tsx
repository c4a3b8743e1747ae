import { MentionNotes } from "#components/article/mention-notes.tsx";
import { linkMentions, type TextSegment } from "#lib/articles/link-mentions.ts";
import type { Article } from "#lib/articles/types.ts";
import styles from "./article-body.module.css";

/** The text as far as rights allow, with who is named level with the paragraph that names them. */
export function ArticleBody({ article }: { article: Article }) {
  const paragraphs = linkMentions(article.paragraphs, article.mentions);
  return (
    <div className={styles.body}>
      {paragraphs.map(({ startsAt, segments, introduced }, i) => (
        <div key={startsAt} className={styles.row}>
          <p
            className={styles.text}
            lang={article.language === "und" ? undefined : article.language}
          >
            {i === 0 && article.dateline && (
              <span className={styles.dateline}>{article.dateline} — </span>
            )}
            {segments.map((segment, position) => (
              <Segment key={position} segment={segment} />
            ))}
          </p>
          {introduced.length > 0 && <MentionNotes mentions={introduced} />}
        </div>
      ))}
      <RightsNote article={article} />
    </div>
  );
}

function Segment({ segment: { text, mention } }: { segment: TextSegment }) {
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
