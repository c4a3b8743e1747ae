import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { lanesOf } from "#lib/events/lanes.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";
import styles from "./statement-speaker.module.css";

type Spoken = Pick<StatementLine, "speaker" | "speakerText" | "isAnonymous">;

/** Who said it, with the office held that day; else what the article says of them. */
export function StatementSpeaker({ statement }: { statement: Spoken }) {
  const { speaker, speakerText, isAnonymous } = statement;
  if (!speaker) {
    return (
      <span>
        {speakerText ?? (isAnonymous ? "A source" : "Speaker not known")}
        {isAnonymous && ", not named"}
      </span>
    );
  }
  return (
    <span className={styles.speaker}>
      <LaneTags lanes={lanesOf([speaker.country])} />
      <a href={`/people/${speaker.id}`} className={styles.name}>
        {speaker.name}
      </a>
      {speaker.offices.length > 0 && <span>{speaker.offices.join("; ")}</span>}
    </span>
  );
}
