import type { Metadata } from "next";
import { cache } from "react";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { StatementGone } from "#components/statements/statement-gone.tsx";
import { StatementView } from "#components/statements/statement-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { citedWords, speakerName } from "#lib/exchange/cited-statement.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { getStatement } from "#lib/statements/data-statement.ts";
import { shorten } from "#lib/text/shorten.ts";

const MAX_TITLE_CHARACTERS = 90;

type Props = { params: Promise<{ id: string }> };

/** One read for the page and its metadata. */
const findStatement = cache(getStatement);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findStatement((await params).id);
  if (found?.state === "gone") return { title: "Taken back", robots: { index: false } };
  if (found?.state !== "public") return {};
  const { statement } = found;
  return {
    title: shorten(`${speakerName(statement)}: ${citedWords(statement)}`, MAX_TITLE_CHARACTERS),
    description: statement.passage.map(({ text }) => text).join(""),
    alternates: { canonical: statement.path },
  };
}

export default async function StatementPage({ params }: Props) {
  const found = await findStatement((await params).id);
  if (!found) return <NotFoundPage />;
  if (found.state === "gone") {
    setDocumentStatus(410);
    return <StatementGone articlePath={found.articlePath} />;
  }
  const citedAt = { baseUrl: getEnv().ARCHIVE_URL, accessedOn: today() };
  return <StatementView statement={found.statement} citedAt={citedAt} />;
}
