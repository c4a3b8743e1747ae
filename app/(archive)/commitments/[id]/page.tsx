import type { Metadata } from "next";
import { cache } from "react";
import { CommitmentGone } from "#components/commitments/commitment-gone.tsx";
import { CommitmentView } from "#components/commitments/commitment-view.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { getCommitment } from "#lib/commitments/data-commitment.ts";
import { stateInWords } from "#lib/commitments/overdue.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";

type Props = PageProps<"/commitments/[id]">;

/** One read for the page and its metadata. */
const findCommitment = cache(getCommitment);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findCommitment((await params).id);
  if (found?.state === "gone") return { title: "Withdrawn commitment", robots: { index: false } };
  if (!found) return {};
  const { title, by, path } = found.commitment;
  const names = by.map(({ name }) => name).join(", ");
  return {
    title,
    description: `${names}: ${title} (${stateInWords(found.commitment)}).`,
    alternates: { canonical: path },
  };
}

export default async function CommitmentPage({ params }: Props) {
  const found = await findCommitment((await params).id);
  if (!found) return <NotFoundPage />;
  if (found.state === "gone") {
    setDocumentStatus(410);
    return <CommitmentGone gone={found} />;
  }
  return <CommitmentView commitment={found.commitment} />;
}
