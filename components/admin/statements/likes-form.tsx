import { ActionForm } from "#components/admin/form/action-form.tsx";
import { queueFields } from "#components/admin/statements/queue-fields.ts";
import { offerWords, speakerWords } from "#components/admin/statements/statement-words.ts";
import { CheckboxField } from "#components/ui/field.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { decideLikesAction } from "#lib/statements/actions.ts";
import type { ReviewQuery } from "#lib/statements/schema-review.ts";
import type { Like, LikesOffer, LikesOffers } from "#lib/statements/types-review.ts";
import styles from "./likes-form.module.css";

type LikesFormProps = {
  offer: LikesOffer;
  model: LikesOffers["model"];
  query: ReviewQuery;
  /** The first has keys: one to look at it, one to do it. */
  isFirst: boolean;
};

/** The likes of a decided statement on one ground, each of which can be left out. */
export function LikesForm({ offer: { scope, likes }, model, query, isFirst }: LikesFormProps) {
  const { title, submit } = offerWords(scope, likes.length, { model });
  return (
    <details className={styles.offer}>
      <summary data-key={isFirst ? "g" : undefined}>
        {title}{" "}
        {isFirst && (
          <kbd aria-hidden="true" className={styles.key}>
            g
          </kbd>
        )}
      </summary>
      <div data-key={isFirst ? "G" : undefined}>
        <ActionForm
          action={decideLikesAction}
          hidden={{ ...queueFields(query), statementId: model.id }}
          submit={submit}
          tone="plain"
        >
          <ul className={styles.likes} tabIndex={0} aria-label={title}>
            {likes.map((like) => (
              <li key={like.id}>
                <LikeCheck like={like} scope={scope} />
              </li>
            ))}
          </ul>
        </ActionForm>
      </div>
    </details>
  );
}

function LikeCheck({ like, scope }: { like: Like; scope: string }) {
  const { id, seen, words, article } = like;
  const where = [article.publishedOn && formatDay(article.publishedOn), article.outlet];
  const label = (
    <span className={styles.like}>
      {words}{" "}
      <span className={styles.where}>
        {scope === "words" && `${speakerWords(like)}, `}
        {scope !== "article" && [...where, article.headline].filter(Boolean).join(", ")}
      </span>
    </span>
  );
  return (
    <CheckboxField
      id={`like-${scope}-${id}`}
      name="likes"
      value={`${id} ${seen}`}
      label={label}
      defaultChecked
    />
  );
}
