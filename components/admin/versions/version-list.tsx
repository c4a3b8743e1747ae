import { RECEIVED_WORDS } from "#components/admin/articles/received-words.ts";
import { STATE_WORDS } from "#components/admin/versions/version-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Section } from "#components/ui/section.tsx";
import type { VersionLine } from "#lib/articles/types-admin.ts";
import { counted } from "#lib/text/counted.ts";

type Props = { articleId: string; versions: readonly VersionLine[] };

/** Every original of an article, unchanged as it came; nothing where there is only the one. */
export function VersionList({ articleId, versions }: Props) {
  if (versions.length < 2) return null;
  return (
    <Section
      title="Originals"
      id="originals"
      aside={`${counted(versions.length, "version")} of its page`}
    >
      <DataTable
        caption="As received, the newest first"
        rows={versions}
        keyOf={({ originalId }) => originalId}
        columns={[
          {
            key: "received",
            heading: "Received",
            cell: ({ receivedAt, receivedVia }) => (
              <>
                <Instant at={receivedAt} />, {RECEIVED_WORDS[receivedVia]}
              </>
            ),
          },
          { key: "state", heading: "Its text", cell: (version) => <State {...version} /> },
          {
            key: "links",
            heading: "See",
            cell: (version) => <Links articleId={articleId} version={version} />,
          },
        ]}
      />
    </Section>
  );
}

function State({ state, isCurrent, decidedBy }: VersionLine) {
  if (isCurrent) return <Badge tone="good">read for the article as it is</Badge>;
  if (state === "proposed") return <Badge tone="unsure">{STATE_WORDS.proposed}</Badge>;
  return (
    <>
      {STATE_WORDS[state]}
      {decidedBy && `, ${decidedBy}`}
    </>
  );
}

function Links({ articleId, version }: { articleId: string; version: VersionLine }) {
  const { originalId, isCurrent, hasReading } = version;
  return (
    <>
      <a href={`/admin/originals/${originalId}`}>As received</a>
      {hasReading && !isCurrent && (
        <>
          {" · "}
          <a href={`/admin/articles/${articleId}/versions/${originalId}`}>What it would change</a>
        </>
      )}
    </>
  );
}
