/** Bombs among the files that hold many articles: archives, feeds, tables, web archives and their pages. */
import { brotliCompressSync, gzipSync } from "node:zlib";
import { articlePage, httpAnswer, packedWarc, warcRecord } from "#lib/testing/warc.ts";
import { makeZip } from "#lib/testing/zip.ts";
import type { HostileItem } from "./hostile-groups.ts";

const MB = 1024 * 1024;
const SENTENCE = "Ministers met in the harbour on Thursday and agreed to meet again. ";
const LINE = `{"title":"Talks open","body":"${SENTENCE}"}\n`;
const ENTRY = `<item><title>Talks open</title><description>${SENTENCE}</description></item>`;
const PAGE = articlePage("Talks open");

function bomb(id: string, fileName: string, bytes: () => Buffer): HostileItem {
  return { id: `bomb:${id}`, fileName, bytes };
}

export function archiveBombs(): HostileItem[] {
  return [
    bomb("gzip-1-gb-of-zeros", "a.gz", () => zeros(1024)),
    bomb("gzip-1-gb-of-lines", "a.jsonl.gz", () => {
      const member = gzipSync(LINE.repeat((10 * MB) / LINE.length));
      return Buffer.concat(Array.from({ length: 100 }, () => member));
    }),
    bomb("gzip-in-gzip", "a.gz.gz.gz", () => gzipSync(gzipSync(zeros(1024)))),
    bomb("zip-of-gzip-bombs", "a.zip", () => {
      const bytes = zeros(512);
      return makeZip(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.gz`, bytes])));
    }),
    bomb("zip-in-zip-in-zip", "a.zip", () => {
      const inner = makeZip({ "a.txt": Buffer.alloc(100 * MB) });
      const layer = (zip: Buffer) =>
        makeZip(Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`${i}.zip`, zip])));
      return layer(layer(layer(inner)));
    }),
    bomb("zip-60000-files", "a.zip", () =>
      makeZip(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`${i}.txt`, "On."]))),
    ),
    bomb("xlsx-of-300-mb", "a.xlsx", () =>
      makeZip({
        "[Content_Types].xml": `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
        "xl/worksheets/sheet1.xml": Buffer.alloc(300 * MB, " "),
      }),
    ),
  ];
}

export function feedBombs(): HostileItem[] {
  const rss = (inside: string) =>
    Buffer.from(`<?xml version="1.0"?><rss version="2.0"><channel>${inside}</channel></rss>`);
  const entities = Array.from(
    { length: 40 },
    (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
  );
  return [
    bomb("feed-100000-entries", "a.xml", () => rss(ENTRY.repeat(100_000))),
    bomb("atom-100000-entries", "a.atom", () =>
      Buffer.from(
        `<feed xmlns="http://www.w3.org/2005/Atom">${`<entry><title>A</title><content>${SENTENCE}</content></entry>`.repeat(100_000)}</feed>`,
      ),
    ),
    bomb("json-feed-100000-entries", "a.json", () =>
      Buffer.from(
        `{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[${Array.from({ length: 100_000 }, (_, i) => `{"id":"${i}","title":"A","content_text":"${SENTENCE}"}`).join(",")}]}`,
      ),
    ),
    bomb("feed-entities", "a.xml", () =>
      Buffer.from(
        `<!DOCTYPE rss [<!ENTITY a0 "ha">${entities.join("")}]><rss><channel><item><title>&a40;</title></item></channel></rss>`,
      ),
    ),
    bomb("feed-nested", "a.xml", () => rss("<item>".repeat(500_000))),
    bomb("feed-entry-of-50-mb", "a.xml", () =>
      rss(
        `<item><title>A</title><description>${SENTENCE.repeat((50 * MB) / 70)}</description></item>`,
      ),
    ),
    bomb("lines-1000000", "a.jsonl", () => Buffer.from(LINE.repeat(1_000_000))),
    bomb("rows-1000000", "a.csv", () =>
      Buffer.from(`title,text\n${`Talks,"${SENTENCE}"\n`.repeat(1_000_000)}`),
    ),
  ];
}

export function webArchiveBombs(): HostileItem[] {
  const answer = httpAnswer(PAGE);
  const coded = (body: Buffer, coding: string) =>
    warcRecord({ block: httpAnswer(body, { "Content-Encoding": coding }) });
  return [
    bomb("warc-length-10-gb", "a.warc", () =>
      Buffer.concat([
        warcRecord({ block: answer, length: 10 * 1024 ** 3 }),
        warcRecord({ block: answer }),
      ]),
    ),
    bomb("warc-record-unpacks-to-2-gb", "a.warc.gz", () => {
      const head = gzipSync(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2147483648\r\n\r\n",
      );
      return Buffer.concat([
        packedWarc([warcRecord({ block: answer })]),
        head,
        zeros(1024),
        zeros(1024),
      ]);
    }),
    bomb("warc-page-is-gzip-bomb", "a.warc", () => coded(zeros(1024), "gzip")),
    bomb("warc-page-is-br-bomb", "a.warc", () =>
      coded(brotliCompressSync(Buffer.alloc(64 * MB)), "br"),
    ),
    bomb("warc-page-in-chunks-of-one-byte", "a.warc", () =>
      warcRecord({
        block: httpAnswer(`${"1\r\na\r\n".repeat(900_000)}0\r\n\r\n`, {
          "Transfer-Encoding": "chunked",
        }),
      }),
    ),
    ...webRecordBombs(),
  ];
}

function webRecordBombs(): HostileItem[] {
  const answer = httpAnswer(PAGE);
  return [
    bomb("warc-500000-records", "a.warc", () =>
      Buffer.concat(
        Array.from({ length: 500_000 }, () => warcRecord({ type: "request", block: "" })),
      ),
    ),
    bomb("warc-one-page-5000-times", "a.warc.gz", () =>
      packedWarc(
        Array.from({ length: 5_000 }, (_, i) =>
          warcRecord({ block: answer, url: `https://a.example/${i}` }),
        ),
      ),
    ),
    bomb("warc-heads-broken", "a.warc", () => Buffer.from("WARC/1.0\r\n\r\n".repeat(2_000_000))),
    bomb("warc-head-without-end", "a.warc", () =>
      Buffer.from(`WARC/1.0\r\n${"a: b\r\n".repeat(5 * MB)}`),
    ),
    bomb("warc-beginnings-of-members", "a.warc.gz", () =>
      Buffer.concat([
        packedWarc([warcRecord({ block: answer })]),
        Buffer.alloc(50 * MB, "\x1f\x8b\x08\x00", "latin1"),
      ]),
    ),
    bomb("wacz-of-bombs", "a.wacz", () =>
      makeZip({
        "datapackage.json": "{}",
        "archive/a.warc.gz": zeros(1024),
        "archive/b.warc": Buffer.alloc(300 * MB),
      }),
    ),
  ];
}

export function pageBombs(): HostileItem[] {
  const almost = 5 * MB - 1_000;
  const page = (inside: string) => Buffer.from(`<!doctype html><title>A</title>${inside}`);
  const fill = (text: string) => page(text.repeat(Math.floor(almost / text.length)));
  return [
    bomb("page-links", "a.html", () => fill(`<a href="/a">${SENTENCE}</a>`)),
    bomb("page-paragraphs", "a.html", () => fill("<p>a")),
    bomb("page-never-closed", "a.html", () => fill("<div><p><b><i><a><table><tr><td>")),
    bomb("page-only-closed", "a.html", () => fill("</div></p>")),
    bomb("page-attributes", "a.html", () =>
      page(`<p ${"a=b ".repeat(almost / 4)}>${SENTENCE}</p>`),
    ),
    bomb("page-entities", "a.html", () => fill("&amp;&#x41;&notin;")),
    bomb("page-comments", "a.html", () => fill("<!--")),
    bomb("page-json-ld", "a.html", () =>
      page(`<script type="application/ld+json">${'{"@graph":['.repeat(almost / 12)}</script>`),
    ),
    bomb("page-meta", "a.html", () => fill('<meta property="og:title" content="A">')),
    bomb("page-of-scripts", "a.html", () => fill("<script>alert(1)</script>")),
  ];
}

/** So many megabytes of nothing in gzip, whose members may be repeated: making it costs little. */
function zeros(megabytes: number): Buffer {
  const member = gzipSync(Buffer.alloc(16 * MB));
  return Buffer.concat(Array.from({ length: megabytes / 16 }, () => member));
}
