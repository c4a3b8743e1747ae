import { CountList } from "#components/ui/count-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { toTopicTree } from "#lib/topics/topic-tree.ts";
import type { TopicWithCounts } from "#lib/topics/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./topic-tree.module.css";

/** The vocabulary: broad terms with their definitions, and what stands under each. */
export function TopicTree({ topics }: { topics: readonly TopicWithCounts[] }) {
  return (
    <div className={styles.tree}>
      {toTopicTree(topics).map((branch) => (
        <Section
          key={branch.id}
          id={branch.id}
          title={<a href={`/topics/${branch.id}`}>{branch.label}</a>}
          aside={countsOf(branch)}
        >
          <p className={styles.definition}>{branch.definition}</p>
          {branch.narrower.length > 0 && (
            <CountList
              unit="articles"
              items={branch.narrower.map(({ id, label, articleCount }) => ({
                ...{ key: id, label, href: `/topics/${id}`, count: articleCount },
              }))}
            />
          )}
        </Section>
      ))}
    </div>
  );
}

function countsOf({ articleCount, eventCount }: TopicWithCounts): string {
  return `${counted(articleCount, "article")}, ${counted(eventCount, "event")}`;
}
