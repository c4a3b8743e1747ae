import type { GetServerSideProps, InferGetServerSidePropsType, PageConfig } from "next";
import { PageHead } from "#components/layout/page-head.tsx";
import { SearchView } from "#components/search/search-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { listDayBars } from "#lib/search/data-days.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { searchFilePath } from "#lib/search/search-address.ts";

/** No script of React's: a reader's page is finished HTML. */
export const config: PageConfig = { unstable_runtimeJS: false };

export const getServerSideProps = (async ({ query }) => {
  const search = parseSearch(query, today());
  const results = await searchArticles(search.query);
  const dayBars = await listDayBars(search.query, results);
  // Every search is one page to search engines, which need not keep each query.
  return { props: { search, results, dayBars, canonical: `${getEnv().ARCHIVE_URL}/search` } };
}) satisfies GetServerSideProps;

type Props = InferGetServerSidePropsType<typeof getServerSideProps>;

export default function SearchPage({ search, results, dayBars, canonical }: Props) {
  const { text } = search.query;
  return (
    <>
      <PageHead
        title={text ? `${text}: search` : "Search"}
        canonical={canonical}
        feeds={{
          atom: searchFilePath(search, "feed.xml"),
          json: searchFilePath(search, "feed.json"),
        }}
      />
      <SearchView search={search} results={results} dayBars={dayBars} />
    </>
  );
}
