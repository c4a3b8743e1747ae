import { ActionForm } from "#components/admin/form/action-form.tsx";
import { LikesForm } from "#components/admin/statements/likes-form.tsx";
import { queueFields } from "#components/admin/statements/queue-fields.ts";
import { clippedWords, DONE_WORDS } from "#components/admin/statements/statement-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { undoDecisionAction } from "#lib/statements/actions.ts";
import { filterOf, reviewPath, type ReviewQuery } from "#lib/statements/schema-review.ts";
import type { LastDecision, LikesOffers } from "#lib/statements/types-review.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./last-decision.module.css";

type LastDecisionBarProps = {
  decision: LastDecision | null;
  /** Of what was decided just now: what may be decided likewise. */
  likes: LikesOffers | null;
  query: ReviewQuery;
};

/** What one did last, the way back, and what is like it. */
export function LastDecisionBar({ decision, likes, query }: LastDecisionBarProps) {
  if (!decision) return <LeftAlone count={query.left} />;
  const isJustNow = decision.statementId === query.done;
  const hidden = { ...queueFields(query), decision: decision.id };
  const open = reviewPath({ ...filterOf(query), at: decision.statementId });
  return (
    <div className={styles.last} aria-label="What you did last">
      <LeftAlone count={query.left} />
      <div className={styles.line} role={isJustNow ? "status" : undefined}>
        <p className={styles.words}>
          <strong>{doneWords(decision)}</strong> <a href={open}>{clippedWords(decision.words)}</a>
        </p>
        <div data-key="u">
          <ActionForm
            action={undoDecisionAction}
            hidden={hidden}
            submit="Undo"
            about={clippedWords(decision.words)}
            tone="plain"
            layout="inline"
          />
        </div>
      </div>
      {isJustNow &&
        likes?.offers.map((offer, i) => (
          <LikesForm
            key={`${likes.model.id}-${offer.scope}`}
            offer={offer}
            model={likes.model}
            query={query}
            isFirst={i === 0}
          />
        ))}
    </div>
  );
}

function doneWords({ action, count }: LastDecision): string {
  if (action === "statement.name_speaker")
    return `Speaker of ${counted(count, "statement")} named:`;
  if (action !== "statement.decide_likes") return `${DONE_WORDS[action]}:`;
  return `${counted(count, "like")} decided as:`;
}

function LeftAlone({ count }: { count: number | undefined }) {
  if (!count) return null;
  return (
    <Notice tone="warning" isAnswer>
      <p>{counted(count, "statement")} had changed meanwhile, and stayed as others left it.</p>
    </Notice>
  );
}
