/** Whether what was found is what an expectation asks for. */
import iconv from "iconv-lite";
import { htmlToLine } from "#lib/ingest/html-paragraphs.ts";
import { toWrittenDate } from "#lib/ingest/records/written-date.ts";
import type { Expectation } from "./expectations.ts";
import type { FoundEntry, FoundFeed } from "./found-fields.ts";
import type { Literal } from "./python-expression.ts";

const EMAIL = /\s*[(<][^()<>]*@[^()<>]*[)>]\s*|^\S+@\S+(?=\s)/;

/**
 * True where a value is met: words are compared as the archive keeps them, without markup and with
 * white space collapsed, instants as instants, authors by name, encodings by what they decode to.
 */
export function isMet(expectation: Expectation, found: FoundFeed, bytes: Uint8Array): boolean {
  const { kind, entry, field, accepted } = expectation;
  if (kind === "encoding") return accepted.some((name) => decodesAs(bytes, name, found.encoding));
  const from = entry === null ? found.feed : found.entries[entry];
  if (!from) return false;
  const value = valueOf(from, kind, field);
  if (kind === "markup") return wordsOf(value ?? "") === "";
  return accepted.some((wanted) => {
    if (wanted === null) return value === null;
    if (value === null) return false;
    if (kind === "date") return isSameInstant(value, wanted);
    if (kind === "link") return value === wanted || isResolved(value, String(wanted));
    if (kind === "author") return plain(value) === plain(withoutEmail(String(wanted)));
    return isSameText(value, String(wanted));
  });
}

function valueOf(from: FoundEntry, kind: Expectation["kind"], field: string): string | null {
  if (/^title/.test(field)) return from.title;
  if (kind === "link") return from.link;
  if (kind === "content" || kind === "markup")
    return field.startsWith("content") ? from.content : from.summary;
  if (kind === "author") {
    const place = /^authors\[(\d+)\]/.exec(field)?.[1];
    return from.authors[Number(place ?? 0)] ?? null;
  }
  return /^(?:updated|modified|date)/.test(field) ? from.updated : from.published;
}

/** True for the absolute form of an address that starts at its server's root. */
function isResolved(value: string, wanted: string): boolean {
  return wanted.startsWith("/") && URL.canParse(value) && new URL(wanted, value).href === value;
}

function isSameText(value: string, wanted: string): boolean {
  const words = wordsOf(wanted);
  return [plain(value), wordsOf(value)].some((one) => one === words || one === plain(wanted));
}

function wordsOf(text: string): string {
  return plain(htmlToLine(text));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** An author given by address alone keeps it. */
function withoutEmail(author: string): string {
  const name = author.replace(EMAIL, " ").replace(/[()]/g, "").trim();
  return name === "" ? author : name;
}

function isSameInstant(value: string, wanted: Literal): boolean {
  const instant = toInstant(value);
  if (Array.isArray(wanted)) {
    const [year, month, ...rest] = wanted.slice(0, 6).map(Number);
    return instant === Date.UTC(year ?? 0, (month ?? 1) - 1, ...rest);
  }
  return value === wanted || (instant !== null && instant === toInstant(String(wanted)));
}

/** A time without a zone is taken for UTC, as feedparser does. */
function toInstant(written: string): number | null {
  const iso = toWrittenDate(written);
  if (iso === null) return null;
  const zoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(iso) || !iso.includes("T") ? iso : `${iso}Z`;
  const instant = Date.parse(zoned);
  return Number.isNaN(instant) ? null : instant;
}

function decodesAs(bytes: Uint8Array, wanted: Literal, encoding: string | null): boolean {
  const name = String(wanted);
  if (encoding === null || !iconv.encodingExists(name)) return name.toLowerCase() === encoding;
  const buffer = Buffer.from(bytes);
  return iconv.decode(buffer, name) === iconv.decode(buffer, encoding);
}
