/** The one way out for mail: through the operator's SMTP server. */
import { createTransport } from "nodemailer";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";

/** One mail has to be handed over in less than a lease holds. */
const CONNECT_TIMEOUT_MS = 15_000;
const SILENCE_TIMEOUT_MS = 60_000;
const PERMANENT = 500;

export type Mail = {
  /** One address, and nothing else. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for the same mail, so that one that is sent twice can be told from two. */
  messageKey: string;
  /** Where a mail program ends these mails by itself (RFC 8058). */
  unsubscribeUrl?: string;
};

export type SendMail = (mail: Mail) => Promise<void>;

/** A mail that was not taken. */
export class MailFailure extends Error {
  /** True where this recipient, or this mail to them, is refused for good; else it may be tried again. */
  readonly isRefusal: boolean;
  /** What the server said, for the recipient to read; null where the fault is ours. */
  readonly answer: string | null;
  /** `EENVELOPE RCPT TO 550`, for the log, which is to learn no address. */
  readonly reason: string;

  constructor(cause: unknown) {
    const { isRefusal, answer, reason } = judge(cause);
    super("A mail could not be sent.", { cause });
    this.name = "MailFailure";
    this.isRefusal = isRefusal;
    this.answer = answer;
    this.reason = reason;
  }
}

/** Whether this archive sends mail at all. */
export function isMailConfigured(): boolean {
  const { SMTP_URL, MAIL_FROM } = getEnv();
  return SMTP_URL !== undefined && MAIL_FROM !== undefined;
}

/**
 * Hands a mail to the SMTP server. Resolves once the server has taken it. Throws `MailFailure` where it
 * has not, `AppError` "unavailable" where none is configured.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = getEnv();
  if (!SMTP_URL || !MAIL_FROM) throw new AppError("unavailable", "This archive sends no mail.");
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(toMessage(mail, MAIL_FROM));
  } catch (cause) {
    throw new MailFailure(cause);
  } finally {
    transport.close();
  }
}

function toMessage(mail: Mail, from: string) {
  const { to, subject, text, html, messageKey, unsubscribeUrl } = mail;
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    ...{ from, subject, text, html },
    // As an object, it is never read as a list of addresses.
    to: { name: "", address: to },
    messageId: `<${messageKey}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeUrl && {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribeUrl}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** A 5xx to the recipient or to the mail is theirs; one to our name, our sender or our password is ours. */
function judge(cause: unknown): Pick<MailFailure, "isRefusal" | "answer" | "reason"> {
  const { code, command, responseCode, response } = cause as Record<string, unknown>;
  const isAboutRecipient = /^(RCPT TO|DATA)$/.test(String(command));
  return {
    isRefusal: isAboutRecipient && Number(responseCode) >= PERMANENT,
    answer: isAboutRecipient && response ? String(response) : null,
    reason: [code, command, responseCode].filter(Boolean).map(String).join(" "),
  };
}
