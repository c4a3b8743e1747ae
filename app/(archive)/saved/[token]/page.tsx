import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeletedSearchView } from "#components/saved/deleted-search-view.tsx";
import { SavedSearchView } from "#components/saved/saved-search-view.tsx";
import { isMailConfigured } from "#lib/mail/send-mail.ts";
import { listRememberedTokens } from "#lib/saved-searches/answer-change.ts";
import { getSaved, listNews } from "#lib/saved-searches/data.ts";
import { noteOpened } from "#lib/saved-searches/mutations.ts";

type Props = PageProps<"/saved/[token]">;

// The address is a secret: no other site may learn of it. Not "no-referrer": then a browser would not
// say where its forms come from, and they would be refused.
export const metadata: Metadata = {
  title: "Saved search",
  robots: { index: false },
  referrer: "same-origin",
};

export default async function SavedSearchPage({ params }: Props) {
  const { token } = await params;
  const saved = await getSaved(token);
  if (!saved) notFound();
  if (saved.deletedAt) return <DeletedSearchView token={token} saved={saved} />;
  await noteOpened([token]);
  const news = await listNews(saved);
  const isRemembered = (await listRememberedTokens()).includes(token);
  return (
    <SavedSearchView
      token={token}
      saved={saved}
      news={news}
      isRemembered={isRemembered}
      hasMail={isMailConfigured()}
    />
  );
}
