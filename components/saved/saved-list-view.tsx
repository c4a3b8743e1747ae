import { CADENCE_LABELS } from "#components/saved/cadence-field.tsx";
import { asksBeyondName } from "#components/saved/asks-beyond-name.ts";
import { countedNew } from "#components/saved/saved-news.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import type { AlertView, SavedLine } from "#lib/saved-searches/types.ts";
import styles from "./saved-search.module.css";

/** The saved searches that this browser remembers, with how much is new in each. */
export function SavedListView({ lines }: { lines: readonly SavedLine[] }) {
  return (
    <>
      <PageHeading
        title="Saved searches"
        lead="Those that this browser remembers. There is no account: each has an address of its own, which opens it anywhere."
      />
      {lines.length === 0 ? <NothingSaved /> : <Lines lines={lines} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly SavedLine[] }) {
  return (
    <EntryList label="Saved searches">
      {lines.map((line) => (
        <Entry
          key={line.id}
          href={`/saved/${line.token}`}
          date={today(line.createdAt)}
          hasDate={false}
          title={line.name}
          meta={
            line.deletedAt ? "deleted; open it to undo that" : <NewCount count={line.newCount} />
          }
        >
          <p className={styles.quiet}>
            {[asksBeyondName(line), `Saved on ${formatDay(today(line.createdAt))}`]
              .filter((part) => part !== null)
              .join(". ")}
            .{line.alert && !line.deletedAt && ` ${inWords(line.alert)}`}
          </p>
        </Entry>
      ))}
    </EntryList>
  );
}

function NewCount({ count }: { count: number }) {
  return count === 0 ? "nothing new" : <span className={styles.count}>{countedNew(count)}</span>;
}

function inWords({ state, address, cadence }: AlertView): string {
  if (state === "asked") return `${address} is being asked whether it wants mails.`;
  if (state === "stopped") return `Mails to ${address} were refused and have stopped.`;
  return `Mails to ${address}, ${CADENCE_LABELS[cadence]}.`;
}

function NothingSaved() {
  return (
    <EmptyState title="None yet.">
      <ul>
        <li>
          <a href="/search">Search the archive</a>, and press “Save this search” under the results.
        </li>
        <li>If you saved one in another browser, open its address here.</li>
      </ul>
    </EmptyState>
  );
}
