import { describe, expect, it } from "vitest";
import { mediaTypeOf, openBody, parseJsonBody, readBody } from "#lib/http/body.ts";

const MAX_BYTES = 1024;

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://archive.test/", init as RequestInit);
}

/** A body of unknown length that notes how much of it was asked for. */
function endlessBody() {
  const sent = { chunks: 0, cancelled: false };
  const stream = new ReadableStream({
    pull(controller) {
      sent.chunks += 1;
      controller.enqueue(new Uint8Array(512));
    },
    cancel() {
      sent.cancelled = true;
    },
  });
  return { stream, sent };
}

async function readThrough(stream: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const { length } of stream) expect(length).toBeLessThanOrEqual(MAX_BYTES);
}

describe("reading a body", () => {
  it("gives the bytes and the declared type", async () => {
    const body = await readBody(post("Київ", { "content-type": "text/plain" }), MAX_BYTES);
    expect(new TextDecoder().decode(body.bytes)).toBe("Київ");
    expect(mediaTypeOf(body)).toBe("text/plain");
    expect(mediaTypeOf({ contentType: "Text/Markdown; charset=utf-8" })).toBe("text/markdown");
  });

  it("takes exactly the limit and refuses one byte more, declared or not", async () => {
    expect((await readBody(post("x".repeat(1024)), MAX_BYTES)).bytes).toHaveLength(1024);
    const refused = { code: "payload_too_large", details: { maxBytes: MAX_BYTES } };
    await expect(readBody(post("x".repeat(1025)), MAX_BYTES)).rejects.toMatchObject(refused);
    await expect(
      readBody(post("x", { "content-length": "9999" }), MAX_BYTES),
    ).rejects.toMatchObject(refused);
  });

  it.each([
    ["read whole", readBody],
    ["read as it comes", (request: Request) => readThrough(openBody(request, MAX_BYTES).stream)],
  ])("stops reading a body that has no end, %s", async (_how, read) => {
    const { stream, sent } = endlessBody();
    await expect(read(post(stream), MAX_BYTES)).rejects.toMatchObject({
      code: "payload_too_large",
    });
    expect(sent.cancelled).toBe(true);
    expect(sent.chunks).toBeLessThan(6);
  });
});

describe("reading JSON", () => {
  const json = (text: string, contentType = "application/json") =>
    parseJsonBody({ bytes: new Uint8Array(Buffer.from(text)), contentType });

  it("parses what says that it is JSON", () => {
    expect(json('{"a":1}')).toEqual({ a: 1 });
    expect(json("[]", "application/vnd.archive+json; charset=utf-8")).toEqual([]);
  });

  it.each([
    ["not JSON", "{", "application/json", "invalid_input"],
    ["hiding a NUL", '{"a":["\\u0000"]}', "application/json", "invalid_input"],
    ["plain text", "{}", "text/plain", "unsupported_media_type"],
    ["without a type", "{}", "", "unsupported_media_type"],
  ])("refuses what is %s", (_what, text, contentType, code) => {
    expect(() => json(text, contentType)).toThrow(expect.objectContaining({ code }));
  });

  it("refuses bytes that are not UTF-8 rather than storing replacement characters", () => {
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    expect(() => parseJsonBody({ bytes, contentType: "application/json" })).toThrow(
      expect.objectContaining({ code: "invalid_input" }),
    );
  });
});
