import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ArrivalOutcome } from "#lib/articles/types-admin.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./arrival-form.module.css";

const BADGES = {
  stored: ["good", "stored"],
  known: ["plain", "known"],
  version: ["good", "new version"],
  proposed: ["unsure", "new version"],
  in_bin: ["plain", "in the bin"],
  refused: ["danger", "refused"],
  batch: ["plain", "import"],
} as const;

/** What became of each text or file that was sent in. */
export function ArrivalList({ outcomes }: { outcomes: readonly ArrivalOutcome[] }) {
  if (outcomes.length === 0) return null;
  const storedCount = outcomes.filter(({ outcome }) => outcome === "stored").length;
  return (
    <div role="status">
      <Section
        title={`${inFigures(storedCount)} of ${inFigures(outcomes.length)} stored as drafts`}
        id="outcomes"
      >
        <ul>
          {outcomes.map((outcome, i) => (
            <Outcome key={i} {...outcome} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Outcome({ name, outcome, message, articleId, batchId }: ArrivalOutcome) {
  const href = articleId ? `/admin/articles/${articleId}` : batchId && `/admin/batches/${batchId}`;
  const [tone, word] = BADGES[outcome];
  return (
    <li className={styles.outcome}>
      <span className={styles.file}>
        <Badge tone={tone}>{word}</Badge> {name}
      </span>
      {href ? <a href={href}>{message}</a> : <span>{message}</span>}
    </li>
  );
}
