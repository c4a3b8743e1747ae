import type { Metadata } from "next";
import { BatchForm } from "#components/admin/batches/batch-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Import files" };

const PROBLEMS: Record<string, string> = {
  invalid_input:
    "There was nothing in what was sent, it was cut off, or a field made no sense. An address is fetched by “Add articles”, by itself.",
  payload_too_large: "That is more than a batch may hold. Send it as several batches.",
  unauthenticated: "You were signed out meanwhile. Please send it again.",
};
const OTHER_PROBLEM = "Something went wrong on the way. Please send it again.";

type Props = { searchParams: Promise<{ problem?: string }> };

export default async function NewBatchPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const { problem } = await searchParams;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Imports", href: "/admin/batches" }]} />
      <PageHeading
        title="Import files"
        lead="Each article in them becomes a draft of its own, in the background, as soon as all is here."
      />
      {problem && (
        <Notice tone="danger" title="Nothing was stored" isAnswer>
          <p>{PROBLEMS[String(problem)] ?? OTHER_PROBLEM}</p>
        </Notice>
      )}
      <BatchForm />
    </>
  );
}
