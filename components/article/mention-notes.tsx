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
          {whoOn(offices, name, country)}
          {status === "suggested" && <span className={styles.suggested}>suggested</span>}
        </li>
      ))}
    </ul>
  );
}

/** The offices held that day, else the country where that is not the name itself. */
function whoOn(offices: readonly string[], name: string, country: string | null) {
  if (offices.length > 0) return <span>{offices.join("; ")}</span>;
  return country && country !== name ? <span>{country}</span> : null;
}
