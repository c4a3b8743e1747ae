import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { verifyArticleAction } from "#lib/articles/actions-lifecycle.ts";
import { verifyEventAction } from "#lib/events/actions.ts";

type ConfirmedNoticeProps = {
  event: { id: string; title: string } | null;
  article: { id: string; headline: string | null } | null;
};

/** Says what was confirmed just now, with the way back right there. */
export function ConfirmedNotice({ event, article }: ConfirmedNoticeProps) {
  const title = event?.title ?? article?.headline;
  if (!title) return null;
  const hidden: Record<string, string> = event
    ? { eventId: event.id }
    : { articleId: article?.id ?? "" };
  return (
    <Notice tone="good" isAnswer title={`Confirmed: ${title}`}>
      <ActionForm
        action={event ? verifyEventAction : verifyArticleAction}
        hidden={{ ...hidden, verification: "to_verify" }}
        submit="Undo"
        about={title}
        tone="plain"
        layout="inline"
      />
    </Notice>
  );
}
