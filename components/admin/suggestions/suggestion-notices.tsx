import { ActionForm } from "#components/admin/form/action-form.tsx";
import { seenFields, STATE_WORDS } from "#components/admin/suggestions/suggestion-words.ts";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import {
  linkSuggestionAction,
  undoSplitAction,
  undoSuggestionAction,
} from "#lib/happenings/actions.ts";
import type { SuggestionInFull } from "#lib/happenings/types.ts";

type Props = { suggestion: SuggestionInFull };

/** What is to be known of a suggestion before one decides, with the way back from what was done. */
export function SuggestionNotices({ suggestion }: Props) {
  const { state, proposedEvent, splitFrom, title } = suggestion;
  if (state !== "open") return <DecidedNotice suggestion={suggestion} />;
  return (
    <>
      {splitFrom && (
        <Notice title="It was split off">
          <p>
            From <a href={`/admin/suggestions/${splitFrom}`}>another suggestion</a>.
          </p>
          <ActionForm
            action={undoSplitAction}
            hidden={seenFields(suggestion)}
            submit="Put it back"
            tone="plain"
            layout="inline"
          />
        </Notice>
      )}
      {proposedEvent && (
        <Notice tone="warning" title="It may be an event that is there">
          <p>
            <a href={`/events/${proposedEvent.id}`}>{proposedEvent.title}</a>
          </p>
          <ActionForm
            action={linkSuggestionAction}
            hidden={{ ...seenFields(suggestion), eventId: proposedEvent.id }}
            submit="Link to this event"
            about={title}
            layout="inline"
          />
        </Notice>
      )}
    </>
  );
}

/** Says what was decided about a suggestion, with the way back right there. */
export function DecidedNotice({ suggestion }: Props) {
  const { state, title, event, mergedInto, decidedBy, decidedAt } = suggestion;
  if (state === "open") return null;
  return (
    <Notice tone="good" isAnswer title={`Decided: ${STATE_WORDS[state]}`}>
      <p>{title}</p>
      {event && (
        <p>
          The event: <a href={`/events/${event.id}`}>{event.title}</a>
        </p>
      )}
      {mergedInto && (
        <p>
          Its articles are in <a href={`/admin/suggestions/${mergedInto}`}>the other suggestion</a>.
        </p>
      )}
      {decidedAt && (
        <p>
          {decidedBy ?? "The archive"}, <Instant at={decidedAt} />
        </p>
      )}
      <ActionForm
        action={undoSuggestionAction}
        hidden={seenFields(suggestion)}
        submit="Undo"
        about={title}
        tone="plain"
        layout="inline"
      />
    </Notice>
  );
}
