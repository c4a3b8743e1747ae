import type { Metadata } from "next";
import { PeopleIndex } from "#components/article/people-index.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listActorsWithCounts } from "#lib/actors/data.ts";
import { actorKindSchema } from "#lib/actors/schema.ts";

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

export const metadata: Metadata = {
  title: "People and organisations",
  description: "Who is named in the archive, with the offices they held and how often.",
  alternates: { canonical: "/people" },
};

export default async function PeoplePage({ searchParams }: Props) {
  const kind = actorKindSchema.catch("person").parse((await searchParams).kind);
  const actors = await listActorsWithCounts({ kind });
  return (
    <>
      <PageHeading
        title="People and organisations"
        lead="Who is named here. Offices are shown by date, so that “the prime minister” is who held the office that day."
      />
      {actors.length === 0 ? (
        <EmptyState title="Nobody has been named yet." />
      ) : (
        <PeopleIndex actors={actors} kind={kind} />
      )}
    </>
  );
}
