import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { StillPicture } from "#components/timeline/still-picture.tsx";
import { EmbedFrame } from "#components/ui/embed-frame.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import type { EmbeddedTimeline } from "#lib/timeline/data-addressed.ts";
import { timelineHref, windowHref, type TimelineQuery } from "#lib/timeline/timeline-query.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./timeline-embed.module.css";

type TimelineEmbedProps = { query: TimelineQuery; view: EmbeddedTimeline };

/** A timeline in another site's frame: its picture where there is room, and its events. */
export function TimelineEmbed({ query, view }: TimelineEmbedProps) {
  const { written } = query;
  const { words, entries, total } = view;
  const href = timelineHref(written);
  return (
    <EmbedFrame
      title={words ? `Timeline: ${words}` : "Timeline"}
      kicker={`${counted(total, "event")} in The Diplomacy Archive`}
      href={href}
      more={
        total > entries.length ? `All ${counted(total, "event")}, with sources` : "Sources and more"
      }
    >
      {total > 0 ? (
        <>
          <div className={styles.picture}>
            {view.picture && (
              <StillPicture data={view.picture} hrefOf={(span) => windowHref(written, span)} />
            )}
          </div>
          <EntryList label="Events">
            {entries.map((entry) => (
              <TimelineEntryLine key={entry.path} entry={entry} />
            ))}
          </EntryList>
        </>
      ) : (
        <p>Nothing in the archive meets all of this.</p>
      )}
    </EmbedFrame>
  );
}
