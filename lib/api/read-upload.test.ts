import { describe, expect, it } from "vitest";
import { readUpload } from "#lib/api/read-upload.ts";
import { articlePage, httpAnswer, packedWarc, warcRecord } from "#lib/testing/warc.ts";

const PAGE = articlePage("Talks open");
const record = (page: string) => new Uint8Array(warcRecord({ block: httpAnswer(page) }));

describe("a web archive sent to the interface", () => {
  it("is the one article in it, with its address and day of capture", async () => {
    const body = { bytes: record(PAGE), contentType: "application/warc" };
    const upload = await readUpload(body, { capturedOn: "2020-01-01" });
    expect(upload).toMatchObject({
      mediaType: "text/html",
      url: "https://courier.example/2025/talks",
      capturedOn: "2025-02-27",
    });
    expect(Buffer.from(upload.bytes).toString()).toBe(PAGE);
  });

  it("is told by its name in a form", async () => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(packedWarc([record(PAGE)]))], "a.warc.gz"));
    const sent = new Response(form);
    const contentType = sent.headers.get("content-type") ?? "";
    const bytes = new Uint8Array(await sent.arrayBuffer());
    expect(await readUpload({ bytes, contentType }, {})).toMatchObject({
      mediaType: "text/html",
      fileName: "a.warc.gz",
      capturedOn: "2025-02-27",
    });
  });

  it("is refused where it holds more, or none", async () => {
    const two = new Uint8Array(packedWarc([record(PAGE), record(articlePage("Talks close"))]));
    const read = (bytes: Uint8Array<ArrayBuffer>) =>
      readUpload({ bytes, contentType: "application/warc" }, {});
    await expect(read(two)).rejects.toThrow("more than one article");
    await expect(read(record(""))).rejects.toThrow("no page");
  });
});
