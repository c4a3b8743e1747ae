/** The lines before each record of a web archive, in WARC (ISO 28500) and in its forerunner ARC. */

export type WebRecordHead = {
  /** `response`, `resource`, `request`, `revisit` and the like. */
  type: string;
  /** The address it was fetched from, where that is one of the web. */
  url?: string;
  /** `YYYY-MM-DD`, in UTC. */
  capturedOn?: string;
  /** Of the block: that of an HTTP message, or of what was kept without one. */
  mediaType: string;
  /** Of the block, in bytes, as declared. */
  length: number;
  /** Set where whoever fetched it kept only a part, and why. */
  truncated?: string;
};

const WARC = /^WARC\/\d\.\d{1,2}\s*$/;
const ARC_LINE =
  /^(?<url>[a-z][\w+.-]{0,20}:.{0,8000}) \S+ (?<time>\d{14}) (?<mediaType>\S+)(?: \S+ \S+ \S+ \S+ \S+)? (?<length>\d{1,15})$/i;
const ARC_BEGINNING = /^filedesc:\/\/\S{1,1000} \S{1,100} \d{14} /;

/** True for a WARC or an ARC file, from its first bytes, unpacked. */
export function beginsWebArchive(beginning: Buffer): boolean {
  const text = beginning.toString("latin1", 0, 2_000);
  return /^WARC\/\d\.\d{1,2}\r?\n/.test(text) || ARC_BEGINNING.test(text);
}

/** What the lines of a WARC record's head say; null where they are none, or give no length. */
export function parseWarcHead(text: string): WebRecordHead | null {
  const [version = "", ...lines] = text.split(/\r?\n/);
  if (!WARC.test(version)) return null;
  const fields = parseFields(lines);
  const length = fields.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(length)) return null;
  return {
    type: (fields.get("warc-type") ?? "").toLowerCase(),
    mediaType: fields.get("content-type") ?? "",
    length: Number(length),
    ...addressOf(fields.get("warc-target-uri")),
    ...dayOf(fields.get("warc-date")),
    ...(fields.has("warc-truncated") && { truncated: fields.get("warc-truncated") ?? "" }),
  };
}

/** What the line before a record in an ARC file says; null where it is none. */
export function parseArcHead(line: string): WebRecordHead | null {
  const { url, time, mediaType, length } = ARC_LINE.exec(line.trimEnd())?.groups ?? {};
  if (url === undefined || time === undefined || mediaType === undefined) return null;
  const day = `${time.slice(0, 4)}-${time.slice(4, 6)}-${time.slice(6, 8)}`;
  const type = url.startsWith("filedesc:") ? "filedesc" : "response";
  return { type, mediaType, length: Number(length), ...addressOf(url), ...dayOf(day) };
}

/** Fields of a head by their names in small letters, the first of each; lines may be continued. */
export function parseFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}

/** Some programs write addresses in angle brackets. */
function addressOf(written = ""): { url?: string } {
  const url = written.replace(/^<(.*)>$/, "$1").trim();
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? { url } : {};
}

function dayOf(written = ""): { capturedOn?: string } {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(written)?.[0];
  return day ? { capturedOn: day } : {};
}
