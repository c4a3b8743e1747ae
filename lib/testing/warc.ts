import { gzipSync } from "node:zlib";

type RecordParts = {
  type?: string;
  url?: string;
  date?: string;
  mediaType?: string;
  block: string | Uint8Array;
  /** A lie about the length of the block. */
  length?: number | string;
  /** Fields beyond those, or `null` in place of one of them. */
  fields?: Record<string, string | null>;
};

/** One record of a WARC file, an answer from a server if nothing else is said. */
export function warcRecord({
  type = "response",
  url = "https://courier.example/2025/talks",
  date = "2025-02-27T10:15:00Z",
  mediaType = type === "response" ? "application/http; msgtype=response" : "text/html",
  block,
  length,
  fields = {},
}: RecordParts): Buffer {
  const bytes = Buffer.from(block);
  const all = {
    "WARC-Type": type,
    "WARC-Target-URI": url,
    "WARC-Date": date,
    "Content-Type": mediaType,
    "Content-Length": String(length ?? bytes.length),
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}\r\n`],
  );
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${lines.join("")}\r\n`),
    bytes,
    Buffer.from("\r\n\r\n"),
  ]);
}

/** A server's answer, as it stands in a record of that kind. */
export function httpAnswer(
  body: string | Uint8Array,
  fields: Record<string, string> = {},
  status = "200 OK",
): Buffer {
  const all = { "Content-Type": "text/html; charset=utf-8", ...fields };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join("")}\r\n`),
    Buffer.from(body),
  ]);
}

/** A page with an article of these words; an address of its own makes it another page. */
export function articlePage(headline: string): string {
  const sentence = `Ministers met in the harbour on Thursday and spoke about “${headline}” at length. `;
  const paragraphs = Array.from({ length: 4 }, () => `<p>${sentence.repeat(2)}</p>`).join("");
  return `<!doctype html><html lang="en"><title>${headline}</title><article><h1>${headline}</h1>${paragraphs}</article></html>`;
}

/** A WARC file of such records, each compressed by itself, as they mostly are. */
export function packedWarc(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
