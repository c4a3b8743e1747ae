import type { Metadata } from "next";
import { UnknownSpeaker } from "#components/admin/people/unknown-speaker.tsx";
import { UnknownSpeakersTable } from "#components/admin/people/unknown-speakers.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listActorChoices } from "#lib/actors/data-names.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getUnknownSpeaker, listUnknownSpeakers } from "#lib/statements/data-unknown.ts";
import { unknownPath, unknownQuerySchema } from "#lib/statements/schema-unknown.ts";

export const metadata: Metadata = { title: "Speakers the archive does not know" };

const PEOPLE = { label: "People and organisations", href: "/admin/people" };
const UNKNOWN = { label: "Speakers the archive does not know", href: unknownPath({}) };

const NO_NAME =
  "This is no name, and may be somebody else in each article. Open a statement to say who it is there; others of its article and outlet are then offered with it.";

type Props = { searchParams: Promise<Record<string, unknown>> };

export default async function UnknownSpeakersPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const query = unknownQuerySchema.parse(await searchParams);
  if (query.speaker) return <OneSpeaker text={query.speaker} />;
  return (
    <>
      <Breadcrumbs crumbs={[PEOPLE]} />
      <PageHeading
        title={UNKNOWN.label}
        lead="Suggested people and organisations: articles quote them, and nobody has said who they are."
      />
      <UnknownSpeakersTable speakers={await listUnknownSpeakers(query)} query={query} />
    </>
  );
}

async function OneSpeaker({ text }: { text: string }) {
  const speaker = await getUnknownSpeaker(text);
  const actors = speaker?.isName ? await listActorChoices() : [];
  return (
    <>
      <Breadcrumbs crumbs={[PEOPLE, UNKNOWN]} />
      <PageHeading
        title={`Who is “${speaker?.speakerText ?? text}”?`}
        lead={speaker?.isName === false ? NO_NAME : undefined}
      />
      {speaker ? (
        <UnknownSpeaker speaker={speaker} actors={actors} />
      ) : (
        <EmptyState title="Nothing that they say waits here." />
      )}
    </>
  );
}
