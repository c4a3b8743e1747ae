import { intervalInWords } from "#components/admin/feeds/feed-form-fields.ts";
import { STATE_TONES, STATE_WORDS } from "#components/admin/feeds/feed-words.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  pauseFeedAction,
  pollFeedAction,
  removeFeedAction,
  restoreFeedAction,
  resumeFeedAction,
} from "#lib/feeds/actions.ts";
import type { FeedInFull } from "#lib/feeds/types.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./feeds.module.css";

/** How it stands with a feed, and what can be done about it. */
export function FeedStatus({ feed }: { feed: FeedInFull }) {
  const { state, lastPolledAt, nextPollAt, failures, fields, createdBy, createdAt } = feed;
  return (
    <Section title="Polling" id="polling">
      <dl className={styles.facts}>
        <dt>State</dt>
        <dd>
          <Badge tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Badge>
        </dd>
        <dt>Every</dt>
        <dd>{intervalInWords(fields.intervalMinutes)}</dd>
        <dt>Last poll</dt>
        <dd>
          <Instant at={lastPolledAt} />
        </dd>
        <dt>Next poll</dt>
        <dd>{state === "paused" || state === "removed" ? "none" : <Instant at={nextPollAt} />}</dd>
        {failures > 0 && (
          <>
            <dt>Failures</dt>
            <dd>{inFigures(failures)} in a row</dd>
          </>
        )}
        <dt>Entries</dt>
        <dd>
          {inFigures(feed.entryCount)}, of which {inFigures(feed.newEntries)} new in 7 days
        </dd>
        <dt>Followed</dt>
        <dd>
          since <Instant at={createdAt} />
          {createdBy && `, by ${createdBy}`}
        </dd>
      </dl>
      <FeedButtons feed={feed} />
    </Section>
  );
}

/** What a person has to know before anything else. */
export function FeedNotice({ feed }: { feed: FeedInFull }) {
  const { state, lastError, pausedReason, id } = feed;
  if (state === "removed") {
    return (
      <Notice tone="warning">
        <p>It is no longer followed. Its articles stay. In 30 days it is forgotten for good.</p>
        <ActionForm
          action={restoreFeedAction}
          hidden={{ feedId: id }}
          submit="Undo"
          about={`removing ${feed.title}`}
          tone="plain"
        />
      </Notice>
    );
  }
  if (state === "paused") {
    return (
      <Notice tone="warning" title="Paused">
        <p>{pausedReason ?? "Nothing is polled until it is resumed."}</p>
      </Notice>
    );
  }
  if (!lastError) return null;
  return (
    <Notice tone="danger" title="The last poll failed">
      <p>{lastError}</p>
    </Notice>
  );
}

function FeedButtons({ feed: { id, state } }: { feed: FeedInFull }) {
  if (state === "removed") return null;
  const hidden = { feedId: id };
  const common = { hidden, tone: "plain", layout: "inline" } as const;
  return (
    <div className={styles.buttons}>
      {state === "paused" ? (
        <ActionForm key="resume" {...common} action={resumeFeedAction} submit="Resume" />
      ) : (
        <>
          <ActionForm key="poll" {...common} action={pollFeedAction} submit="Poll now" />
          <ActionForm key="pause" {...common} action={pauseFeedAction} submit="Pause" />
        </>
      )}
      <ActionForm
        key="remove"
        {...common}
        action={removeFeedAction}
        submit="Remove"
        tone="danger"
      />
    </div>
  );
}
