import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { toOriginalFile, toPartFiles } from "#lib/exchange/export-files.ts";
import { openExport } from "#lib/exchange/read-export.ts";
import { isExportBeginning } from "#lib/exchange/recognise-export.ts";
import type { ExportFile, ExportGroup, Line } from "#lib/exchange/types.ts";
import { inPieces, packExport } from "#lib/testing/export-file.ts";
import { unpack } from "#lib/ingest/pipeline-sources.ts";

const USER: Line = { id: "0198c5a0-0000-7000-8000-000000000001", name: "Ada Brook" };
const OUTLET: Line = {
  ...{ id: "0198c5a0-0000-7000-8000-000000000002", slug: "the-tide", name: "The Tide" },
  ...{ country: null, homepageUrl: null, timeZone: "Europe/London", defaultRights: "full_text" },
  ...{ publishesItself: false, createdAt: "2026-11-25T12:00:00+02:00", mergedIntoId: null },
  defaultTopics: [],
};
const BYTES = Buffer.from("Talks begin");
const SHA256 = createHash("sha256").update(BYTES).digest("hex");

function manifest(values: object = {}): ExportFile {
  const text = JSON.stringify({
    ...{ format: "diplomacy-archive-export", version: 1, exportedAt: "2026-11-25T12:00:00Z" },
    ...{ contents: "everything", counts: {}, ...values },
  });
  return { name: "diplomacy-archive.json", bytes: Buffer.from(text) };
}

const textFile = (name: string, text: string): ExportFile => ({ name, bytes: Buffer.from(text) });
const outlets = (line: Line) => toPartFiles("outlets", null, [line]);
const revisions = (snapshot: Line) =>
  toPartFiles("revisions", 1, [
    {
      ...{ id: USER.id, articleId: USER.id, number: 1, snapshot, originalId: null, asRead: false },
      ...{ note: null, savedAt: "2026-11-25T12:00:00Z", savedById: null },
    },
  ]);

async function read(files: ExportFile[]): Promise<ExportGroup[]> {
  const { groups } = await openExport(inPieces(await packExport(files)));
  const found: ExportGroup[] = [];
  for await (const group of groups) found.push(group);
  return found;
}

describe("an export", () => {
  it("is read in groups, with its originals and the same instants in any zone", async () => {
    const files = [
      manifest({ counts: { users: 1, outlets: 1 } }),
      ...toPartFiles("users", null, [USER]),
      ...outlets(OUTLET),
      toOriginalFile(SHA256, BYTES),
    ];
    const [users, vocabulary, rest] = await read(files);
    expect(users).toMatchObject({ lines: { users: [USER] }, problems: [] });
    expect(vocabulary?.lines.outlets).toEqual([
      { ...OUTLET, createdAt: "2026-11-25T10:00:00.000Z" },
    ]);
    expect(Buffer.from(rest?.originals.get(SHA256) ?? [])).toEqual(BYTES);
  });

  it("is known by its content, in gzip and unpacked, and by nothing else", async () => {
    const packed = await packExport([manifest(), ...outlets(OUTLET)]);
    const { gunzipSync } = await import("node:zlib");
    expect(isExportBeginning(packed)).toBe(true);
    expect(isExportBeginning(packed.subarray(0, 200))).toBe(true);
    expect(isExportBeginning(gunzipSync(packed))).toBe(true);
    for (const other of [
      await packExport([...outlets(OUTLET), manifest()]),
      BYTES,
      Buffer.alloc(0),
    ])
      expect(isExportBeginning(other)).toBe(false);
  });

  it("is no source of articles, and says whose business it is", async () => {
    const items = [];
    for await (const item of unpack(await packExport([manifest(), ...outlets(OUTLET)])))
      items.push(item);
    expect(items).toMatchObject([
      { error: { message: expect.stringMatching(/operator .* import FILE/) } },
    ]);
  });
});

describe("a damaged or hostile export", () => {
  const [part, checksum] = outlets(OUTLET) as [ExportFile, ExportFile];
  it.each<{ what: string; files: ExportFile[]; says: RegExp }>([
    {
      what: "a changed part",
      files: [{ ...part, bytes: Buffer.from(`${part.bytes} `) }, checksum],
      says: /another SHA-256/,
    },
    { what: "a part without its checksum", files: [part], says: /no SHA-256 beside it/ },
    { what: "a checksum without its part", files: [checksum], says: /no such file before it/ },
    {
      what: "other bytes under a SHA-256",
      files: [toOriginalFile(SHA256, Buffer.from("Talks end"))],
      says: /those/,
    },
    {
      what: "an original too large",
      files: [toOriginalFile(SHA256, Buffer.alloc(6 * 1024 ** 2))],
      says: /larger/,
    },
    {
      what: "a path that leads out",
      files: [textFile("../../etc/passwd", "root")],
      says: /no file of an export/,
    },
    {
      what: "an absolute path",
      files: [textFile(`/originals/${SHA256}`, "x")],
      says: /no file of an export/,
    },
    {
      what: "a kind that is none",
      files: toPartFiles("constructor", null, [USER]),
      says: /no file of an export/,
    },
    {
      what: "a line that is no JSON",
      files: [textFile("users.jsonl", "{\n")],
      says: /It is no JSON/,
    },
    {
      what: "a line of 70 MB",
      files: [
        {
          name: "users.jsonl",
          bytes: Buffer.from(randomBytes(100_000).toString("hex").repeat(350)),
        },
      ],
      says: /longer than a line/,
    },
    {
      what: "a property too many",
      files: toPartFiles("users", null, [{ ...USER, role: "admin" }]),
      says: /role/,
    },
    {
      what: "a prototype",
      files: [textFile("users.jsonl", '{"__proto__":{"id":1}}')],
      says: /id: /,
    },
    {
      what: "a script as an address",
      files: outlets({ ...OUTLET, homepageUrl: "javascript:alert(1)" }),
      says: /homepageUrl: is no address/,
    },
    {
      what: "a script as an address deep in a line",
      files: revisions({ sources: [{ url: "javascript:alert(1)" }] }),
      says: /url: is no address/,
    },
    {
      what: "a line nested without end",
      files: revisions({ nest: JSON.parse("[".repeat(1_000) + "]".repeat(1_000)) as unknown }),
      says: /nested deeper/,
    },
  ])("gives a reason for $what, and goes on", async ({ files, says }) => {
    const after = toPartFiles("topics", null, []);
    const groups = await read([manifest(), ...files, ...after]);
    const problems = groups.flatMap((group) => group.problems);
    expect(problems.map(({ reason }) => reason).join("\n")).toMatch(says);
    expect(groups.flatMap(({ lines }) => Object.values(lines).flat())).toEqual([]);
  });

  it.each<{ what: string; files: ExportFile[]; says: RegExp }>([
    {
      what: "another version",
      files: [manifest({ version: 2 })],
      says: /version 2, .* reads version 1\. Nothing of it was taken in/,
    },
    {
      what: "a bomb",
      files: [manifest(), { name: "users.jsonl", bytes: Buffer.alloc(70 * 1024 ** 2, " ") }],
      says: /unpacks to far more/,
    },
    {
      what: "another format",
      files: [manifest({ format: "x" })],
      says: /does not say that it is one/,
    },
    {
      what: "no manifest",
      files: outlets(OUTLET),
      says: /does not begin with diplomacy-archive\.json/,
    },
    {
      what: "fewer lines than it says",
      files: [manifest({ counts: { users: 3 } })],
      says: /holds 3 users, and holds 0/,
    },
  ])("is refused in a sentence for $what", async ({ files, says }) => {
    await expect(read(files)).rejects.toThrow(says);
  });

  it("is found to be cut off", async () => {
    const whole = await packExport([
      manifest({ counts: { users: 1 } }),
      ...toPartFiles("users", null, [USER]),
    ]);
    const { groups } = await openExport(inPieces(whole.subarray(0, whole.length - 40)));
    const readAll = async () => {
      for await (const group of groups) expect(group.problems).toEqual([]);
    };
    await expect(readAll()).rejects.toThrow(/cut off/);
  });
});
