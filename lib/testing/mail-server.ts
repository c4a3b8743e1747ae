import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it was handed over; nothing in it is decoded but what its reader sees. */
export type ReceivedMail = {
  to: string[];
  /** The whole message. */
  raw: string;
  subject: string;
  messageId: string;
  /** The part in plain text, decoded. */
  text: string;
  /** The same as HTML, decoded. */
  html: string;
  /** A header's value, unfolded; "" where it has none. */
  header(name: string): string;
};

export type MailServer = {
  url: string;
  mails: ReceivedMail[];
  /** What is answered to an address in place of taking mail for it. */
  refusals: Record<string, { code: number; message: string }>;
  close(): Promise<void>;
};

/** An SMTP server on this machine, on any free port where none is given, that keeps what it is sent. */
export async function openMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals: MailServer["refusals"] = {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      const refusal = refusals[address];
      const { code, message = "" } = refusal ?? {};
      done(refusal ? Object.assign(new Error(message), { responseCode: code }) : undefined);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push(readMail(Buffer.concat(chunks).toString(), to));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function readMail(raw: string, to: string[]): ReceivedMail {
  const [head = ""] = raw.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) =>
    new RegExp(`^${name}: *(.*)$`, "im").exec(unfolded)?.[1]?.trim() ?? "";
  return {
    ...{
      to,
      raw,
      header,
      messageId: header("Message-ID"),
      subject: decodeWords(header("Subject")),
    },
    text: partOf(raw, "text/plain"),
    html: partOf(raw, "text/html"),
  };
}

/** A part of a message, of which nodemailer writes each as quoted-printable, base64 or as it is. */
function partOf(raw: string, type: string): string {
  const at = raw.indexOf(`Content-Type: ${type}`);
  const bodyAt = raw.indexOf("\r\n\r\n", at) + 4;
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? "";
  const body = raw.slice(bodyAt, raw.indexOf(`\r\n--${boundary}`, bodyAt));
  const encoding = /Content-Transfer-Encoding: *(\S+)/i.exec(raw.slice(at, bodyAt))?.[1] ?? "7bit";
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  if (encoding !== "quoted-printable") return body.replaceAll("\r\n", "\n");
  return fromQuotedPrintable(body.replace(/=\r\n/g, "")).replaceAll("\r\n", "\n");
}

function decodeWords(header: string): string {
  const words = /=\?utf-8\?([qb])\?([^?]*)\?=(?:\s+(?==\?))?/gi;
  return header.replace(words, (_all, kind: string, text: string) =>
    kind.toLowerCase() === "b"
      ? Buffer.from(text, "base64").toString()
      : fromQuotedPrintable(text.replaceAll("_", " ")),
  );
}

function fromQuotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString();
}
