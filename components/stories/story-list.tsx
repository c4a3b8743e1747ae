import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { spanInWords } from "#lib/stories/span-words.ts";
import type { StoryLine } from "#lib/stories/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./story-list.module.css";

/** Every story that is told, the newest first. */
export function StoryList({ stories }: { stories: readonly StoryLine[] }) {
  return (
    <>
      <PageHeading
        title="Stories"
        lead="Events of the archive, joined by an editor into a told sequence: each step leads to its event and to what that rests on."
      />
      {stories.length === 0 ? (
        <EmptyState title="No story has been published yet.">
          <p>
            The events themselves stand on the <a href="/timeline">timeline</a>.
          </p>
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label="Stories">
          {stories.map((story) => (
            <li key={story.slug} className={styles.story}>
              <p className={styles.span}>
                {[spanInWords(story), counted(story.stepCount, "step")].filter(Boolean).join(" · ")}
              </p>
              <h2 className={styles.title}>
                <a href={story.path} data-entry="">
                  {story.title}
                </a>
              </h2>
              <p className={styles.summary}>{story.summary}</p>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.follow}>
        Follow: <a href="/stories/feed.xml">Atom</a>, <a href="/stories/feed.json">JSON</a>
      </p>
    </>
  );
}
