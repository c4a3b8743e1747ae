import { feedFormFields } from "#components/admin/feeds/feed-form-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Section } from "#components/ui/section.tsx";
import { editFeedAction } from "#lib/feeds/actions.ts";
import type { FeedChoices, FeedInFull } from "#lib/feeds/types.ts";

type FeedSettingsProps = { feed: FeedInFull; choices: FeedChoices };

/** Changes how a feed is followed. */
export function FeedSettings({ feed, choices }: FeedSettingsProps) {
  return (
    <Section title="Settings" id="settings">
      <ActionForm
        action={editFeedAction}
        hidden={{ feedId: feed.id }}
        fields={feedFormFields(choices, feed.fields)}
        submit="Save"
      />
    </Section>
  );
}
