import { CadenceField, CADENCE_LABELS } from "#components/saved/cadence-field.tsx";
import { ChangeForm } from "#components/saved/change-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AlertView } from "#lib/saved-searches/types.ts";
import styles from "./saved-search.module.css";

type AlertSettingsProps = { token: string; alert: AlertView | null };

/** Mails about a saved search: asked for, on, or stopped. */
export function AlertSettings({ token, alert }: AlertSettingsProps) {
  if (alert === null) return <AskForm token={token} />;
  if (alert.state === "stopped") return <Stopped token={token} alert={alert} />;
  if (alert.state === "asked") return <Asked token={token} alert={alert} />;
  return (
    <div className={styles.forms}>
      <p>
        Mails go to {alert.address}, {CADENCE_LABELS[alert.cadence]}. The last:{" "}
        <Instant at={alert.lastSentAt} never="none yet" />.
      </p>
      {alert.lastError && (
        <Notice tone="warning">
          <p>The last try failed and is made again: {alert.lastError}</p>
        </Notice>
      )}
      <ChangeForm token={token} change="pace" className={styles.form}>
        <CadenceField value={alert.cadence} />
        <Button>Change</Button>
      </ChangeForm>
      <EndForm token={token} label="Stop mails and forget the address" />
    </div>
  );
}

function AskForm({ token }: { token: string }) {
  return (
    <ChangeForm token={token} change="mail" className={styles.form}>
      <p className={styles.quiet}>
        A first mail asks whether you want them; nothing else is sent before you say yes. The
        address is used for nothing else, and forgotten when the mails end.
      </p>
      <TextField
        id="email"
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        maxLength={254}
        required
      />
      <CadenceField value="daily" />
      <Button>Send me what is new</Button>
    </ChangeForm>
  );
}

function Asked({ token, alert }: { token: string; alert: AlertView }) {
  return (
    <div className={styles.forms}>
      <p role="status">
        {alert.address} is being asked. Open the link in the mail within 48 hours; nothing else is
        sent before. No mail? Look among the unwanted ones, or ask again.
      </p>
      {alert.lastError && (
        <Notice tone="warning">
          <p>The last try failed and is made again: {alert.lastError}</p>
        </Notice>
      )}
      <EndForm token={token} label="Take it back" />
    </div>
  );
}

function Stopped({ token, alert }: { token: string; alert: AlertView }) {
  return (
    <div className={styles.forms}>
      <Notice tone="danger" title={`No more mails go to ${alert.address}.`}>
        <p>They were refused, or failed for two days: {alert.lastError}</p>
      </Notice>
      {alert.isConfirmed && (
        <ChangeForm token={token} change="resume">
          <Button>Try again</Button>
        </ChangeForm>
      )}
      <EndForm token={token} label="Forget the address" />
      <AskForm token={token} />
    </div>
  );
}

function EndForm({ token, label }: { token: string; label: string }) {
  return (
    <ChangeForm token={token} change="unmail">
      <Button>{label}</Button>
    </ChangeForm>
  );
}
