import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PairComparison } from "#components/admin/duplicates/pair-comparison.tsx";
import { PairDecisionBar } from "#components/admin/duplicates/pair-decision.tsx";
import { KIND_WORDS } from "#components/admin/duplicates/pair-words.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getPair } from "#lib/duplicates/data.ts";
import { pairIdSchema } from "#lib/duplicates/schema.ts";

export const metadata: Metadata = { title: "Compare two articles" };

export default async function PairPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("editor");
  const id = pairIdSchema.safeParse((await params).id);
  const pair = id.success ? await getPair(id.data) : null;
  if (!pair) notFound();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Duplicates", href: "/admin/duplicates" }]} />
      <PageHeading
        title="Compare two articles"
        lead={`The archive takes them for: ${KIND_WORDS[pair.kind]} (${Math.round(100 * pair.score)} % sure).`}
      />
      <PairDecisionBar pair={pair} />
      <PairComparison pair={pair} />
    </>
  );
}
