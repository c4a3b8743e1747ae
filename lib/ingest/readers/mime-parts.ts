import libmime from "libmime";
import { decodeText } from "../decode.ts";

/** A message's text, decoded, and what its header says of it. */
export type MimeText = { type: "text/plain" | "text/html"; text: string; encoding: string };
export type MimeMessage = {
  /** By lower-case name, encoded words decoded; of several of one name the first. */
  headers: Map<string, string>;
  texts: MimeText[];
  /** Messages attached or forwarded whole. */
  inner: MimeMessage[];
};

const MAX_DEPTH = 12;
const MAX_PARTS = 500;
/** A digest stands beside a list of what is in it, and is never deeper. */
const MAX_DIGEST_DEPTH = 1;
const MAX_HEADER_BYTES = 256 * 1024;
const MAX_HEADER_VALUE_LENGTH = 2_000;
const LINE_FEED = 0x0a;

type Budget = { parts: number };
type Part = { headers: Map<string, string>; body: Buffer };

/** The texts of an e-mail (RFC 5322, RFC 2045) in order, of alternatives the best. Never throws. */
export function readMime(bytes: Uint8Array): MimeMessage {
  return readMessage(Buffer.from(bytes), 0, { parts: 0 });
}

/** The messages of a digest (RFC 2046), as a mailing list sends them; none of any other e-mail. Never throws. */
export function splitDigest(bytes: Uint8Array): Buffer[] {
  return digestIn(splitPart(Buffer.from(bytes)), 0).slice(0, MAX_PARTS);
}

function digestIn(part: Part, depth: number): Buffer[] {
  const { value, params } = libmime.parseHeaderValue(part.headers.get("content-type") ?? "");
  const type = value.toLowerCase();
  if (depth > MAX_DIGEST_DEPTH || !type.startsWith("multipart/")) return [];
  const parts = splitMultipart(part.body, boundaryOf(params)).slice(0, MAX_PARTS).map(splitPart);
  if (type !== "multipart/digest") return parts.flatMap((each) => digestIn(each, depth + 1));
  const isMessage = ({ headers }: Part) =>
    /^message\/rfc822\b/i.test(headers.get("content-type") ?? "message/rfc822");
  return parts.filter(isMessage).map(decodeBody);
}

function readMessage(bytes: Buffer, depth: number, budget: Budget): MimeMessage {
  const part = splitPart(bytes);
  const message: MimeMessage = { headers: part.headers, texts: [], inner: [] };
  collect(part, message, depth, budget);
  return message;
}

function collect(part: Part, into: MimeMessage, depth: number, budget: Budget): void {
  if (depth > MAX_DEPTH || ++budget.parts > MAX_PARTS) return;
  const { value, params } = libmime.parseHeaderValue(part.headers.get("content-type") ?? "");
  const type = value.toLowerCase() || "text/plain";
  if (type.startsWith("multipart/")) {
    collectMultipart(type, boundaryOf(params), part.body, into, depth, budget);
  } else if (type === "message/rfc822") {
    into.inner.push(readMessage(decodeBody(part), depth + 1, budget));
  } else if (type === "text/plain" || type === "text/html") {
    const disposition = part.headers.get("content-disposition") ?? "";
    if (/^attachment/i.test(disposition)) return;
    const decoded = decodeText(decodeBody(part), params.charset);
    const isFlowed = /^flowed$/i.test(params.format ?? "");
    const text = isFlowed
      ? libmime.decodeFlowed(decoded.text, /^yes$/i.test(params.delsp ?? ""))
      : decoded.text;
    into.texts.push({ type, text, encoding: decoded.encoding });
  }
}

function boundaryOf(params: Record<string, string | undefined>): string {
  return params.boundary ?? "";
}

function collectMultipart(
  type: string,
  boundary: string,
  body: Buffer,
  into: MimeMessage,
  depth: number,
  budget: Budget,
): void {
  const parts = splitMultipart(body, boundary);
  if (type !== "multipart/alternative") {
    for (const bytes of parts) {
      const part = splitPart(bytes);
      if (type === "multipart/digest" && !part.headers.has("content-type"))
        part.headers.set("content-type", "message/rfc822");
      collect(part, into, depth + 1, budget);
    }
    return;
  }
  const alternatives = parts.map((bytes) => {
    const alternative: MimeMessage = { headers: new Map(), texts: [], inner: [] };
    collect(splitPart(bytes), alternative, depth + 1, budget);
    return alternative;
  });
  const best = chooseAlternative(alternatives);
  into.texts.push(...(best?.texts ?? []));
  into.inner.push(...(best?.inner ?? []));
}

/** Plain text where it is as good as the HTML: as much text, and not full of addresses. */
function chooseAlternative(alternatives: MimeMessage[]): MimeMessage | undefined {
  const of = (type: MimeText["type"]) =>
    alternatives.find(({ texts }) => texts.some((text) => text.type === type && text.text.trim()));
  const [plain, html] = [of("text/plain"), of("text/html")];
  if (!plain || !html || plain === html) return plain ?? html ?? alternatives.at(-1);
  const words = plain.texts.map(({ text }) => text).join(" ");
  const links = words.match(/https?:\/\/\S+/g) ?? [];
  const linkLength = links.reduce((sum, link) => sum + link.length, 0);
  const shown = html.texts
    .map(({ text }) =>
      text.replace(/<(style|script)[^]*?<\/\1>|<[^>]*>/gi, " ").replace(/\s+/g, " "),
    )
    .join(" ");
  const isPoor = words.length - linkLength < shown.length / 2 || linkLength > words.length / 5;
  return isPoor ? html : plain;
}

function splitPart(bytes: Buffer): Part {
  const end = headerEnd(bytes);
  const headers = new Map<string, string>();
  const block = bytes.subarray(0, Math.min(end.header, MAX_HEADER_BYTES));
  const unfolded = decodeText(block).text.replace(/\r?\n[ \t]+/g, " ");
  for (const line of unfolded.split(/\r?\n/)) {
    const match = /^([\x21-\x39\x3b-\x7e]{1,100}):\s*(.*)$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (!match || name === undefined || headers.has(name)) continue;
    const value = (match[2] ?? "").slice(0, MAX_HEADER_VALUE_LENGTH);
    headers.set(name, /^content-/.test(name) ? value : libmime.decodeWords(value));
  }
  return { headers, body: bytes.subarray(end.body) };
}

function headerEnd(bytes: Buffer): { header: number; body: number } {
  // A part may have no header at all, only the blank line.
  if (bytes[0] === LINE_FEED) return { header: 0, body: 1 };
  if (bytes[0] === 0x0d && bytes[1] === LINE_FEED) return { header: 0, body: 2 };
  const ends = ["\r\n\r\n", "\n\n"]
    .map((blank) => ({ header: bytes.indexOf(blank), length: blank.length }))
    .filter(({ header }) => header >= 0)
    .sort((a, b) => a.header - b.header);
  const [first] = ends;
  if (!first) return { header: bytes.length, body: bytes.length };
  return { header: first.header, body: first.header + first.length };
}

/** The parts between the lines that begin with the boundary; one cut off at the end counts. */
function splitMultipart(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  if (boundary === "") return parts;
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  for (
    let at = body.indexOf(mark);
    at >= 0 && parts.length < MAX_PARTS;
    at = body.indexOf(mark, at + 1)
  ) {
    const isAtLineStart = at === 0 || body[at - 1] === LINE_FEED;
    if (!isAtLineStart) continue;
    if (start >= 0) parts.push(body.subarray(start, at));
    const after = at + mark.length;
    if (body.toString("latin1", after, after + 2) === "--") return parts;
    const lineEnd = body.indexOf(LINE_FEED, after);
    if (lineEnd < 0) return parts;
    start = lineEnd + 1;
  }
  if (start >= 0) parts.push(body.subarray(start));
  return parts;
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase();
  if (encoding === "base64") return Buffer.from(body.toString("latin1"), "base64");
  if (encoding === "quoted-printable") return decodeQuotedPrintable(body);
  return body;
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const joined = body.toString("latin1").replace(/=[ \t]*\r?\n/g, "");
  const decoded = joined.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}
