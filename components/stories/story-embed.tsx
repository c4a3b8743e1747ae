import { StoryStep } from "#components/stories/story-step.tsx";
import { EmbedFrame } from "#components/ui/embed-frame.tsx";
import { spanInWords } from "#lib/stories/span-words.ts";
import type { Story } from "#lib/stories/types.ts";
import styles from "./story-embed.module.css";

/** A story in another site's frame. */
export function StoryEmbed({ story }: { story: Story }) {
  const { title, steps, path } = story;
  return (
    <EmbedFrame
      title={title}
      kicker={spanInWords(story)}
      href={path}
      more="Read it in The Diplomacy Archive"
    >
      <div className={styles.steps}>
        {steps.map((step) => (
          <StoryStep key={step.number} step={step} isFramed />
        ))}
      </div>
    </EmbedFrame>
  );
}
