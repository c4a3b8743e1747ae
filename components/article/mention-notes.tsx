import type { ArticleMention } from "#lib/articles/types.ts";
import styles from "./mention-notes.module.css";

/** In the margin: who is named here, and the office held that day. */
export function MentionNotes({ mentions }: { mentions: readonly ArticleMention[] }) {
  return (
    <ul className={styles.notes} aria-label="Named in this paragraph">
      {mentions.map(({ actorId, name, offices, country, status }) => (
        <li key={actorId} data-status={status} className={styles.note}>
          <a href={`/people/${actorId}`} className={styles.name}>
            {name}
          </a>
          <span>{offices.join("; ") || (country === name ? null : country)}</span>
          {status === "suggested" && <span className={styles.suggested}>suggested</span>}
        </li>
      ))}
    </ul>
  );
}
