"use client";

import { useActionState, useEffect, useRef } from "react";
import { FormAnswer } from "#components/admin/form/form-answer.tsx";
import { AddStep } from "#components/admin/stories/add-step.tsx";
import { StepFields, type ShownStep } from "#components/admin/stories/step-fields.tsx";
import { StoryConflict } from "#components/admin/stories/story-conflict.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextAreaField, TextField } from "#components/ui/field.tsx";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import { saveStoryAction, type StoryFormState } from "#lib/stories/actions.ts";
import type { StoryForAdmin } from "#lib/stories/data-admin.ts";
import styles from "./story-form.module.css";

/** A story with its steps in one form. Every button saves all of it; it works without a script. */
export function StoryForm({ story }: { story: StoryForAdmin }) {
  const [state, send, isSending] = useActionState<StoryFormState, FormData>(
    saveStoryAction,
    UNTOUCHED,
  );
  const formRef = useRef<HTMLFormElement>(null);
  const { answers, movedTo } = state;
  useEffect(() => {
    if (answers > 0) focusAfterAnswer(formRef.current, movedTo);
  }, [answers, movedTo]);
  const { version } = story;
  return (
    <form ref={formRef} action={send} className={styles.form} aria-label="Story">
      {/* What Enter in a field presses: the first button of a form. */}
      <button name="intent" value="enter" hidden tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="storyId" value={story.id} />
      <input type="hidden" name="version" value={version} />
      <div key={`${version}-${answers}`} className={styles.form}>
        <div tabIndex={-1} data-answer="" className={styles.answer}>
          {state.conflict ? (
            <StoryConflict storyId={story.id} {...state.conflict} />
          ) : (
            <FormAnswer state={state} />
          )}
        </div>
        <Heading story={story} state={state} />
        {shownSteps(story, state).map((step, i, all) => (
          <StepFields key={i} {...{ step, index: i, count: all.length, state }} />
        ))}
        <AddStep found={state.found} words={state.values?.find?.[0]} />
        <div>
          <Button tone="primary" name="intent" value="save" disabled={isSending}>
            Save the story
          </Button>
        </div>
      </div>
    </form>
  );
}

/** A step that was moved keeps the focus; anything else that was answered has it. */
function focusAfterAnswer(form: HTMLFormElement | null, movedTo: number | undefined): void {
  const moved = form?.querySelector<HTMLElement>(`[data-step-heading="${movedTo}"]`);
  (moved ?? form?.querySelector<HTMLElement>("[data-answer]"))?.focus();
}

function Heading({ story, state }: { story: StoryForAdmin; state: StoryFormState }) {
  const valueOf = (name: "title" | "slug" | "summary") => state.values?.[name]?.[0] ?? story[name];
  const frame = (name: "title" | "slug" | "summary") => ({
    ...{ id: `story-${name}`, name, defaultValue: valueOf(name) },
    error: state.fieldErrors?.[name],
  });
  return (
    <>
      <TextField {...frame("title")} label="Title" required maxLength={150} autoComplete="off" />
      <TextField
        {...frame("slug")}
        label="Address"
        hint="After /stories/. An address that readers have seen goes on leading here."
        maxLength={80}
        autoComplete="off"
      />
      <TextAreaField {...frame("summary")} label="Summary" rows={3} />
    </>
  );
}

/** The steps as they were typed, where that is not saved; else as they are saved. */
function shownSteps(story: StoryForAdmin, { values }: StoryFormState): ShownStep[] {
  const events = new Map(story.steps.flatMap(({ event }) => (event ? [[event.id, event]] : [])));
  if (!values?.heading) {
    return story.steps.map(({ event, heading, body, cites }, i) => ({
      ...{ event, heading, body, cites: cites.join("\n"), position: String(i + 1) },
    }));
  }
  return values.heading.map((heading, i) => ({
    heading,
    event: events.get(values.eventId?.[i] ?? "") ?? null,
    body: values.body?.[i] ?? "",
    cites: values.cites?.[i] ?? "",
    position: values.position?.[i] ?? "",
  }));
}
