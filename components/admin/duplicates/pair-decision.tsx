import type { ReactNode } from "react";
import { MergeForm } from "#components/admin/duplicates/merge-form.tsx";
import {
  KIND_WORDS,
  decisionOf,
  pairName,
  sideName,
} from "#components/admin/duplicates/pair-words.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { decidePairAction, undoPairDecisionAction } from "#lib/duplicates/actions.ts";
import type { PairDecision } from "#lib/duplicates/schema.ts";
import type { PairInFull, PairLine } from "#lib/duplicates/types.ts";
import { whichStays } from "#lib/duplicates/which-stays.ts";
import styles from "./pair-decision.module.css";

/** Those that merge nothing; the others are `MergeForm`'s. */
const BUTTONS: readonly { decision: PairDecision; label: string }[] = [
  { decision: "same_event", label: "Same event" },
  { decision: "different", label: "Different" },
];

/** The buttons by which a person says what a pair is; once that is said, the way back. */
export function PairDecisionBar({ pair }: { pair: PairInFull }) {
  const decision = decisionOf(pair);
  if (decision) {
    return (
      <DecidedNotice pair={pair}>
        {pair.decidedBy ?? "The archive"}
        {pair.decidedAt && (
          <>
            , <Instant at={pair.decidedAt} />
          </>
        )}
      </DecidedNotice>
    );
  }
  return (
    <div className={styles.decision} role="group" aria-label="These two are">
      <MergeForm
        pairId={pair.id}
        suggested={pair.kind}
        sides={pair.articles.map((article) => ({ id: article.id, label: sideName(article) }))}
        stays={defaultStay(pair)}
      />
      <div className={styles.bar}>
        {BUTTONS.map((button) => (
          <ActionForm
            key={button.decision}
            action={decidePairAction}
            hidden={{ pairId: pair.id, decision: button.decision }}
            submit={button.label}
            tone={button.decision === pair.kind ? "primary" : "plain"}
            layout="inline"
          />
        ))}
      </div>
    </div>
  );
}

function defaultStay({ kind, articles, bodies }: PairInFull): string {
  const [first, second] = articles;
  return whichStays(
    [
      { ...first, length: bodies[0].length },
      { ...second, length: bodies[1].length },
    ],
    kind === "update" ? "update" : "same_text",
  );
}

type DecidedNoticeProps = { pair: PairLine; children?: ReactNode };

/** Says what was decided about a pair, with the way back right there. */
export function DecidedNotice({ pair, children }: DecidedNoticeProps) {
  const decision = decisionOf(pair);
  if (!decision) return null;
  const name = pairName(pair);
  return (
    <Notice tone="good" isAnswer title={`Decided: ${KIND_WORDS[decision]}`}>
      <p>{name}</p>
      {pair.articles.some(({ mergedInto }) => mergedInto) && (
        <p>
          They are one article now. The other’s original is kept with it; for 30 days it can be
          undone.
        </p>
      )}
      {children && <p>{children}</p>}
      <ActionForm
        action={undoPairDecisionAction}
        hidden={{ pairId: pair.id }}
        submit="Undo"
        about={name}
        tone="plain"
        layout="inline"
      />
    </Notice>
  );
}
