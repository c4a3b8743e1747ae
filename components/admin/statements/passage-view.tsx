import { fieldKind } from "#components/admin/draft/field-kinds.ts";
import kinds from "#components/admin/draft/field-kinds.module.css";
import { ROLE_WORDS } from "#components/admin/statements/statement-words.ts";
import { PASSAGE_ROLES, type PassagePiece } from "#lib/statements/mark-passage.ts";
import type { StatementToReview } from "#lib/statements/types-review.ts";
import styles from "./passage-view.module.css";

type PassageViewProps = Pick<StatementToReview, "before" | "passage" | "after" | "article">;

/** The sentences of a statement, each part in the colour of its field, in the text around them. */
export function PassageView({ before, passage, after, article }: PassageViewProps) {
  const { language } = article;
  return (
    <div className={styles.view}>
      <blockquote className={styles.text} lang={language === "und" ? undefined : language}>
        <span className={styles.around}>{before}</span>
        {passage.map((piece, i) => (
          <Piece key={i} piece={piece} />
        ))}
        <span className={styles.around}>{after}</span>
      </blockquote>
      <dl className={styles.parts}>
        {PASSAGE_ROLES.map((role) => (
          <Part key={role} role={role} passage={passage} />
        ))}
      </dl>
    </div>
  );
}

function Piece({ piece: { text, role } }: { piece: PassagePiece }) {
  if (!role) return text;
  return (
    <mark className={`${kinds.kind} ${styles.part}`} data-kind={fieldKind(role)} data-role={role}>
      {text}
    </mark>
  );
}

type PartProps = { role: (typeof PASSAGE_ROLES)[number]; passage: readonly PassagePiece[] };

/** The same in words, beside the colour: what was taken for what. */
function Part({ role, passage }: PartProps) {
  const texts = passage.filter((piece) => piece.role === role).map(({ text }) => text.trim());
  if (texts.length === 0 || role === "words") return null;
  return (
    <div className={styles.said}>
      <dt className={`${kinds.kind} ${styles.term}`} data-kind={fieldKind(role)}>
        {ROLE_WORDS[role]}
      </dt>
      <dd>{texts.join(" … ")}</dd>
    </div>
  );
}
