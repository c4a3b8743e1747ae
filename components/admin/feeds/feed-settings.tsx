import { feedFormFields } from "#components/admin/feeds/feed-form-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { editFeedAction } from "#lib/feeds/actions.ts";
import { listFeedOutlets } from "#lib/feeds/data-outlets.ts";
import type { FeedInFull } from "#lib/feeds/types.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

/** Changes how a feed is followed. */
export async function FeedSettings({ feed }: { feed: FeedInFull }) {
  const [outlets, topics] = await Promise.all([listFeedOutlets(), listTopicRefs()]);
  return (
    <Section title="Settings" id="settings">
      <ActionForm
        action={editFeedAction}
        hidden={{ feedId: feed.id }}
        fields={feedFormFields({ outlets, topics }, feed.fields)}
        submit="Save"
      />
    </Section>
  );
}
