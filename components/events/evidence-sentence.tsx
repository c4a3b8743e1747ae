import { Badge } from "#components/ui/badge.tsx";
import type { EvidenceLine, Saying } from "#lib/events/types-evidence.ts";
import { STANCE_WORDS } from "./stance-words.ts";
import styles from "./event-evidence.module.css";

type EvidenceSentenceProps = {
  line: EvidenceLine;
  facts: readonly string[];
  outlet: string | null;
};

/** A sentence, whose word it is, what it shares with the event, and the way to it. */
export function EvidenceSentence({ line, facts, outlet }: EvidenceSentenceProps) {
  const { number, text, href, sayings } = line;
  return (
    <li id={`evidence-${number}`} value={number} className={styles.sentence}>
      <p className={styles.text}>
        <a href={href} className={styles.place}>
          {text}
        </a>
      </p>
      <p className={styles.about}>
        {sayings.length > 0 ? (
          sayings.map((saying) => <SaidBy key={saying.statementId} saying={saying} />)
        ) : (
          <span>{outlet ?? "The article"}, in its own words</span>
        )}
        <span>{sharesInWords(line)}</span>
        {line.facts.map((fact) => (
          <a key={fact} href={`#fact-${fact + 1}`} title={facts[fact]}>
            fact {fact + 1}
          </a>
        ))}
      </p>
    </li>
  );
}

/** Who says so and how they stand to it. */
export function SaidBy({ saying }: { saying: Saying }) {
  const { stance, name, actorId, offices, path, status } = saying;
  return (
    <span>
      <a href={path}>{STANCE_WORDS[stance]}</a> by{" "}
      {actorId ? <a href={`/people/${actorId}`}>{name}</a> : name}
      {offices.length > 0 && `, ${offices.join("; ")}`}{" "}
      {status === "suggested" && <Badge tone="unsure">suggested</Badge>}
    </span>
  );
}

function sharesInWords({ shares }: EvidenceLine): string {
  const { date, place, people, words } = shares;
  const parts = [
    date && `date “${date}”`,
    place && `place “${place}”`,
    people.length > 0 && people.join(", "),
    words.length > 0 && words.slice(0, SHOWN_WORDS).join(", "),
  ];
  return `shares ${parts.filter(Boolean).join("; ")}`;
}

const SHOWN_WORDS = 5;
