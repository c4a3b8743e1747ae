import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EventSource } from "#lib/events/types.ts";
import { isWebAddress } from "#lib/text/web-address.ts";
import styles from "./event-sources.module.css";

/** Where the facts were read. One whose address is not certain is named without a link. */
export function EventSources({ sources }: { sources: readonly EventSource[] }) {
  if (sources.length === 0) return null;
  return (
    <Section id="sources" title="Sources">
      <ol className={styles.list}>
        {sources.map(({ publisher, title, url, stateMedia }) => (
          <li key={`${publisher} ${title}`}>
            <span className={styles.publisher}>{publisher}</span>,{" "}
            {url && isWebAddress(url) ? (
              <a href={url} rel="noreferrer">
                {title}
              </a>
            ) : (
              <>“{title}”</>
            )}
            {stateMedia && (
              <>
                {" "}
                <Badge>state media: one side’s account</Badge>
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
