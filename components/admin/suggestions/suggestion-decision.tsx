import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { choiceWords, seenFields } from "#components/admin/suggestions/suggestion-words.ts";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import {
  acceptSuggestionAction,
  linkSuggestionAction,
  mergeSuggestionAction,
  rejectSuggestionAction,
  splitSuggestionAction,
} from "#lib/happenings/actions.ts";
import type { NamedEvent, SuggestionInFull, SuggestionLine } from "#lib/happenings/types.ts";

type Props = {
  suggestion: SuggestionInFull;
  events: readonly NamedEvent[];
  others: readonly SuggestionLine[];
};

/** Everything that can be made of an open suggestion, the likeliest first. */
export function SuggestionDecision({ suggestion, events, others }: Props) {
  const hidden = seenFields(suggestion);
  return (
    <>
      <Section title="Make it an event" id="accept">
        <ActionForm
          action={acceptSuggestionAction}
          hidden={hidden}
          fields={acceptFields(suggestion)}
          submit="Accept"
        />
      </Section>
      <Section title="It is an event that is there" id="link">
        <ActionForm
          action={linkSuggestionAction}
          hidden={hidden}
          fields={[linkField(suggestion, events)]}
          submit="Link its articles"
          tone="plain"
        />
      </Section>
      {others.length > 0 && (
        <Section title="Another suggestion tells of the same" id="merge">
          <ActionForm
            action={mergeSuggestionAction}
            hidden={hidden}
            fields={[mergeField(others)]}
            submit="Merge"
            tone="plain"
          />
        </Section>
      )}
      {suggestion.articles.length > 1 && (
        <Section title="It tells of two things" id="split">
          <ActionForm
            action={splitSuggestionAction}
            hidden={hidden}
            fields={[splitField(suggestion)]}
            submit="Split these off"
            tone="plain"
          />
        </Section>
      )}
      <Section title="It is no event" id="reject">
        <p>It is suggested again only where new articles come.</p>
        <ActionForm action={rejectSuggestionAction} hidden={hidden} submit="Reject" tone="danger" />
      </Section>
    </>
  );
}

function acceptFields({ title, kind, date, placeName }: SuggestionInFull): FormField[] {
  return [
    {
      ...{ kind: "text", name: "title", label: "Title", value: title, required: true },
      ...{ maxLength: 300, hint: "Proposed: the headline of one of its articles." },
    },
    {
      ...{ kind: "text", name: "date", label: "Date", value: date, required: true },
      hint: "As 2025-02-27, 2025-02 or 2025-02-27/2025-03-01; with ~ where it is about then.",
    },
    {
      ...{ kind: "choice", name: "kind", label: "Kind", value: kind },
      options: EVENT_KINDS.map((each) => ({ value: each, label: each })),
    },
    { ...{ kind: "text", name: "placeName", label: "Place", value: placeName ?? "" } },
  ];
}

function linkField({ proposedEvent }: SuggestionInFull, events: readonly NamedEvent[]): FormField {
  return {
    ...{ kind: "suggested", name: "eventId", label: "Event", required: true },
    hint: "Events of the month around it are proposed; of others, give what ends their address.",
    value: proposedEvent?.id ?? "",
    options: events.map(({ id, title }) => ({ value: id, label: title })),
  };
}

function mergeField(others: readonly SuggestionLine[]): FormField {
  return {
    ...{ kind: "choice", name: "intoId", label: "Merge into", required: true },
    options: others.map((other) => ({ value: other.id, label: choiceWords(other) })),
  };
}

function splitField({ articles }: SuggestionInFull): FormField {
  return {
    ...{ kind: "checks", name: "articleIds", label: "Articles of the other", values: [] },
    options: articles.map(({ id, headline, outlet, publishedOn }) => ({
      value: id,
      label: [headline, outlet, formatDay(publishedOn)].filter(Boolean).join(", "),
    })),
  };
}
