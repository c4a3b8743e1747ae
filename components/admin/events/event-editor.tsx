import { EventArticles } from "#components/admin/events/event-articles.tsx";
import { EventDone, type EventDeed } from "#components/admin/events/event-done.tsx";
import { EventEditForm } from "#components/admin/events/event-edit-form.tsx";
import { eventFormFields } from "#components/admin/events/event-form-fields.ts";
import { EventHistory } from "#components/admin/events/event-history.tsx";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { verifyEventAction } from "#lib/events/actions.ts";
import type { EventForEditing } from "#lib/events/data-editor.ts";
import { weightOf } from "#lib/events/weight.ts";

type EventEditorProps = {
  event: EventForEditing;
  find: string | undefined;
  done: EventDeed | undefined;
};

/** Changes an event, its articles and its lift, with everything that was done to it. */
export function EventEditor({ event, find, done }: EventEditorProps) {
  const { id, state, choices, linked, found, revisions, audit } = event;
  return (
    <>
      <EventDone done={done} />
      <MainAndAside
        aside={
          <>
            <Weight event={event} />
            <EventHistory eventId={id} version={state.version} {...{ revisions, audit }} />
          </>
        }
      >
        <EventArticles eventId={id} {...{ linked, find, found }} />
        <Section id="edit" title="Edit">
          <EventEditForm
            eventId={id}
            version={state.version}
            fields={eventFormFields(choices, state.fields)}
          />
        </Section>
      </MainAndAside>
    </>
  );
}

function Weight({ event: { id, state } }: { event: EventForEditing }) {
  const { importance, verification, fields } = state;
  const weight = weightOf({ importance, lift: fields.lift });
  return (
    <Section id="weight" title="Weight" aside={`${weight} of 100`}>
      <p>
        Computed: {importance}. <a href={`/events/${id}#weight`}>Why</a>
      </p>
      {verification === "to_verify" && (
        <>
          <p>Nobody has checked it against its sources yet.</p>
          <ActionForm
            action={verifyEventAction}
            hidden={{ eventId: id, verification: "verified" }}
            submit="It is verified"
            tone="plain"
          />
        </>
      )}
    </Section>
  );
}
