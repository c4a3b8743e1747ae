import { Readable } from "node:stream";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem } from "#lib/ingest/unpack.ts";
import { makePdf } from "#lib/testing/pdf.ts";
import { articlePage, httpAnswer, packedWarc, warcRecord } from "#lib/testing/warc.ts";
import { makeZip } from "#lib/testing/zip.ts";

const PAGE = articlePage("Talks open");
const OTHER = articlePage("Talks close");
const SMALL =
  "<!doctype html><title>Notice</title><p>The office is closed on Monday and Tuesday.</p>";
const INFO = warcRecord({ type: "warcinfo", mediaType: "application/warc-fields", block: "a: b" });
const REQUEST = warcRecord({ type: "request", block: "GET / HTTP/1.1\r\nHost: a\r\n\r\n" });
const ANSWER = warcRecord({ block: httpAnswer(PAGE) });
const OTHER_ANSWER = warcRecord({ block: httpAnswer(OTHER), url: "https://courier.example/b" });
const RECORDS = [INFO, REQUEST, ANSWER, OTHER_ANSWER];

async function itemsOf(source: Uint8Array | Readable, fileName = "a.warc") {
  const items: UnpackedItem[] = [];
  for await (const item of unpack(source, { fileName })) items.push(item);
  return items;
}
const pathsOf = (items: UnpackedItem[]) =>
  items.map(({ path, error }) => (error ? `${path} ${error.code}` : path));
const textsOf = (items: UnpackedItem[]) => items.map(({ bytes }) => Buffer.from(bytes).toString());

describe("a web archive", () => {
  it("gives its pages with address, day of capture and place", async () => {
    const items = await itemsOf(Buffer.concat(RECORDS));
    expect(pathsOf(items)).toEqual(["a.warc#3", "a.warc#4"]);
    expect(items[0]?.hint).toEqual({
      mediaType: "text/html",
      charset: "utf-8",
      url: "https://courier.example/2025/talks",
      capturedOn: "2025-02-27",
    });
    expect(textsOf(items)).toEqual([PAGE, OTHER]);
  });

  it("makes a relative date in a page the day it is", async () => {
    const text = "Talks go on\nPublished yesterday\n\nMinisters met.\n";
    const hint = { capturedOn: "2025-03-01" };
    const draft = await draftFromBytes(Buffer.from(text), hint, { capturedOn: "2020-01-01" });
    expect(draft.publishedOn?.value).toBe("2025-02-28");
  });

  const wacz = {
    "datapackage.json": "{}",
    "pages/pages.jsonl": '{"title":"Talks open","text":"Ministers met."}\n',
    "archive/data.warc.gz": packedWarc(RECORDS),
    "archive/more.warc": Buffer.concat([ANSWER]),
  };
  const files = { "x/a.warc.gz": packedWarc(RECORDS) };
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string[]]>([
    ["gzip by record", () => packedWarc(RECORDS), ["a#3", "a#4"]],
    ["gzip as a whole", () => gzipSync(Buffer.concat(RECORDS)), ["a#3", "a#4"]],
    [
      "WACZ, each page once",
      () => makeZip(wacz),
      ["a/archive/data.warc.gz#3", "a/archive/data.warc.gz#4"],
    ],
    ["ZIP", () => makeZip(files), ["a/x/a.warc.gz#3", "a/x/a.warc.gz#4"]],
    [
      "tar.gz",
      async () => {
        const body = files["x/a.warc.gz"];
        return gzipSync(
          await packTar([{ header: { name: "x/a.warc.gz", size: body.length }, body }]),
        );
      },
      ["a/x/a.warc.gz#3", "a/x/a.warc.gz#4"],
    ],
    [
      "ZIP in ZIP: too deep",
      () => makeZip({ "b.zip": makeZip(files) }),
      ["a/b.zip/x/a.warc.gz payload_too_large"],
    ],
  ])("is read in %s, in whatever pieces it comes", async (_, make, expected) => {
    const bytes = Buffer.from(await make());
    expect(pathsOf(await itemsOf(bytes, "a"))).toEqual(expected);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (__, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    );
    expect(pathsOf(await itemsOf(Readable.from(pieces), "a"))).toEqual(expected);
  });

  it("may be an ARC file", async () => {
    const block = httpAnswer(PAGE);
    const arc = `filedesc://a.arc 0.0.0.0 20140216050221 text/plain 10\n1 0 Lists\n\nhttp://courier.example/talks 10.0.0.1 20140216050221 text/html ${block.length}\n`;
    const items = await itemsOf(Buffer.concat([Buffer.from(arc), block, Buffer.from("\n")]));
    expect(items).toMatchObject([
      { hint: { url: "http://courier.example/talks", capturedOn: "2014-02-16" } },
    ]);
    expect(textsOf(items)).toEqual([PAGE]);
  });

  it.each<[string, Parameters<typeof httpAnswer>]>([
    ["gzip", [gzipSync(PAGE), { "Content-Encoding": "gzip" }]],
    ["deflate", [deflateSync(PAGE), { "Content-Encoding": "deflate" }]],
    ["deflate without a frame", [deflateRawSync(PAGE), { "Content-Encoding": "deflate" }]],
    ["br", [brotliCompressSync(PAGE), { "Content-Encoding": "br" }]],
    [
      "none, whatever is said",
      [PAGE, { "Content-Encoding": "br", "Transfer-Encoding": "chunked" }],
    ],
    ["chunks", [chunked(PAGE), { "Transfer-Encoding": "chunked" }]],
    [
      "gzip in chunks",
      [chunked(gzipSync(PAGE)), { "Transfer-Encoding": "chunked", "content-encoding": "gzip" }],
    ],
    ["no declared type", [PAGE, { "Content-Type": "" }]],
  ])("decodes pages sent as %s", async (_, answer) => {
    expect(textsOf(await itemsOf(warcRecord({ block: httpAnswer(...answer) })))).toEqual([PAGE]);
  });
});

function chunked(body: string | Uint8Array): Buffer {
  const bytes = Buffer.from(body);
  const chunks = [bytes.subarray(0, 100), bytes.subarray(100)].flatMap((chunk) => [
    Buffer.from(`${chunk.length.toString(16)};a=b\r\n`),
    chunk,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...chunks, Buffer.from("0\r\n\r\n")]);
}

describe("of a web archive's records", () => {
  it.each<[string, Buffer]>([
    ["a page not found", warcRecord({ block: httpAnswer(OTHER, {}, "404 Not Found") })],
    ["a redirect", warcRecord({ block: httpAnswer(OTHER, { Location: "/a" }, "301 Moved") })],
    ["a repeat", warcRecord({ type: "revisit", block: httpAnswer("") })],
    [
      "the same bytes at another address",
      warcRecord({ block: httpAnswer(PAGE), url: "https://a.example/" }),
    ],
    [
      "a script",
      warcRecord({ block: httpAnswer("let a = 1;", { "Content-Type": "text/javascript" }) }),
    ],
    ["data called a page", warcRecord({ block: httpAnswer('{"title":"A","body":"B"}') })],
    ["a picture", warcRecord({ type: "resource", mediaType: "image/png", block: "\u0089PNG" })],
    ["a front page", warcRecord({ block: httpAnswer(OTHER), url: "https://courier.example/" })],
    ["a short notice", warcRecord({ block: httpAnswer(SMALL) })],
  ])("passes over %s", async (_, record) => {
    const items = await itemsOf(Buffer.concat([record, ANSWER, record]));
    expect(textsOf(items)).toEqual([PAGE]);
  });

  it.each<[string, Buffer]>([
    ["a page kept without its answer", warcRecord({ type: "resource", block: PAGE })],
    [
      "a document",
      warcRecord({
        block: httpAnswer(makePdf([[{ x: 60, y: 100, text: "Ministers met." }]]), {
          "Content-Type": "application/pdf",
        }),
      }),
    ],
    [
      "an address in brackets",
      warcRecord({ url: "<https://a.example/b>", block: httpAnswer(PAGE) }),
    ],
  ])("reads %s", async (_, record) => {
    const [item, ...more] = await itemsOf(record);
    expect([item?.error, more]).toEqual([undefined, []]);
    expect(
      (await draftFromBytes(item?.bytes ?? new Uint8Array(), item?.hint ?? {})).paragraphs,
    ).not.toEqual([]);
  });

  it("keeps an article that is a front page's bytes too", async () => {
    const root = warcRecord({ block: httpAnswer(PAGE), url: "https://courier.example/" });
    expect(pathsOf(await itemsOf(Buffer.concat([root, root, ANSWER, root, ANSWER])))).toEqual([
      "a.warc#3",
    ]);
  });

  it("gives what there is where no page is an article", async () => {
    const notice = warcRecord({ block: httpAnswer(SMALL) });
    expect(textsOf(await itemsOf(Buffer.concat([INFO, notice, notice])))).toEqual([SMALL]);
    expect(pathsOf(await itemsOf(INFO))).toEqual(["a.warc invalid_input"]);
  });
});
