import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { TopicReasons } from "#lib/articles/data-reasons.ts";
import type { Article, MergedArticle, NamedSource } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import styles from "./article-facts.module.css";

type ArticleFactsProps = { article: Article; reasons: TopicReasons };

/** What the archive knows of an article beside its text; a row for each thing that there is. */
export function ArticleFacts({ article, reasons }: ArticleFactsProps) {
  const { topics, events, sources, mediaCredits, merged, sourceUrl } = article;
  return (
    <dl className={styles.facts}>
      {topics.length > 0 && (
        <Fact term="Topics">
          {topics.map(({ id, label, status }) => (
            <li key={id}>
              <a href={`/topics/${id}`}>{label}</a> <Suggested status={status} />
              <Reasons topic={label} sentences={reasons[id]} />
            </li>
          ))}
        </Fact>
      )}
      {events.length > 0 && (
        <Fact term="Events">
          {events.map(({ id, title, date, verification }) => (
            <li key={id}>
              <a href={`/events/${id}`}>{title}</a>, {formatEdtf(date)}{" "}
              {verification === "to_verify" && <Badge tone="unsure">to be verified</Badge>}
            </li>
          ))}
        </Fact>
      )}
      {sources.length > 0 && (
        <Fact term="Sources named">
          {sources.map((source, i) => (
            <Source key={i} source={source} />
          ))}
        </Fact>
      )}
      {mediaCredits.length > 0 && (
        <Fact term="Pictures">
          {mediaCredits.map(({ credit, caption }, i) => (
            <li key={i}>{caption ? `${caption} (${credit})` : credit}</li>
          ))}
        </Fact>
      )}
      {merged.length > 0 && <MergedFacts merged={merged} />}
      {sourceUrl && (
        <Fact term="First published at">
          <li>
            <a href={sourceUrl}>{sourceUrl}</a>
          </li>
        </Fact>
      )}
    </dl>
  );
}

/** The sentences for which the article is thought to be about a topic, for who asks. */
function Reasons({ topic, sentences }: { topic: string; sentences?: readonly string[] }) {
  if (!sentences) return null;
  return (
    <details className={styles.reasons}>
      <summary>
        Why<VisuallyHidden> {topic}</VisuallyHidden>?
      </summary>
      {sentences.map((sentence, i) => (
        <blockquote key={i}>{sentence}</blockquote>
      ))}
    </details>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd>
        <ul className={styles.values}>{children}</ul>
      </dd>
    </div>
  );
}

/** What this article stands for: the same text elsewhere, and other versions of it. */
function MergedFacts({ merged }: Pick<Article, "merged">) {
  const [reprints, versions] = [
    merged.filter((each) => each.as === "same_text"),
    merged.filter((each) => each.as === "update"),
  ];
  return (
    <>
      {reprints.length > 0 && (
        <Fact term="Also published by">
          {reprints.map((reprint, i) => (
            <Merged key={i} merged={reprint} />
          ))}
        </Fact>
      )}
      {versions.length > 0 && (
        <Fact term="Other versions">
          {versions.map((version, i) => (
            <Merged key={i} merged={version} />
          ))}
        </Fact>
      )}
    </>
  );
}

function Merged({ merged }: { merged: MergedArticle }) {
  const { outlet, headline, publishedOn, sourceUrl, originalId } = merged;
  const title = headline ?? "without a headline";
  return (
    <li>
      {outlet ? <a href={`/outlets/${outlet.slug}`}>{outlet.name}</a> : "An unnamed outlet"}
      {publishedOn && `, ${formatDay(publishedOn)}`}
      {": "}
      {sourceUrl ? <a href={sourceUrl}>{title}</a> : <span>{title}</span>}
      {originalId && (
        <>
          {" ("}
          <a href={`/originals/${originalId}`}>as received</a>
          {")"}
        </>
      )}
    </li>
  );
}

function Source({ source: { publisher, title, url, stateMedia } }: { source: NamedSource }) {
  return (
    <li>
      {publisher}, {url ? <a href={url}>{title}</a> : <span>{title}</span>}
      {stateMedia && (
        <>
          {" "}
          <Badge>state media</Badge>
        </>
      )}
    </li>
  );
}

function Suggested({ status }: { status: "suggested" | "confirmed" }) {
  return status === "suggested" ? <Badge tone="unsure">suggested</Badge> : null;
}
