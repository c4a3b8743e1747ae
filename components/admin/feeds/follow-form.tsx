"use client";

import { useActionState, useId } from "react";
import { feedFormFields } from "#components/admin/feeds/feed-form-fields.ts";
import { FoundFeed } from "#components/admin/feeds/found-feed.tsx";
import { FormFieldControl } from "#components/admin/form/form-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { followFeedAction, type FollowState } from "#lib/feeds/actions.ts";
import type { FeedChoices } from "#lib/feeds/types.ts";
import styles from "./feeds.module.css";

const START: FollowState = { status: "untouched", answers: 0 };

/** An address is looked at first; what was found there can then be followed. */
export function FollowForm(choices: FeedChoices) {
  const [state, send, isSending] = useActionState(followFeedAction, START);
  const formId = useId();
  const { found } = state;
  return (
    <form action={send} className={styles.form}>
      {state.status === "failed" && state.message && (
        <Notice tone="danger" isAnswer>
          <p>{state.message}</p>
        </Notice>
      )}
      <TextField
        key={`address ${state.answers}`}
        id={`${formId}-address`}
        name="address"
        label="Address of a feed, or of a page that has one"
        hint="RSS, Atom and JSON Feed. It is looked at before anything is stored."
        placeholder="https://"
        autoComplete="off"
        inputMode="url"
        required
        defaultValue={state.values?.address?.[0]}
        error={state.fieldErrors?.address}
      />
      <div>
        <Button tone={found ? "plain" : "primary"} name="intent" value="try" disabled={isSending}>
          {found ? "Look again" : "Look"}
        </Button>
      </div>
      {found && (
        <div key={state.answers} className={styles.found}>
          <FoundFeed found={found} />
          {feedFormFields(choices, found).map((field) => (
            <FormFieldControl key={field.name} formId={formId} field={field} state={state} />
          ))}
          <div>
            <Button tone="primary" name="intent" value="follow" disabled={isSending}>
              Follow this feed
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
