import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem, type UnpackHint } from "#lib/ingest/unpack.ts";
import { makeZip } from "#lib/testing/zip.ts";

const FEED = `<rss version="2.0"><channel><title>Courier</title>
<item><title>One</title><description>Ministers met.</description></item>
<item><title>Two</title><description>They left.</description></item></channel></rss>`;
const TEXT = "Talks open\n\nMinisters met in the harbour.";
const LINES = '{"title":"A","body":"Ministers met."}\n{"title":"B","body":"They left."}\n';
const FILES = {
  "2025/feed.xml": FEED,
  "2025/": "",
  "notes.txt": TEXT,
  "__MACOSX/._notes.txt": "junk",
  "../../etc/rows.csv": "title,text\nC,Ministers met.\n",
};

async function itemsOf(source: Uint8Array | Readable, hint: UnpackHint = {}) {
  const items: UnpackedItem[] = [];
  for await (const item of unpack(source, hint)) items.push(item);
  return items;
}
const pathsOf = (items: UnpackedItem[]) => items.map(({ path, error }) => error?.code ?? path);
const tarOf = (files: Record<string, string | Uint8Array>) =>
  packTar(
    Object.entries(files).map(([name, body]) => ({
      header: {
        name,
        size: Buffer.from(body).length,
        type: name.endsWith("/") ? ("directory" as const) : ("file" as const),
      },
      body: Buffer.from(body),
    })),
  );

const EXPECTED = [
  "export/2025/feed.xml#1",
  "export/2025/feed.xml#2",
  "export/notes.txt",
  "export/../../etc/rows.csv#1",
];

describe("an archive", () => {
  it("in ZIP is read file by file, paths kept", async () => {
    const items = await itemsOf(makeZip(FILES), { fileName: "export" });
    expect(pathsOf(items)).toEqual(EXPECTED);
    expect(Buffer.from(items[2]?.bytes ?? []).toString()).toBe(TEXT);
    expect(items[2]?.hint).toEqual({ fileName: "notes.txt" });
    const [draft] = await Promise.all(items.map(({ bytes, hint }) => draftFromBytes(bytes, hint)));
    expect(draft).toMatchObject({ headline: { value: "One" }, outlet: { value: "Courier" } });
  });

  it.each([
    ["tar", async () => tarOf(FILES)],
    ["tar.gz", async () => gzipSync(await tarOf(FILES))],
  ])("in %s is read as it comes", async (_, make) => {
    const bytes = Buffer.from(await make());
    const pieces = Array.from({ length: Math.ceil(bytes.length / 100) }, (__, i) =>
      bytes.subarray(i * 100, i * 100 + 100),
    );
    expect(pathsOf(await itemsOf(Readable.from(pieces), { fileName: "export" }))).toEqual(EXPECTED);
  });

  it("of one gzipped file is that file", async () => {
    const items = await itemsOf(gzipSync(LINES), { fileName: "all.jsonl.gz" });
    expect(pathsOf(items)).toEqual(["all.jsonl#1", "all.jsonl#2"]);
  });

  it("may hold another, but not one more", async () => {
    const inner = makeZip({ "a.txt": TEXT });
    const outer = makeZip({ "inner.zip": inner, "more.jsonl.gz": gzipSync(LINES) });
    const items = await itemsOf(makeZip({ "outer.zip": outer, "b.txt": TEXT }), { fileName: "x" });
    expect(pathsOf(items)).toEqual(["payload_too_large", "payload_too_large", "x/b.txt"]);
    expect(pathsOf(await itemsOf(outer, { fileName: "x" }))).toEqual([
      "x/inner.zip/a.txt",
      "x/more.jsonl#1",
      "x/more.jsonl#2",
    ]);
  });

  it("leaves documents that are ZIPs inside as they are", async () => {
    const book = makeZip(
      { mimetype: "application/epub+zip", "a.xhtml": "<p>Text</p>" },
      { isCompressed: false },
    );
    const items = await itemsOf(book, { fileName: "book.epub" });
    expect(items).toMatchObject([{ path: "book.epub", bytes: book }]);
  });
});

describe("an archive made to do harm, or broken", () => {
  it("that unpacks without end is stopped early, with what stood before kept", async () => {
    const line = `{"title":"A","body":"${"a".repeat(10_000)}"}\n`;
    const bomb = gzipSync(Buffer.alloc(300 * 1024 ** 2, line));
    const before = Date.now();
    let last: UnpackedItem | undefined;
    for await (const item of unpack(bomb)) last = item;
    expect(last?.error?.code).toBe("payload_too_large");
    expect(Date.now() - before).toBeLessThan(10_000);
  }, 20_000);

  it("with one file too large goes on with the next", async () => {
    const large = "a ".repeat(3 * 1024 ** 2);
    const items = await itemsOf(makeZip({ "large.txt": large, "b.txt": TEXT }), { fileName: "x" });
    expect(pathsOf(items)).toEqual(["payload_too_large", "x/b.txt"]);
    const tar = await tarOf({ "large.txt": large, "b.txt": TEXT });
    expect(pathsOf(await itemsOf(tar, { fileName: "x" }))).toEqual([
      "payload_too_large",
      "x/b.txt",
    ]);
  });

  it("that lies about its sizes or is cut off says so", async () => {
    const zip = makeZip({ "a.txt": TEXT.repeat(50), "b.txt": TEXT });
    expect(pathsOf(await itemsOf(zip.subarray(0, -40)))).toEqual(["invalid_input"]);
    const gzip = gzipSync(LINES.repeat(3));
    const items = await itemsOf(gzip.subarray(0, -12));
    expect(items.at(-1)?.error?.code).toBe("invalid_input");
    const tar = Buffer.from(await tarOf({ "a.txt": TEXT.repeat(50), "b.txt": TEXT }));
    const cut = await itemsOf(tar.subarray(0, 700));
    expect(cut.at(-1)?.error?.code).toBe("invalid_input");
  });

  it("with damaged bytes in one file still gives the others", async () => {
    const zip = Buffer.from(makeZip({ "a.txt": TEXT.repeat(50), "b.txt": TEXT }));
    zip.fill(0xff, 40, 60);
    const items = await itemsOf(zip, { fileName: "x" });
    expect(pathsOf(items)).toEqual(["invalid_input", "x/b.txt"]);
  });

  it("lets go of its source when the reader stops", async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield Buffer.from(LINES);
      } finally {
        isClosed = true;
      }
    }
    for await (const item of unpack(endless())) {
      expect(item.error).toBeUndefined();
      break;
    }
    expect(isClosed).toBe(true);
  });
});
