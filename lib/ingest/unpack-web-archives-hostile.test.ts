import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unpack } from "#lib/ingest/unpack.ts";
import { articlePage, httpAnswer, packedWarc, warcRecord } from "#lib/testing/warc.ts";
import { makeZip } from "#lib/testing/zip.ts";

const MB = 1024 ** 2;
const pageRecord = (name: string) => warcRecord({ block: httpAnswer(articlePage(name)) });
const [A, B, C] = ["a", "b", "c"].map(pageRecord) as [Buffer, Buffer, Buffer];
const block = httpAnswer(articlePage("b"));
const TEN_GB = 10 * 1024 ** 3;
const ARC_TIME = "20140216050221";
const ARC_INFO = Buffer.from(`filedesc://a.arc 0.0.0.0 ${ARC_TIME} text/plain 10\n1 0 Lists\n\n`);
/** A record of an ARC file; `lie` is put in place of its length, or added to it. */
function arcRecord(name: string, lie: number | string = 0): Buffer {
  const answer = httpAnswer(articlePage(name));
  const length = typeof lie === "string" ? lie : answer.length + lie;
  const head = `http://courier.example/${name} 10.0.0.1 ${ARC_TIME} text/html ${length}\n`;
  return Buffer.concat([Buffer.from(head), answer, Buffer.from("\n")]);
}
const arcFile = (...records: Buffer[]) => Buffer.concat([ARC_INFO, ...records]);

/** The place of each page, and of each fault with its code. */
async function outcomeOf(source: Uint8Array | AsyncIterable<Uint8Array>): Promise<string[]> {
  const outcomes: string[] = [];
  for await (const { path, error } of unpack(source, { fileName: "" }))
    outcomes.push(error ? `${path} ${error.code}` : path);
  return outcomes;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
const packed = [A, B, C].map((record) => gzipSync(record)) as [Buffer, Buffer, Buffer];
const encoded = (body: Uint8Array, coding: string) =>
  warcRecord({ block: httpAnswer(body, { "Content-Encoding": coding }) });

describe("a web archive that is broken or made to do harm", () => {
  it.each<[string, Buffer, string[]]>([
    [
      "a length too long",
      Buffer.concat([A, warcRecord({ block, length: block.length + 900 }), C]),
      ["#1", "#2", "#3"],
    ],
    [
      "a length too short",
      Buffer.concat([A, warcRecord({ block, length: 90 }), C]),
      ["#1", "#2", "#3"],
    ],
    [
      "a length of 10 GB",
      Buffer.concat([A, warcRecord({ block, length: TEN_GB }), C]),
      ["#1", "#2 payload_too_large", "#3"],
    ],
    ["a length of 10 GB, and no more", warcRecord({ block, length: TEN_GB }), ["#1 invalid_input"]],
    [
      "no length",
      Buffer.concat([warcRecord({ block, fields: { "Content-Length": null } }), C]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "a length that is no number",
      Buffer.concat([warcRecord({ block, length: "-1e9" }), C]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "rubbish between records",
      Buffer.concat([A, Buffer.from("\u0000rubbish\r\n"), C]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    [
      "a head without end",
      Buffer.concat([A, Buffer.from(`WARC/1.0\r\n${"a: b\r\n".repeat(20_000)}`), C]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    ["its end cut off", Buffer.concat([A, B.subarray(0, -200)]), ["#1", "#2 invalid_input"]],
    [
      "a member cut short",
      Buffer.concat([packed[0], packed[1].subarray(0, -60), packed[2]]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    [
      "a damaged member",
      Buffer.concat([packed[0], flipped(packed[1], 60), packed[2]]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    [
      "a wrong check sum",
      Buffer.concat([packed[0], flipped(packed[1], packed[1].length - 6), packed[2]]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    [
      "its last member cut off",
      Buffer.concat([packed[0], packed[1].subarray(0, -60)]),
      ["#1", "#2 invalid_input"],
    ],
    [
      "rubbish between members",
      Buffer.concat([packed[0], Buffer.from("rubbish"), packed[2]]),
      ["#1", "#2 invalid_input", "#3"],
    ],
    [
      "a page kept in part",
      Buffer.concat([warcRecord({ block, fields: { "WARC-Truncated": "length" } }), C]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "a page cut off in its chunks",
      Buffer.concat([
        warcRecord({
          block: httpAnswer("5\r\nabcde\r\nfff\r\nab", { "Transfer-Encoding": "chunked" }),
        }),
        C,
      ]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "a damaged gzip page",
      Buffer.concat([encoded(gzipSync(articlePage("b")).subarray(0, 80), "gzip"), C]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "an unknown coding",
      Buffer.concat([encoded(Buffer.from([1, 2, 3]), "sdch"), C]),
      ["#1 unsupported_media_type", "#2"],
    ],
    [
      "a gzip bomb for a page",
      Buffer.concat([encoded(gzipSync(Buffer.alloc(200 * MB)), "gzip"), C]),
      ["#1 payload_too_large", "#2"],
    ],
    [
      "a br bomb for a page",
      Buffer.concat([encoded(brotliCompressSync(Buffer.alloc(200 * MB)), "br"), C]),
      ["#1 payload_too_large", "#2"],
    ],
    [
      "a page of 8 MB",
      Buffer.concat([packedWarc([warcRecord({ block: httpAnswer(noise(8 * MB)) }), C])]),
      ["#1 payload_too_large", "#2"],
    ],
    [
      "in ARC, no length",
      arcFile(arcRecord("a"), arcRecord("b", "none"), arcRecord("c")),
      ["#2", "#3 invalid_input", "#4"],
    ],
    [
      "in ARC, no length in the first head",
      Buffer.concat([
        Buffer.from(`filedesc://a.arc 0.0.0.0 ${ARC_TIME} text/plain none\n`),
        arcRecord("b"),
      ]),
      ["#1 invalid_input", "#2"],
    ],
    [
      "in ARC, a length too long",
      arcFile(arcRecord("a"), arcRecord("b", 500), arcRecord("c")),
      ["#2", "#3", "#4"],
    ],
    [
      "in ARC, a length too short",
      arcFile(arcRecord("a", -50), arcRecord("b"), arcRecord("c")),
      ["#2", "#3", "#4"],
    ],
    [
      "in ARC, a length of 10 GB",
      arcFile(arcRecord("a"), arcRecord("b", TEN_GB), arcRecord("c")),
      ["#2", "#3 payload_too_large", "#4"],
    ],
    [
      "in ARC, rubbish longer than a page",
      arcFile(
        arcRecord("a"),
        arcRecord("b", "none"),
        Buffer.from("x 1 2\n".repeat(2 * MB)),
        arcRecord("c"),
      ),
      ["#2", "#3 invalid_input", "#4"],
    ],
    [
      "a damaged file in a WACZ",
      makeZip({ "datapackage.json": "{}", "archive/a.warc.gz": "x", "archive/b.warc": C }),
      ["/archive/a.warc.gz invalid_input", "/archive/b.warc#1"],
    ],
  ])(
    "tells what is wrong and reads the rest: %s",
    async (_, bytes, expected) => {
      expect(await outcomeOf(bytes)).toEqual(expected);
    },
    20_000,
  );

  it("is not held in memory, and stopped where it unpacks without end", async () => {
    const zeros = gzipSync(Buffer.alloc(50 * MB));
    const head = gzipSync(
      Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nContent-Length: ${TEN_GB}\r\n\r\n`),
    );
    async function* endless() {
      yield packed[0];
      yield head;
      for (;;) yield zeros;
    }
    expect(await outcomeOf(endless())).toEqual(["#1", " payload_too_large"]);
  }, 20_000);

  it.each([
    ["heads without bodies", "WARC/1.0\r\n\r\n".repeat(300_000)],
    ["records of nothing", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n".repeat(100_000)],
    ["one line", `WARC/1.0\r\n${"a".repeat(5 * MB)}`],
    ["blank lines", `WARC/1.0\r\n${"\r\n".repeat(2 * MB)}`],
    [
      "lines of an ARC file",
      `filedesc://a 0.0.0.0 20140216050221 text/plain 0\n${"http://a ".repeat(400_000)}`,
    ],
    ["short lines of an ARC file", Buffer.concat([ARC_INFO, Buffer.alloc(8 * MB, "a\n")])],
    [
      "heads of an ARC file that promise much",
      Buffer.concat([ARC_INFO, Buffer.from(`a://b 1 ${ARC_TIME} c 6000000\nd\n`.repeat(50_000))]),
    ],
    [
      "beginnings of members",
      Buffer.concat([packed[0], Buffer.alloc(3 * MB, "\x1f\x8b\x08\x00", "latin1")]),
    ],
  ])(
    "takes no longer than it is long: %s",
    async (_, content) => {
      const before = Date.now();
      expect((await outcomeOf(Buffer.from(content))).length).toBeGreaterThan(0);
      expect(Date.now() - before).toBeLessThan(8_000);
    },
    20_000,
  );

  it("broken anywhere gives pages or reasons, never a fault", async () => {
    const sources = [Buffer.concat([A, B, C]), packedWarc([A, B, C])];
    const byte = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(byte, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        async (source, changes, end) => {
          const bytes = Buffer.from(source);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const cut = bytes.subarray(0, Math.max(20, end % (2 * bytes.length)));
          expect((await outcomeOf(cut)).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  }, 30_000);
});

/** Letters without any order, the same in every run. */
function noise(length: number): Buffer {
  let seed = 42;
  const letters = Buffer.alloc(length);
  for (let i = 0; i < length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    letters[i] = 97 + ((seed >> 16) % 26);
  }
  return letters;
}
