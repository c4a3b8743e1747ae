import type { Metadata } from "next";
import { AuditFilterForm } from "#components/admin/audit/audit-filter-form.tsx";
import { AuditTable } from "#components/admin/audit/audit-table.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listAuditChoices, listAuditEntries } from "#lib/audit/data.ts";
import { londonDayOf } from "#lib/audit/london-day.ts";
import { olderAuditPath, parseAuditQuery } from "#lib/audit/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Audit" };

type AuditPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: AuditPageProps) {
  await requirePageRole("admin");
  const search = await searchParams;
  const { filter, before, values, unreadDates } = parseAuditQuery(search, londonDayOf(new Date()));
  const [{ items, olderCursor }, choices] = await Promise.all([
    listAuditEntries(filter, { before }),
    listAuditChoices(),
  ]);
  return (
    <>
      <PageHeading title="Audit" lead="Every change and who made it. Times are London’s." />
      <AuditFilterForm choices={choices} values={values} />
      {unreadDates.map((text) => (
        <Notice key={text} tone="warning">
          <p>“{text}” could not be read as a date, so it narrows nothing.</p>
        </Notice>
      ))}
      <AuditTable items={items} caption={before ? "Older changes" : "Newest first"} />
      {olderCursor && (
        <p>
          <a href={olderAuditPath(values, olderCursor)} rel="next">
            Older →
          </a>
        </p>
      )}
    </>
  );
}
