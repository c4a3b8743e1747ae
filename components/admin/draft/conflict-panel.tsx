import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DraftConflict } from "#lib/articles/types-admin.ts";
import styles from "./conflict-panel.module.css";

const WHO_CHANGED = {
  them: "changed by them only",
  me: "changed by you only",
  both: "changed by both",
} as const;

type ConflictPanelProps = {
  conflict: Omit<DraftConflict, "fields"> & {
    fields: readonly (Omit<DraftConflict["fields"][number], "field"> & { field: string })[];
  };
  /** What was saved twice. */
  thing?: string;
};

/** Two saves of one article or event: what they wrote, what you wrote, and which of them to keep. */
export function ConflictPanel({ conflict, thing = "article" }: ConflictPanelProps) {
  const { savedBy, savedAt, fields } = conflict;
  const name = savedBy ?? "Someone else";
  return (
    <Notice tone="warning" isAnswer title={`${name} saved this ${thing} while you were editing it`}>
      <p>
        Theirs is saved{" "}
        {savedAt && (
          <>
            since <Instant at={new Date(savedAt)} />
          </>
        )}
        . Yours is in the form below, whole, and not saved yet.{" "}
        {fields.length === 0
          ? "The two say the same; save to go on."
          : "Choose for each field, then save again."}
      </p>
      <div className={styles.list}>
        {fields.map(({ field, label, theirs, mine, changedBy }) => (
          <fieldset key={field} className={styles.field}>
            <legend className={styles.legend}>
              {label}, {WHO_CHANGED[changedBy]}
            </legend>
            <div className={styles.sides}>
              <Side
                field={field}
                whose={name}
                words={theirs}
                value="theirs"
                isChosen={changedBy === "them"}
              />
              <Side
                field={field}
                whose="You"
                words={mine}
                value="mine"
                isChosen={changedBy !== "them"}
              />
            </div>
          </fieldset>
        ))}
      </div>
    </Notice>
  );
}

type SideProps = {
  field: string;
  whose: string;
  words: string;
  value: "theirs" | "mine";
  isChosen: boolean;
};

function Side({ field, whose, words, value, isChosen }: SideProps) {
  return (
    <label className={styles.side}>
      <input type="radio" name={`merge.${field}`} value={value} defaultChecked={isChosen} />
      <span className={styles.whose}>{whose}</span>
      <span className={styles.words}>{words || "(empty)"}</span>
    </label>
  );
}
