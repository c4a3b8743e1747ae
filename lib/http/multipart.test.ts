import { describe, expect, it } from "vitest";
import { readMultipart } from "#lib/http/multipart.ts";

type Part = { name: string; fileName: string | null; mediaType: string | null; text: string };

/** Every part of a body that comes in pieces of this many bytes. */
async function read(body: Buffer, contentType: string, pieceBytes: number): Promise<Part[]> {
  async function* inPieces() {
    for (let at = 0; at < body.length; at += pieceBytes) yield body.subarray(at, at + pieceBytes);
  }
  const parts: Part[] = [];
  for await (const { bytes, ...part } of readMultipart(inPieces(), contentType)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(piece);
    parts.push({ ...part, text: Buffer.concat(pieces).toString("latin1") });
  }
  return parts;
}

async function encode(form: FormData): Promise<{ body: Buffer; contentType: string }> {
  const response = new Response(form);
  const contentType = response.headers.get("content-type") ?? "";
  return { body: Buffer.from(await response.arrayBuffer()), contentType };
}

describe("readMultipart", () => {
  it.each([1, 7, 64, 100_000])("reads what a browser sends, %i bytes at a time", async (size) => {
    const form = new FormData();
    form.set("capturedOn", "2025-02-27");
    form.set("empty", "");
    const tricky = "\r\n--\r\n------formdata\r\n\0\xff";
    form.append("files", new File([Buffer.from(tricky, "latin1")], 'a "b" – ü.txt'));
    form.append("files", new File(["x".repeat(500)], "c.csv", { type: "text/csv" }));
    const { body, contentType } = await encode(form);
    expect(await read(body, contentType, size)).toEqual([
      { name: "capturedOn", fileName: null, mediaType: null, text: "2025-02-27" },
      { name: "empty", fileName: null, mediaType: null, text: "" },
      {
        name: "files",
        fileName: 'a "b" – ü.txt',
        mediaType: "application/octet-stream",
        text: tricky,
      },
      { name: "files", fileName: "c.csv", mediaType: "text/csv", text: "x".repeat(500) },
    ]);
  });

  it("goes on to the next part where one was not read", async () => {
    const form = new FormData();
    form.set("files", new File(["x".repeat(500)], "a.txt"));
    form.set("name", "b");
    const { body, contentType } = await encode(form);
    async function* whole() {
      yield body;
    }
    const names: string[] = [];
    for await (const { name } of readMultipart(whole(), contentType)) names.push(name);
    expect(names).toEqual(["files", "name"]);
  });

  it("says when a form was cut off, is broken, or is none", async () => {
    const form = new FormData();
    form.set("files", new File(["x".repeat(500)], "a.txt"));
    const { body, contentType } = await encode(form);
    for (const length of [0, 20, 300, body.length - 6]) {
      await expect(read(body.subarray(0, length), contentType, 64)).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
    await expect(read(body, "text/plain", 64)).rejects.toMatchObject({
      code: "unsupported_media_type",
    });
  });
});
