import type { StoryLine } from "#lib/stories/types.ts";
import styles from "./front-stories.module.css";

/** A line of the latest stories under the timeline; nothing while there is none. */
export function FrontStories({ stories }: { stories: readonly StoryLine[] }) {
  if (stories.length === 0) return null;
  return (
    <nav aria-label="Stories" className={styles.line}>
      <p className={styles.name}>
        <a href="/stories">Stories</a>
      </p>
      <ul className={styles.stories}>
        {stories.map(({ slug, path, title }) => (
          <li key={slug}>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
