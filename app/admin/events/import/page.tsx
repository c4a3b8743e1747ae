import type { Metadata } from "next";
import { EventImportForm } from "#components/admin/events/event-import-form.tsx";
import { EventImportTable } from "#components/admin/events/event-import-table.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listEventImports } from "#lib/events/data-imports.ts";
import { counted } from "#lib/text/counted.ts";

export const metadata: Metadata = { title: "Import events" };

const IMPORTS_SHOWN = 50;

type Props = { searchParams: Promise<{ done?: string }> };

export default async function EventImportPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const [{ done }, imports] = await Promise.all([searchParams, listEventImports(IMPORTS_SHOWN)]);
  const finished = imports.find(({ id }) => id === done);
  return (
    <Stack>
      <div>
        <Breadcrumbs crumbs={[{ label: "Imports", href: "/admin/batches" }]} />
        <PageHeading
          title="Import events"
          lead="Events for the timeline from a file. They are to be verified, and keep the sources that the file names."
        />
      </div>
      {finished && !finished.undoneAt && (
        <Notice tone="good" title={`Imported: ${finished.name}`} isAnswer>
          <p>
            On the timeline now: {counted(finished.events, "event")}, to be confirmed in{" "}
            <a href="/admin/review">Review</a>, or taken back below.
          </p>
        </Notice>
      )}
      <EventImportForm />
      {imports.length > 0 && (
        <Section id="imports" title="Imports of events">
          <EventImportTable imports={imports} />
        </Section>
      )}
    </Stack>
  );
}
