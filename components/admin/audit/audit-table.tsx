import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { AuditItem } from "#lib/audit/types.ts";
import styles from "./audit-table.module.css";

const LONGEST_VALUE_CHARACTERS = 80;

/** What comes before the id in the address of each. */
const WAY_TO_SUBJECT: Record<string, string> = {
  article: "/admin/articles/",
  article_pair: "/admin/duplicates/",
  batch: "/admin/batches/",
  understanding: "/admin/understanding/",
  columns: "/admin/columns/",
  topic: "/admin/topics/",
  actor: "/admin/people/",
  outlet: "/admin/outlets/",
  feed: "/admin/feeds/",
  user: "/admin/users/",
  event: "/admin/events/",
  story: "/admin/stories/",
  commitment: "/admin/commitments/",
  event_suggestion: "/admin/suggestions/",
  event_import: "/admin/events/import#",
  statement: "/admin/statements?at=",
};

const COLUMNS: readonly Column<AuditItem>[] = [
  { key: "at", heading: "When", cell: (entry) => <Instant at={entry.at} /> },
  { key: "who", heading: "Who", cell: (entry) => <Who entry={entry} /> },
  { key: "action", heading: "Did", cell: ({ action }) => action.replaceAll(/[._]/g, " ") },
  { key: "subject", heading: "To", cell: (entry) => <Subject entry={entry} /> },
  { key: "details", heading: "In detail", cell: (entry) => <Details details={entry.details} /> },
];

type AuditTableProps = { items: readonly AuditItem[]; caption: string };

/** What was done, by whom, to what. */
export function AuditTable({ items, caption }: AuditTableProps) {
  if (items.length === 0) return <EmptyState title="Nothing was done that fits." />;
  return <DataTable caption={caption} columns={COLUMNS} rows={items} keyOf={({ id }) => id} />;
}

function Who({ entry }: { entry: AuditItem }) {
  if (!entry.userId) return entry.agent;
  return (
    <>
      {entry.who} <span className={styles.quiet}>by {entry.agent}</span>
    </>
  );
}

function Subject({ entry: { subject, subjectId, subjectName } }: { entry: AuditItem }) {
  const way = WAY_TO_SUBJECT[subject];
  const name = subjectName ?? subjectId;
  return (
    <span className={styles.subject}>
      <span className={styles.quiet}>{subject.replaceAll("_", " ")}</span>{" "}
      {way && subjectName ? <a href={`${way}${subjectId}`}>{name}</a> : name}
    </span>
  );
}

function Details({ details }: { details: Record<string, unknown> }) {
  const parts = Object.entries(details)
    .filter(([, value]) => value !== null && value !== "" && !isUuid(value))
    .map(([key, value]) => `${toWords(key)} ${toText(value)}`);
  return <span className={styles.details}>{parts.join(", ")}</span>;
}

/** Ids that only a database reads. */
function isUuid(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(value);
}

function toWords(key: string): string {
  return key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return `${value.length}`;
  if (typeof value === "object" && value !== null) return `${Object.keys(value).length}`;
  const text = String(value);
  return text.length > LONGEST_VALUE_CHARACTERS
    ? `${text.slice(0, LONGEST_VALUE_CHARACTERS)}…`
    : text;
}
