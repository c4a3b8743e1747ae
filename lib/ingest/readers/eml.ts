import { ExtractedText } from "../extracted-text.ts";
import { isName } from "../names.ts";
import { MAX_LINES, tooManyLines, unreadable, type Reader } from "../reader.ts";
import { RunningText } from "../running-text.ts";
import { blocksOfHtml } from "./html-blocks.ts";
import { readMailBody, type MailBody, type MailField, type MailLine } from "./mail-body.ts";
import { readMime, type MimeMessage, type MimeText } from "./mime-parts.ts";

const RULE = "mail-header";
const SUBJECT_CONFIDENCE = 0.8;
const FORWARDED_SUBJECT_CONFIDENCE = 0.5;
const SENDER = { rule: RULE, confidence: 0.6 };
const PREFIX = /^\s*(?:(?:re|fwd?|aw|wg|tr|пер|відп|на)\s*(?:\[\d+\])?\s*:\s*)+/i;
const REPLY = /^\s*(?:re|aw|відп)\s*(?:\[\d+\])?:/i;
/** Senders that are no person: a paper, an agency, a list. */
const LIST_NAME =
  /\b(?:alerts?|news(?:letter|room|desk)?|updates?|digest|briefing|times|post|daily|weekly|herald|tribune|gazette|courier|chronicle|telegraph|press|agency|office|ministry|team|desk|editors?|service)\b/i;
const LIST_ADDRESS =
  /\b(?:no-?reply|alerts?|news(?:letters?)?|updates?|digest|briefing|editor(?:ial)?|press|info|mail|hello|contact|subscriptions?)[\w.+-]*@/i;
const LIST_SUFFIX = /\s+(?:breaking )?(?:news )?(?:alerts?|newsletters?|updates?|digest)$/i;
const MIN_OWN_LETTERS = 200;

/**
 * An e-mail: the article in it, with subject, sender and date as what its header says; the signature,
 * quoted replies and headers of forwarded messages as furniture. Rejects with `unreadable` without text.
 */
export const readEml: Reader = (bytes) => {
  const message = withText(readMime(bytes));
  if (!message) {
    throw unreadable(
      "The e-mail has no text, only attachments.",
      "Please save the attachment as a file and send that.",
    );
  }
  const headers = message.headers;
  const body = readMailBody(
    message.texts.flatMap(linesOf),
    REPLY.test(headers.get("subject") ?? ""),
  );
  const fields = fieldsOf(headers, body);
  const text = new RunningText();
  addSubject(text, fields.subject);
  addArticle(text, body.article);
  addSender(text, fields);
  for (const { rule, text: words } of body.furniture) text.addFurniture(words, rule, 0.85);
  return {
    ...text.finish(),
    mediaType: "message/rfc822",
    encoding: message.texts[0]?.encoding ?? "utf-8",
    encodingConfidence: 0.9,
    warnings: [],
  };
};

/** The message itself, or where it says little the one that it carries. */
function withText(message: MimeMessage): MimeMessage | null {
  const letters = message.texts.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (letters < MIN_OWN_LETTERS) {
    for (const inner of message.inner) {
      const found = withText(inner);
      if (found) return found;
    }
  }
  return letters > 0 ? message : null;
}

function linesOf({ type, text }: MimeText): MailLine[] {
  if (type === "text/html") {
    return blocksOfHtml(text).flatMap((block) =>
      block.text
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line, i) => ({ text: line, kind: block.kind, startsBlock: i === 0 })),
    );
  }
  const lines: MailLine[] = [];
  let startsBlock = true;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const isBlank = line.trim() === "" || /^>[>\s]*$/.test(line);
    if (!isBlank) lines.push({ text: line, kind: "paragraph", startsBlock });
    if (lines.length > MAX_LINES) throw tooManyLines();
    startsBlock = isBlank;
  }
  return lines;
}

function fieldsOf(
  headers: Map<string, string>,
  { forwarded }: MailBody,
): Record<MailField, string> {
  const of = (field: MailField) => forwarded[field] || headers.get(field) || "";
  return { from: of("from"), subject: of("subject"), date: of("date") };
}

function addSubject(text: RunningText, subject: string): void {
  const prefix = PREFIX.exec(subject)?.[0] ?? "";
  const confidence = prefix === "" ? SUBJECT_CONFIDENCE : FORWARDED_SUBJECT_CONFIDENCE;
  const fields = new ExtractedText();
  fields.add("headline", subject.slice(prefix.length), RULE, confidence);
  text.addNamed(fields);
}

/** Sender and date come last: what the article says of its author and day goes before. */
function addSender(text: RunningText, { from, date }: Record<MailField, string>): void {
  const fields = new ExtractedText();
  const name = from
    .replace(/<[^>]*>|\([^)]*\)|[\w.+-]+@[\w.-]+/g, "")
    .replace(/["“”]/g, "")
    .trim();
  const isPerson = isName(name) && !LIST_NAME.test(name) && !LIST_ADDRESS.test(from);
  if (isPerson) fields.addByline(name, {}, RULE, SENDER.confidence);
  else fields.add("outlet", name.replace(LIST_SUFFIX, ""), RULE, SENDER.confidence);
  fields.addDate("published", date.replace(/\([^)]*\)|\bat\b/g, " "));
  text.addCandidates(fields, SENDER);
}

function addArticle(text: RunningText, lines: MailLine[]): void {
  let block: string[] = [];
  let kind: MailLine["kind"] = "paragraph";
  const end = () => {
    text.add(kind, block.join("\n"));
    block = [];
  };
  for (const line of lines) {
    if (line.startsBlock || line.kind !== kind) end();
    kind = line.kind;
    block.push(line.text);
  }
  end();
}
