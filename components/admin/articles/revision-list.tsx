import { Button } from "#components/ui/button.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { RevisionLine } from "#lib/articles/types-admin.ts";
import styles from "./revision-list.module.css";

type Props = { articleId: string; revisions: readonly RevisionLine[]; from: number; to: number };

/** Every saved state, who saved it and when; two of them can be chosen to be compared. */
export function RevisionList({ articleId, revisions, from, to }: Props) {
  return (
    <form action={`/admin/articles/${articleId}/revisions`} className={styles.form}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Revision</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Saved</th>
            <th scope="col">By</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {revisions.map(({ number, savedAt, savedBy, note }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>
                <Choice name="from" number={number} isChosen={number === from} />
              </td>
              <td>
                <Choice name="to" number={number} isChosen={number === to} />
              </td>
              <td>
                <Instant at={savedAt} />
              </td>
              <td>{savedBy ?? "the archive"}</td>
              <td>{note ?? (number === 1 ? "As it was read" : "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button>Compare</Button>
    </form>
  );
}

type ChoiceProps = { name: "from" | "to"; number: number; isChosen: boolean };

function Choice({ name, number, isChosen }: ChoiceProps) {
  return (
    <input
      type="radio"
      name={name}
      value={number}
      defaultChecked={isChosen}
      aria-label={`Compare ${name} revision ${number}`}
    />
  );
}
