import type { Metadata } from "next";
import { LedgerView } from "#components/statements/ledger-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import type { ReaderParameters } from "#lib/http/reader-parameters.ts";
import { getLedger } from "#lib/statements/data-ledger.ts";
import { parseLedger } from "#lib/statements/ledger-query.ts";

type Props = { searchParams: Promise<ReaderParameters> };

export const metadata: Metadata = {
  title: "Statements",
  description: "Who said what, in which words, when and where.",
  // Every narrowing is one page to search engines, which need not keep each of them.
  alternates: {
    canonical: "/statements",
    types: {
      "application/atom+xml": "/statements/feed.xml",
      "application/feed+json": "/statements/feed.json",
    },
  },
};

export default async function StatementsPage({ searchParams }: Props) {
  const accessedOn = today();
  const parsed = parseLedger(await searchParams, accessedOn);
  const ledger = await getLedger(parsed);
  const citedAt = { baseUrl: getEnv().ARCHIVE_URL, accessedOn };
  return <LedgerView {...{ parsed, ledger, citedAt }} />;
}
