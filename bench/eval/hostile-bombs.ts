import { deflateSync } from "node:zlib";
import { makePdf } from "#lib/testing/pdf.ts";
import { makeZip } from "#lib/testing/zip.ts";
import type { HostileGroup, HostileItem } from "./hostile-groups.ts";
import { archiveBombs, feedBombs, pageBombs, webArchiveBombs } from "./hostile-source-bombs.ts";

const MB = 1024 * 1024;
const DOCX = {
  "[Content_Types].xml": `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
};
const ENTITIES = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from(
  { length: 40 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join("")}]>`;
const SENTENCE =
  "Ministers met in the harbour on Thursday and agreed to meet again in the spring. ";
const MAIL = "From: a@b.example\r\nSubject: Harbour talks open\r\nMIME-Version: 1.0\r\n";

/** Files that unpack, nest or repeat without end. Add those of other formats here. */
export function makeBombs(): HostileGroup[] {
  const documents = [
    ...zipBombs(),
    ...xmlBombs(),
    ...nestedBombs(),
    ...longBombs(),
    ...pdfBombs(),
    ...mailBombs(),
  ];
  const groups = [
    { name: "bombs: documents", items: documents },
    { name: "bombs: archives", items: archiveBombs() },
    { name: "bombs: feeds and tables", items: feedBombs() },
    { name: "bombs: web archives", items: webArchiveBombs() },
    { name: "bombs: pages", items: pageBombs() },
  ];
  return groups.map((group) => ({ ...group, isEachAlone: true }));
}

function bomb(id: string, bytes: () => Buffer): HostileItem {
  return { id: `bomb:${id}`, fileName: "bomb", bytes };
}

function docx(content: string | Uint8Array): Buffer {
  return makeZip({ ...DOCX, "word/document.xml": content });
}

function zipBombs(): HostileItem[] {
  return [
    bomb("zip-300-mb", () => docx(Buffer.alloc(300 * MB, " "))),
    bomb("zip-lying-size", () =>
      makeZip({ ...DOCX, "word/document.xml": Buffer.alloc(300 * MB, " ") }, { statedBytes: 10 }),
    ),
    bomb("zip-many-parts", () =>
      makeZip({
        ...DOCX,
        ...Object.fromEntries(
          Array.from({ length: 40 }, (_, i) => [`word/p${i}.xml`, Buffer.alloc(8 * MB, " ")]),
        ),
      }),
    ),
    bomb("zip-same-part-20000-times", sharedParts),
    bomb("epub-20000-chapters", () =>
      makeZip({
        mimetype: "application/epub+zip",
        "book.opf": `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine>${`<itemref idref="a"/>`.repeat(20_000)}</spine></package>`,
        "a.xhtml": `<p>${SENTENCE.repeat(20_000)}</p>`,
      }),
    ),
  ];
}

/** Many entries of the directory that point to one part. */
function sharedParts(): Buffer {
  const zip = docx(Buffer.alloc(10 * MB, " "));
  const end = zip.length - 22;
  const start = zip.readUInt32LE(end + 16);
  const last = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), end);
  const entry = zip.subarray(last, end);
  const copies = Array.from({ length: 20_000 }, (_, i) => {
    const copy = Buffer.from(entry);
    copy.write(`word/${String(i).padStart(5, "0")}nt.xml`, 46);
    return copy;
  });
  const directory = Buffer.concat([zip.subarray(start, last), ...copies]);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(20_001, 8);
  tail.writeUInt16LE(20_001, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([zip.subarray(0, start), directory, tail]);
}

function xmlBombs(): HostileItem[] {
  return [
    bomb("docx-entities", () =>
      docx(`${ENTITIES}<w:document><w:p><w:r><w:t>&a40;</w:t></w:r></w:p></w:document>`),
    ),
    bomb("odt-entities", () =>
      makeZip({
        mimetype: "application/vnd.oasis.opendocument.text",
        "content.xml": `${ENTITIES}<office:text><text:p>&a40;</text:p></office:text>`,
      }),
    ),
    bomb("docx-attributes", () =>
      docx(`<w:document ${Array.from({ length: 400_000 }, (_, i) => `a${i}="x"`).join(" ")}/>`),
    ),
    bomb("xml-entities", () => Buffer.from(`<?xml version="1.0"?>${ENTITIES}<x>&a40;</x>`)),
  ];
}

function nestedBombs(): HostileItem[] {
  return [
    bomb("docx-nested", () => docx("<w:tbl><w:tr><w:tc>".repeat(600_000))),
    bomb("rtf-nested", () =>
      Buffer.from(`{\\rtf1 ${"{".repeat(2_500_000)}${"}".repeat(2_500_000)}`),
    ),
    bomb("html-nested", () => Buffer.from(`<!doctype html>${"<div>".repeat(900_000)}${SENTENCE}`)),
    bomb("mail-html-nested", () =>
      Buffer.from(`${MAIL}Content-Type: text/html\r\n\r\n${"<div><table>".repeat(300_000)}`),
    ),
    bomb("markdown-nested", () => Buffer.from(`# Talks\n\n${"> ".repeat(2_000_000)}`)),
    bomb("json-nested", () => Buffer.from("[".repeat(4_000_000))),
    bomb("xml-nested", () => Buffer.from(`<?xml version="1.0"?>${"<a>".repeat(1_500_000)}`)),
  ];
}

function longBombs(): HostileItem[] {
  const almost = 5 * MB - 64;
  return [
    bomb("line-without-spaces", () => Buffer.alloc(almost, "a")),
    bomb("line-of-words", () => Buffer.from(SENTENCE.repeat(almost / SENTENCE.length))),
    bomb("lines-of-one-letter", () => Buffer.from("a\n".repeat(almost / 2))),
    bomb("spaces", () => Buffer.from(`a${" ".repeat(almost - 2)}b`)),
    bomb("names", () => Buffer.from(`By ${"Ada Brook, ".repeat(almost / 12)}`)),
    bomb("dates", () => Buffer.from("27 February 2025, ".repeat(almost / 20))),
    bomb("rtf-line", () => Buffer.from(`{\\rtf1 ${"\\'e9".repeat(almost / 4 - 4)}}`)),
    bomb("rtf-cells", () => Buffer.from(`{\\rtf1 ${"a\\cell ".repeat(almost / 8)}}`)),
    bomb("docx-paragraphs", () =>
      docx(`<w:document>${"<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(1_500_000)}</w:document>`),
    ),
  ];
}

function pdfBombs(): HostileItem[] {
  const line = { x: 60, y: 100, text: SENTENCE };
  return [
    bomb("pdf-10000-pages", () =>
      makePdf(Array.from({ length: 10_000 }, () => [{ ...line, text: "On." }])),
    ),
    bomb("pdf-full-page", () =>
      makePdf([
        Array.from({ length: 60_000 }, (_, i) => ({
          x: (i * 37) % 600,
          y: (i * 11) % 780,
          text: `word ${i}`,
        })),
      ]),
    ),
    bomb("pdf-unpacks-400-mb", () =>
      withStream(
        deflateSync(deflateSync(Buffer.alloc(400 * MB, " "))),
        "[/FlateDecode /FlateDecode]",
      ),
    ),
    bomb("pdf-pages-in-a-circle", () =>
      Buffer.from(
        makePdf([[line]])
          .toString("latin1")
          .replace("/Kids [4 0 R]", "/Kids [2 0 R]"),
        "latin1",
      ),
    ),
    bomb("pdf-says-a-billion-pages", () =>
      Buffer.from(
        makePdf([[line]])
          .toString("latin1")
          .replace("/Count 1", "/Count 1000000000"),
        "latin1",
      ),
    ),
    bomb("pdf-noise", () =>
      Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n"), noise(3 * MB), Buffer.from("\nendobj")]),
    ),
  ];
}

/** A PDF of one page with this stream, under this filter, as its content. */
function withStream(stream: Buffer, filter: string): Buffer {
  const [before = "", after = ""] = makePdf([[]])
    .toString("latin1")
    .split("<< /Length 0 >>\nstream\n\nendstream");
  const content = `<< /Length ${stream.length} /Filter ${filter} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(before + content, "latin1"),
    stream,
    Buffer.from(`\nendstream${after}`, "latin1"),
  ]);
}

function mailBombs(): HostileItem[] {
  return [
    bomb("mail-quoted", () =>
      Buffer.from(`${MAIL}\r\n${SENTENCE}\r\n${"> a\r\n".repeat(800_000)}`),
    ),
    bomb("mail-boundaries", () =>
      Buffer.from(
        `${MAIL}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\n\r\n".repeat(600_000)}`,
      ),
    ),
    bomb("mail-headers", () =>
      Buffer.from(`${MAIL}${"X-A: =?utf-8?Q?=41?=\r\n".repeat(200_000)}\r\n${SENTENCE}`),
    ),
    bomb("mail-forwards", () =>
      Buffer.from(
        `${MAIL}\r\n${"Begin forwarded message:\r\nFrom: a\r\n".repeat(120_000)}${SENTENCE}`,
      ),
    ),
    bomb("zip-noise", () => Buffer.concat([makeZip(DOCX).subarray(0, 200), noise(3 * MB)])),
    bomb("rtf-noise", () => Buffer.concat([Buffer.from("{\\rtf1 "), noise(3 * MB)])),
  ];
}

/** Bytes without any order, the same in every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let seed = 42;
  for (let i = 0; i < length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[i] = seed >> 16;
  }
  return bytes;
}
