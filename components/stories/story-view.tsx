import { EmbedCode } from "#components/timeline/embed-code.tsx";
import { STORY_FRAME } from "#lib/exchange/embed-frame.ts";
import { StoryStep } from "#components/stories/story-step.tsx";
import { StoryStrip } from "#components/stories/story-strip.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { spanInWords } from "#lib/stories/span-words.ts";
import type { Story } from "#lib/stories/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./story-view.module.css";

/** A told sequence of events, the timeline beside it. */
export function StoryView({ story }: { story: Story }) {
  const { title, summary, steps } = story;
  return (
    <article>
      <Breadcrumbs crumbs={[{ label: "Stories", href: "/stories" }]} />
      <PageHeading
        title={title}
        lead={summary}
        kicker={[spanInWords(story), counted(steps.length, "step")].filter(Boolean).join(" · ")}
      />
      <div className={styles.beside}>
        <nav aria-label="Timeline of this story" className={styles.strip}>
          <details className={styles.folded}>
            <summary>Timeline of this story</summary>
            <StoryStrip steps={steps} />
          </details>
          <div className={styles.open}>
            <StoryStrip steps={steps} />
          </div>
        </nav>
        <div className={styles.steps}>
          {steps.map((step) => (
            <StoryStep key={step.number} step={step} />
          ))}
          <StoryFoot story={story} />
        </div>
      </div>
    </article>
  );
}

function StoryFoot({ story }: { story: Story }) {
  const { publishedOn, path, title } = story;
  return (
    <footer className={styles.foot}>
      <p>
        Told by an editor of the archive from its events; published on{" "}
        <time dateTime={publishedOn}>{formatDay(publishedOn)}</time>. What an event rests on stands
        on its page.
      </p>
      <p className={styles.more}>
        <a href="/stories">All stories</a>
        <a href="/stories/feed.xml">Atom feed</a>
      </p>
      <EmbedCode frame={{ path: `${path}/embed`, title, ...STORY_FRAME }} />
    </footer>
  );
}
