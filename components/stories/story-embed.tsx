import { StoryStep } from "#components/stories/story-step.tsx";
import { spanInWords } from "#lib/stories/span-words.ts";
import type { Story } from "#lib/stories/types.ts";
import styles from "./story-embed.module.css";

/** A story in another site's frame, whatever its size: heading and source stay, the steps scroll. */
export function StoryEmbed({ story, base }: { story: Story; base: string }) {
  const { title, steps, path } = story;
  return (
    <article className={styles.frame}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.span}>{spanInWords(story)}</p>
      </header>
      <div role="region" aria-label="Steps" tabIndex={0} className={styles.steps}>
        {steps.map((step) => (
          <StoryStep key={step.number} step={step} target="_blank" base={base} />
        ))}
      </div>
      <footer className={styles.foot}>
        <a href={`${base}${path}`} target="_blank">
          Read it in The Diplomacy Archive
        </a>
      </footer>
    </article>
  );
}
