/** The pages that links in mails lead to. What a link does is done by a button, since programs open links. */
import { CADENCE_LABELS } from "#components/saved/cadence-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { AlertAtLink } from "#lib/saved-searches/types.ts";
import styles from "./saved-search.module.css";

type LinkViewProps = { token: string; alert: AlertAtLink };

/** Asks for the confirmation that mails are wanted. */
export function ConfirmAlertView({ token, alert }: LinkViewProps) {
  const { name, address, cadence } = alert;
  return (
    <>
      <PageHeading
        kicker="E-mail"
        title="Shall the mails begin?"
        lead={`What is new in the saved search “${name}” is sent to ${address}, ${CADENCE_LABELS[cadence]}. Every mail says how to stop them.`}
      />
      <form method="post" action="/alerts/confirm">
        <input type="hidden" name="token" value={token} />
        <Button tone="primary">Yes, send them</Button>
      </form>
    </>
  );
}

/** Asks whether mails are to end. */
export function EndAlertView({ token, alert }: LinkViewProps) {
  const { name, address, search } = alert;
  return (
    <>
      <PageHeading
        kicker="E-mail"
        title="Stop these mails?"
        lead={`No more mails about the saved search “${name}” go to ${address}, and the address is forgotten.`}
      />
      <form method="post" action={`/alerts/unsubscribe/${token}`} className={styles.row}>
        <Button tone="primary">Stop them</Button>
        <span className={styles.links}>
          <a href={search.path}>See the search instead</a>
        </span>
      </form>
    </>
  );
}

type AlertNoteViewProps = { title: string; lead: string };

/** What became of a link. */
export function AlertNoteView({ title, lead }: AlertNoteViewProps) {
  return (
    <>
      <PageHeading kicker="E-mail" title={title} lead={lead} />
      <p>
        <a href="/saved">Your saved searches</a>
      </p>
    </>
  );
}
