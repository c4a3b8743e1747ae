"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { decidePairAction } from "#lib/duplicates/actions.ts";
import type { PairKind } from "#lib/duplicates/types.ts";
import { UNTOUCHED } from "#lib/http/form-state.ts";
import styles from "./pair-decision.module.css";

type Props = {
  pairId: string;
  suggested: PairKind;
  /** The two articles, as they can be told apart. */
  sides: readonly { id: string; label: string }[];
  /** The one that stays unless another is chosen. */
  stays: string;
};

/** Makes one article of two: which of them stays, and what the other is to it. */
export function MergeForm({ pairId, suggested, sides, stays }: Props) {
  const [state, send, isSending] = useActionState(decidePairAction, UNTOUCHED);
  return (
    <form action={send} className={styles.merge}>
      {state.message && (
        <Notice tone="danger" isAnswer>
          <p>{state.message}</p>
        </Notice>
      )}
      <input type="hidden" name="pairId" value={pairId} />
      <fieldset key={state.answers} className={styles.sides}>
        <legend>Made one, this stays public and the other’s address leads to it</legend>
        {sides.map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name="keep" value={id} defaultChecked={id === stays} /> {label}
          </label>
        ))}
      </fieldset>
      <div className={styles.bar}>
        <Button
          name="decision"
          value="same_text"
          tone={suggested === "same_text" ? "primary" : "plain"}
          disabled={isSending}
        >
          Same story
        </Button>
        <Button
          name="decision"
          value="update"
          tone={suggested === "update" ? "primary" : "plain"}
          disabled={isSending}
        >
          Update
        </Button>
      </div>
    </form>
  );
}
