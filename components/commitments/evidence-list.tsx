import { SourceLine } from "#components/timeline/source-line.tsx";
import type { EvidenceView } from "#lib/commitments/types.ts";
import styles from "./evidence-list.module.css";

/** What shows something: sources elsewhere, events and articles here, words of these. */
export function EvidenceList({ evidence, label }: { evidence: EvidenceView[]; label: string }) {
  const shown = evidence.filter(({ source, cited }) => source ?? cited);
  if (shown.length === 0) return <p className={styles.none}>What showed it is not public here.</p>;
  return (
    <ul className={styles.list} aria-label={label}>
      {shown.map(({ source, cited, words }, i) => (
        <li key={i}>
          {source && <SourceLine {...source} />}
          {source && cited && "; "}
          {cited && (
            <>
              {cited.kind === "event" ? "event: " : "article: "}
              <a href={cited.path}>{cited.title}</a>, {cited.note}
            </>
          )}
          {words && (
            <blockquote className={styles.words}>
              <a href={words.href}>{words.text}</a>
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
