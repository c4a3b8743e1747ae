import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { readOriginal } from "#lib/ingest/read.ts";
import { unpack, type UnpackHint } from "#lib/ingest/unpack.ts";
import { MAX_RATIO } from "#lib/ingest/unpacking/limits.ts";
import { makeZip } from "#lib/testing/zip.ts";

const ENTRY = "<title>A &amp; B</title><description><![CDATA[<p>One</p>]]></description>";
const RSS = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>C</title><item>${ENTRY}</item><item>${ENTRY}</item></channel></rss>`;
const CSV = 'title,text,date\nA,"Ministers ""met"".",2025-02-27\nB,They left.,\n';
const JSON_LINES =
  '{"title":"A","body":["One",{"name":"x"}],"authors":[{"name":"Ada"}]}\n{"title":"B"}\n';
const SOURCES: Record<string, Buffer> = {
  rss: Buffer.from(RSS),
  csv: Buffer.from(CSV),
  lines: Buffer.from(JSON_LINES),
  list: Buffer.from(`[${JSON_LINES.trim().replace("\n", ",")}]`),
  nitf: Buffer.from(
    `<nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><p>One</p></body.content></body></nitf>`,
  ),
  zip: makeZip({ "a.xml": RSS, "b/c.csv": CSV }),
  gzip: gzipSync(JSON_LINES),
  tar: Buffer.from(await packTar([{ header: { name: "a.csv", size: CSV.length }, body: CSV }])),
};

/** Reads everything that comes out; anything but a reason fails the test. */
async function readAll(source: Uint8Array, hint: UnpackHint = {}): Promise<number> {
  let count = 0;
  for await (const item of unpack(source, hint)) {
    count++;
    if (item.error) continue;
    await readOriginal(item.bytes, item.hint).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  }
  return count;
}

describe("whatever is sent", () => {
  it("is refused early where it unpacks to far more than text does, also in one piece", async () => {
    const lines = `{"body":"${"They met. ".repeat(10_000)}"}\n`.repeat(100);
    const member = gzipSync(lines);
    const bomb = Buffer.concat(Array.from({ length: 60 }, () => member));
    // All of it together is packed enough to be let through to here.
    expect(bomb.length * MAX_RATIO).toBeGreaterThan(128e6);
    let unpacked = 0;
    let reason = "";
    for await (const { bytes, error } of unpack(bomb, { fileName: "a.jsonl.gz" })) {
      unpacked += bytes.length;
      reason = error?.message ?? reason;
    }
    expect(reason).toContain("far more than text");
    expect(unpacked).toBeLessThan(64e6);
  });

  it("gives articles or reasons, never a fault", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readAll(bytes)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.keys(SOURCES))("broken anywhere gives articles or reasons: %s", async (kind) => {
    const whole = SOURCES[kind] ?? Buffer.alloc(0);
    const byte = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(byte, { maxLength: 4 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await readAll(bytes.subarray(0, end > whole.length / 2 ? end : whole.length));
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    [
      "names of objects' insides",
      '{"__proto__":{"title":"A"},"constructor":"B","body":"One","toString":"x"}\n{"title":"A"}',
    ],
    ["columns of such names", "title,text,__proto__,constructor\nA,One,x,y\n"],
    [
      "elements of such names",
      "<rss><channel><item><constructor>a</constructor><__proto__ a='b'>x</__proto__><title>A</title></item></channel></rss>",
    ],
    ["lone halves of letters", '{"title":"\\ud800","body":"One"}\n{"title":"B"}'],
    ["NUL in a value", '{"title":"A\\u0000B","body":"One"}\n{"title":"B"}'],
  ])("is no way into the program: %s", async (_, text) => {
    expect(await readAll(Buffer.from(text))).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, "title")).toBe(false);
  });

  it.each([
    ["a line of quotation marks", `title,text\n${'"'.repeat(3_000_000)}`],
    ["a header without end", `title,text${",a".repeat(200_000)}\n${"x,".repeat(200_000)}`],
    ["brackets", "[".repeat(3_000_000)],
    ["objects in objects", '{"a":'.repeat(300_000)],
    ["a document type without end", `<!DOCTYPE rss [${"<!ENTITY a 'b'>".repeat(100_000)}`],
    ["declarations", `${"<?x ?>".repeat(200_000)}<rss/>`],
    ["comments", `${"<!-- -->".repeat(200_000)}<rss/>`],
    ["attributes", `<rss ${"a='b' ".repeat(200_000)}><item/></rss>`],
    ["namespaces", `<rss>${"<a xmlns:b='c'>".repeat(100_000)}`],
  ])(
    "takes no longer than it is long: %s",
    async (_, text) => {
      const before = Date.now();
      await readAll(Buffer.from(text));
      expect(Date.now() - before).toBeLessThan(8_000);
    },
    20_000,
  );
});
