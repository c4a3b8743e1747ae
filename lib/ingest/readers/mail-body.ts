/** What of a message's text is the article, and what was put around it by writing and sending it. */
import { countWords } from "#lib/text/sentences.ts";
import type { BlockKind } from "../running-text.ts";

export type MailField = "from" | "subject" | "date";
export type MailLine = {
  text: string;
  kind: BlockKind;
  /** A blank line, or the start of an element, stands before it. */
  startsBlock: boolean;
};
export type MailBody = {
  article: MailLine[];
  furniture: { rule: string; text: string }[];
  /** What the header of a forwarded message says, which counts more than the one around it. */
  forwarded: Partial<Record<MailField, string>>;
};

const FORWARDED =
  /^(?:-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht|message transféré|переслане повідомлення|пересланное сообщение)\s*-{2,}|begin forwarded message:|_{20,})$/i;
const HEADER_LINE =
  /^[*\s]*(from|sent|date|subject|to|cc|reply-to|von|gesendet|an|betreff|datum|de|envoyé|à|objet|від|дата|тема|кому|от):[*\s]*(.*)$/i;
const FIELD_BY_LABEL: Record<string, MailField> = {
  from: "from",
  von: "from",
  de: "from",
  від: "from",
  от: "from",
  sent: "date",
  date: "date",
  gesendet: "date",
  datum: "date",
  envoyé: "date",
  дата: "date",
  subject: "subject",
  betreff: "subject",
  objet: "subject",
  тема: "subject",
};
const ATTRIBUTION =
  /^(?:on\b.{6,200}\bwrote|am\b.{6,200}\bschrieb.{0,80}|le\b.{6,200}\ba écrit|.{6,200}\b(?:пише|написав|написала|писал|написал)\s?\(?а?\)?)\s*:$/iu;
const QUOTED = /^(?:>\s?)+/;
const SIGNATURE = /^(?:--|__|—)\s*$/;
const CLOSING =
  /^(?:(?:with )?(?:best|kind|kindest|warm|warmest)(?: (?:regards|wishes))?|regards|(?:many )?thanks|thank you|cheers|(?:yours )?(?:sincerely|faithfully|truly)|yours|з повагою|с уважением|mit freundlichen grüßen|cordialement|sent from my \w+.{0,40}|get outlook for \w+.{0,20})[,.!]?$/iu;
const SALUTATION =
  /^(?:dear|hi|hello|good (?:morning|afternoon|evening)|шановн\p{L}+)\b.{0,60}[,!:]$/iu;
const MAILING =
  /\b(?:unsubscribe|manage (?:your )?(?:email )?(?:preferences|subscriptions?)|update (?:your )?preferences|(?:you(?:'re| are)|you’re) receiving this|you received this (?:e-?mail|message|newsletter)|was sent to you|why did i get this)\b/i;
const IN_BROWSER =
  /^(?:view|read|open)\b.{0,40}\b(?:in (?:your |a |the )?(?:web )?browser|online)\b.{0,20}$/i;
const MAX_SIGNATURE_LINES = 14;
const ALL_QUOTED = 0.8;
const MAX_FOOTER_SHARE = 0.4;
const MAX_MAILING_LENGTH = 400;
const MAX_FORWARDS = 12;

/**
 * Tells the article of a message from its signature, from replies quoted under it, from the header of
 * a forwarded message and the note above that, and from a mailing list's footer. `isReply`: its subject
 * says that what is quoted was there before.
 */
export function readMailBody(lines: MailLine[], isReply: boolean): MailBody {
  const body: MailBody = { article: lines, furniture: [], forwarded: {} };
  if (!isReply) takeForwarded(body);
  takeQuoted(body, isReply);
  takeSignature(body);
  takeMailing(body);
  const [first] = body.article;
  if (first && SALUTATION.test(first.text.trim())) moveOut(body, 0, 1, "salutation");
  return body;
}

/** The innermost of several forwards holds the article; what stands above it is how it came here. */
function takeForwarded(body: MailBody): void {
  for (let forwards = 0; forwards < MAX_FORWARDS; forwards++) {
    const at = findForwarded(body.article);
    if (at < 0) return;
    let end = at + (FORWARDED.test(textAt(body, at)) ? 1 : 0);
    const forwarded: MailBody["forwarded"] = {};
    for (let match = headerAt(body, end); match; match = headerAt(body, ++end)) {
      const field = FIELD_BY_LABEL[match[1]?.toLowerCase() ?? ""];
      if (field) forwarded[field] ??= match[2]?.trim() ?? "";
    }
    const note = body.article.slice(0, at);
    const rest = body.article.slice(end);
    if (lengthOf(rest) < lengthOf(note)) return;
    body.forwarded = forwarded;
    moveOut(body, at, end, "forwarded-header");
    moveOut(body, 0, at, "forwarder-note");
  }
}

function findForwarded(lines: MailLine[]): number {
  return lines.findIndex(({ text }, i) => {
    if (FORWARDED.test(text.trim())) return HEADER_LINE.test(lines[i + 1]?.text ?? "");
    // Outlook puts nothing but the header above what it forwards.
    const four = lines
      .slice(i, i + 4)
      .map((line) => HEADER_LINE.exec(line.text)?.[1]?.toLowerCase());
    return (
      /^(?:from|von|de|від|от)$/.test(four[0] ?? "") && new Set(four.filter(Boolean)).size >= 3
    );
  });
}

function headerAt({ article }: MailBody, at: number): RegExpExecArray | null {
  return HEADER_LINE.exec(article[at]?.text ?? "");
}

function takeQuoted(body: MailBody, isReply: boolean): void {
  const quoted = body.article.filter(({ text }) => QUOTED.test(text));
  if (quoted.length > 0 && lengthOf(quoted) > lengthOf(body.article) * ALL_QUOTED) {
    body.article = body.article.map((line) => ({ ...line, text: line.text.replace(QUOTED, "") }));
    return;
  }
  const kept: MailLine[] = [];
  // In a reply without signs of quotation all that follows is the earlier message.
  let isEarlier = false;
  for (const [i, line] of body.article.entries()) {
    const text = line.text.trim();
    const isAttribution = ATTRIBUTION.test(text);
    isEarlier ||= isReply && (isAttribution || findForwarded(body.article.slice(i, i + 4)) === 0);
    if (isEarlier || isAttribution || QUOTED.test(text)) {
      body.furniture.push({ rule: "quoted-reply", text });
    } else kept.push(line);
  }
  body.article = kept;
}

function takeSignature(body: MailBody): void {
  const { article } = body;
  const from = Math.max(1, article.length - MAX_SIGNATURE_LINES);
  const marked = article.findLastIndex(({ text }) => SIGNATURE.test(text.trim()));
  const tail = article.slice(from).findIndex(({ text }) => CLOSING.test(text.trim()));
  if (marked > 0 && marked >= article.length / 2) {
    moveOut(body, marked, article.length, "signature");
  } else if (
    tail >= 0 &&
    article.slice(from + tail + 1).every(({ text }) => countWords(text) < 25)
  ) {
    moveOut(body, from + tail, article.length, "signature");
  }
}

function takeMailing(body: MailBody): void {
  const { article } = body;
  const isMailing = ({ text }: MailLine) => text.length < MAX_MAILING_LENGTH && MAILING.test(text);
  const from = Math.floor(article.length * (1 - MAX_FOOTER_SHARE));
  const at = article.findIndex((line, i) => i >= from && i > 0 && isMailing(line));
  if (at > 0) moveOut(body, at, article.length, "mailing-footer");
  const inBrowser = body.article
    .slice(0, MAX_SIGNATURE_LINES)
    .findIndex(({ text }) => IN_BROWSER.test(text.trim()));
  if (inBrowser >= 0) moveOut(body, inBrowser, inBrowser + 1, "mailing-footer");
}

function moveOut(body: MailBody, start: number, end: number, rule: string): void {
  for (const { text } of body.article.slice(start, end)) body.furniture.push({ rule, text });
  body.article = body.article.toSpliced(start, end - start);
}

function textAt({ article }: MailBody, at: number): string {
  return article[at]?.text.trim() ?? "";
}

function lengthOf(lines: MailLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
