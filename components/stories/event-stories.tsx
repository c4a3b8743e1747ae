import { Section } from "#components/ui/section.tsx";
import { spanInWords } from "#lib/stories/span-words.ts";
import type { StoryLine } from "#lib/stories/types.ts";
import styles from "./event-stories.module.css";

/** The stories in which an event is told; nothing where it is in none. */
export function EventStories({ stories }: { stories: readonly StoryLine[] }) {
  if (stories.length === 0) return null;
  return (
    <Section id="stories" title="Told in">
      <ul className={styles.list}>
        {stories.map((story) => (
          <li key={story.slug}>
            <a href={story.path}>{story.title}</a>{" "}
            <span className={styles.span}>{spanInWords(story)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
