import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RECEIVED_WORDS } from "#components/admin/articles/received-words.ts";
import { VersionDecision } from "#components/admin/versions/version-decision.tsx";
import { STATE_WORDS } from "#components/admin/versions/version-words.ts";
import { ChangeList } from "#components/article/change-list.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { getVersion } from "#lib/articles/data-versions-admin.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { inFigures } from "#lib/text/counted.ts";

export const metadata: Metadata = { title: "A new version" };

const paramsSchema = z.object({ id: z.uuid(), originalId: z.uuid() });

type Props = { params: Promise<{ id: string; originalId: string }> };

export default async function VersionPage({ params }: Props) {
  await requirePageRole("editor");
  const { data } = paramsSchema.safeParse(await params);
  const version = data ? await getVersion(data.id, data.originalId) : null;
  if (!version) notFound();
  const { articleId, originalId, changes, state, receivedAt, receivedVia } = version;
  const crumbs = [
    { label: "Articles", href: "/admin/articles" },
    { label: version.headline ?? "No headline yet", href: `/admin/articles/${articleId}` },
    { label: "Revisions", href: `/admin/articles/${articleId}/revisions` },
  ];
  return (
    <>
      <Breadcrumbs crumbs={crumbs} />
      <PageHeading
        kicker={version.isCurrent ? "The article’s text now" : STATE_WORDS[state]}
        title="A new version of the page"
        lead="What taking it over would change, with what matters most first. Corrections made here stay."
      >
        <p>
          Here since <Instant at={receivedAt} />, {RECEIVED_WORDS[receivedVia]}.{" "}
          <a href={`/admin/originals/${originalId}`}>As received</a>
        </p>
      </PageHeading>
      <VersionDecision version={version} />
      <Section title="What would change" id="changes" aside={inFigures(changes.length)}>
        {changes.length === 0 && <p>Nothing: what it has otherwise was corrected here.</p>}
        <ChangeList changes={changes} sides={["Now", "New"]} />
      </Section>
    </>
  );
}
