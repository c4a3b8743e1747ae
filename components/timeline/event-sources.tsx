import { SourceLine } from "#components/timeline/source-line.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventSource } from "#lib/events/types.ts";
import styles from "./event-sources.module.css";

/** Where the facts were read. */
export function EventSources({ sources }: { sources: readonly EventSource[] }) {
  if (sources.length === 0) return null;
  return (
    <Section id="sources" title="Sources">
      <ol className={styles.list}>
        {sources.map((source) => (
          <li key={`${source.publisher} ${source.title}`}>
            <SourceLine {...source} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
