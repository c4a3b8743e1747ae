import { Notice } from "#components/ui/notice.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { FeedPreview } from "#lib/feeds/types.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./feeds.module.css";

/** What an address leads to: the feed's title, its first entries, and what they are like. */
export function FoundFeed({ found }: { found: FeedPreview }) {
  const { title, address, entryCount, teaserCount, entries, others } = found;
  return (
    <>
      <Notice tone="good" isAnswer title={title}>
        <p className={styles.address}>{address}</p>
        <p>
          {entryCount === 0
            ? "It has no entries at the moment."
            : `${counted(entryCount, "entry", "entries")}, ${kindOf(found)}.`}
        </p>
      </Notice>
      {entries.length > 0 && (
        <ol className={styles.entries} aria-label="First entries">
          {entries.map(({ headline, publishedOn }, i) => (
            <li key={i}>
              {headline ?? "without a headline"}{" "}
              <span className={styles.day}>
                {publishedOn ? formatDay(publishedOn, "short") : "without a day"}
              </span>
            </li>
          ))}
        </ol>
      )}
      {teaserCount > 0 && teaserCount === entryCount && (
        <p>Only teasers: to archive the articles themselves, have their pages fetched.</p>
      )}
      {others.length > 0 && (
        <div>
          <p>The page names other feeds too:</p>
          <ul className={styles.entries}>
            {others.map((other) => (
              <li key={other.address}>
                {other.title} <span className={styles.address}>{other.address}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function kindOf({ entryCount, teaserCount }: FeedPreview): string {
  if (teaserCount === 0) return "with their text";
  return teaserCount >= entryCount
    ? "only teasers"
    : `${inFigures(teaserCount)} of them only teasers`;
}
