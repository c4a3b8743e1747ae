import type { Metadata } from "next";
import { TopicTables } from "#components/admin/topics/topic-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listTopicsForAdmin } from "#lib/topics/data-admin.ts";

export const metadata: Metadata = { title: "Topics" };

export default async function TopicsAdminPage() {
  await requirePageRole("editor");
  const topics = await listTopicsForAdmin();
  return (
    <>
      <PageHeading title="Topics">
        <p>
          <ButtonLink href="/admin/topics/new" tone="primary">
            Add a topic
          </ButtonLink>
        </p>
      </PageHeading>
      <TopicTables topics={topics} />
    </>
  );
}
