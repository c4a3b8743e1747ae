import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stack } from "#components/admin/shell/stack.tsx";
import { SuggestionDecision } from "#components/admin/suggestions/suggestion-decision.tsx";
import { SuggestionEvidence } from "#components/admin/suggestions/suggestion-evidence.tsx";
import { SuggestionNotices } from "#components/admin/suggestions/suggestion-notices.tsx";
import { participantWords } from "#components/admin/suggestions/suggestion-words.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { getSuggestion, listEventChoices, listMergeChoices } from "#lib/happenings/data.ts";
import { suggestionIdSchema } from "#lib/happenings/schema.ts";
import { counted } from "#lib/text/counted.ts";

export const metadata: Metadata = { title: "Suggested event" };

export default async function SuggestionPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("editor");
  const id = suggestionIdSchema.safeParse((await params).id);
  const suggestion = id.success ? await getSuggestion(id.data) : null;
  if (!suggestion) notFound();
  const { title, date, kind, placeName, startsOn, state, articles } = suggestion;
  const [events, others] = await Promise.all([
    listEventChoices(startsOn),
    listMergeChoices(suggestion.id, startsOn),
  ]);
  const aside = state === "open" && (
    <Stack>
      <SuggestionDecision suggestion={suggestion} events={events} others={others} />
    </Stack>
  );
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Suggested events", href: "/admin/suggestions" }]} />
      <PageHeading
        kicker={state === "open" ? "Proposed event" : "Suggested event"}
        title={title}
        lead={[formatEdtf(date), placeName, kind].filter(Boolean).join(" · ")}
      >
        {suggestion.participants.length > 0 && <p>{participantWords(suggestion)}</p>}
      </PageHeading>
      <SuggestionNotices suggestion={suggestion} />
      <MainAndAside aside={aside}>
        <Section
          title="What its articles say"
          id="evidence"
          aside={counted(articles.length, "article")}
        >
          <SuggestionEvidence articles={articles} />
        </Section>
      </MainAndAside>
    </>
  );
}
