import type { Metadata } from "next";
import { CommitmentsView } from "#components/commitments/commitments-view.tsx";
import { parseCommitments } from "#lib/commitments/commitments-query.ts";
import { listCommitments } from "#lib/commitments/data-list.ts";
import { today } from "#lib/dates/today.ts";

type Props = PageProps<"/commitments">;

export const metadata: Metadata = {
  title: "Commitments",
  description: "What was promised, by whom and until when, and what became of it.",
  // Every narrowing is one page to search engines, which need not keep each of them.
  alternates: { canonical: "/commitments", types: { "text/calendar": "/commitments.ics" } },
};

export default async function CommitmentsPage({ searchParams }: Props) {
  const parsed = parseCommitments(await searchParams, today());
  return <CommitmentsView parsed={parsed} list={await listCommitments(parsed.query)} />;
}
