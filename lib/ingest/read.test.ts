import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES, readOriginal, type OriginalHint } from "#lib/ingest/read.ts";

const TEXT = "The envoy said it was “a first step” – and left for the café.";
const UKRAINIAN =
  "Міністр закордонних справ заявив у четвер, що переговори буде продовжено навесні.";

async function codeOf(bytes: Uint8Array, hint = {}): Promise<string> {
  try {
    await readOriginal(bytes, hint);
    return "none";
  } catch (error) {
    return error instanceof AppError ? error.code : "other";
  }
}

describe("bytes of an original", () => {
  it.each(["utf-8", "utf-16le", "utf-16be", "windows-1252"])("in %s are read", async (encoding) => {
    const read = await readOriginal(
      iconv.encode(TEXT, encoding, { addBOM: encoding.startsWith("utf-16") }),
    );
    expect(read).toMatchObject({ text: TEXT, encoding });
  });

  it("in windows-1251 are read by their declared charset, and by their look", async () => {
    const bytes = iconv.encode(UKRAINIAN, "windows-1251");
    expect((await readOriginal(bytes, { charset: "windows-1251" })).text).toBe(UKRAINIAN);
    expect((await readOriginal(bytes)).text).toBe(UKRAINIAN);
  });

  it("that decode doubtfully say so, and where", async () => {
    const read = await readOriginal(
      Buffer.from([0x63, 0x61, 0x66, 0x81, 0x20, 0x6e, 0x6f, 0x77, 0x2e, 0x20, 0x61]),
    );
    expect(read.warnings).toMatchObject([{ code: "decoding-doubtful" }]);
  });

  it.each([
    ["nothing", new Uint8Array(), {}, "invalid_input"],
    ["blanks", Buffer.from(" \n\t"), {}, "invalid_input"],
    ["a damaged PDF", Buffer.from("%PDF-1.7 and more"), {}, "invalid_input"],
    ["zero bytes", Buffer.from("text\u0000text\u0000!"), {}, "unsupported_media_type"],
    ["a picture", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), {}, "unsupported_media_type"],
    ["too much", new Uint8Array(MAX_ORIGINAL_BYTES + 1), {}, "payload_too_large"],
    ["too many lines", Buffer.from("a\n".repeat(200_001)), {}, "invalid_input"],
    ["text", Buffer.from("text"), { mediaType: "text/plain; charset=utf-8" }, "none"],
  ])("that are %s: %4$s", async (_, bytes, hint, code) => {
    expect(await codeOf(bytes, hint)).toBe(code);
  });

  it("are Markdown when the media type or the file name says so", async () => {
    const typeOf = async (hint: OriginalHint) =>
      (await readOriginal(Buffer.from("# Talks"), hint)).mediaType;
    expect(await typeOf({ fileName: "talks.md" })).toBe("text/markdown");
    expect(await typeOf({ mediaType: "text/markdown" })).toBe("text/markdown");
    expect(await typeOf({ fileName: "talks.txt" })).toBe("text/plain");
  });
});
