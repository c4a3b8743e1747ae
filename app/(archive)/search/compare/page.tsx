import type { Metadata } from "next";
import { CompareView } from "#components/search/compare-view.tsx";
import { today } from "#lib/dates/today.ts";
import { parseComparison } from "#lib/search/compare-query.ts";
import { compareSearches } from "#lib/search/data-compare.ts";

// Every comparison is one page to search engines, which need not keep each pair of queries.
export const metadata: Metadata = {
  title: "Compare two searches",
  description: "Two searches over time: what each finds alone and what both find.",
  alternates: { canonical: "/search/compare" },
};

export default async function ComparePage({ searchParams }: PageProps<"/search/compare">) {
  const day = today();
  const searches = parseComparison(await searchParams, day);
  return <CompareView searches={searches} comparison={await compareSearches(searches, day)} />;
}
