import { TimelineEntryLine } from "#components/timeline/timeline-entry.tsx";
import { TimelinePicture } from "#components/timeline/timeline-picture.tsx";
import { EmbedFrame } from "#components/ui/embed-frame.tsx";
import { EntryList } from "#components/ui/entry-list.tsx";
import type { EmbeddedTimeline } from "#lib/events/data-embedded.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { drawTimeline } from "#lib/events/timeline-picture.ts";
import { timelineHref, type TimelineQuery } from "#lib/events/timeline-query.ts";
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
            <EmbedPicture query={query} view={view} />
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

/** The picture alone: what draws the timeline's own page is to draw this one, too. */
function EmbedPicture({ query: { written, filter }, view }: TimelineEmbedProps) {
  return (
    <TimelinePicture
      picture={drawTimeline(view.pictured, filter.lanes.length > 0 ? filter.lanes : LANE_IDS)}
      hrefForYear={(year) => timelineHref(written, { from: String(year), to: String(year) })}
    />
  );
}
