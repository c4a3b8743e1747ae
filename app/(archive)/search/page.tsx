import type { Metadata } from "next";
import { SearchView } from "#components/search/search-view.tsx";
import { today } from "#lib/dates/today.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch, type SearchParameters } from "#lib/search/parse-query.ts";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query } = parseSearch(await searchParams, today());
  return {
    title: query.text ? `${query.text}: search` : "Search",
    // Every search is one page to search engines, which need not keep each query.
    alternates: { canonical: "/search" },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const search = parseSearch(await searchParams, today());
  const results = await searchArticles(search.query);
  return <SearchView search={search} results={results} />;
}
