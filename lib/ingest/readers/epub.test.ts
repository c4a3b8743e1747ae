import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { makeZip } from "#lib/testing/zip.ts";

const SENTENCE = "Ministers met in the harbour on Thursday and agreed to meet again in the spring.";
const LONG = Array.from({ length: 40 }, () => `<p>${SENTENCE}</p>`).join("");

function epub(chapters: Record<string, string>, more: Record<string, string> = {}): Buffer {
  const items = Object.keys(chapters).map((name, i) => `<item id="i${i}" href="${name}"/>`);
  const refs = items.map((_, i) => `<itemref idref="i${i}"/>`);
  const parts = Object.entries(chapters).map(([name, body]) => [
    `book/${decodeURIComponent(name)}`,
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title></head><body>${body}</body></html>`,
  ]);
  return makeZip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfiles><rootfile full-path="book/content.opf"/></rootfiles></container>`,
    "book/content.opf": `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Harbour talks open</dc:title><dc:creator>Ada Brook</dc:creator><dc:date>2025-02-27</dc:date></metadata><manifest>${items.join("")}<item id="n" href="nav.xhtml" properties="nav"/></manifest><spine>${refs.join("")}</spine></package>`,
    ...Object.fromEntries(parts),
    ...more,
  });
}

describe("a book in the EPUB format", () => {
  it("of one piece is that, with its parts in the order of its spine", async () => {
    const draft = await draftFromBytes(
      epub({
        "b%20one.xhtml": `<p>${SENTENCE}</p>`,
        "a.xhtml": "<ul><li>A first point.</li></ul>",
      }),
    );
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open", rule: "document-property" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2025-02-27" },
      paragraphs: [{ value: SENTENCE }, { rule: "list-item", value: "A first point." }],
      warnings: [],
    });
  });

  it("of several chapters is the longest, and says so", async () => {
    const draft = await draftFromBytes(
      epub({
        "1.xhtml": `<h1>Spring is late</h1>${LONG}`,
        "2.xhtml": `<h1>Autumn is early</h1>${LONG}${LONG}`,
      }),
    );
    expect(draft.headline?.value).toBe("Autumn is early");
    expect(draft.paragraphs).toHaveLength(80);
    expect(draft.warnings).toMatchObject([{ code: "several-chapters" }]);
  });

  it("that is locked or has no text is refused with the reason", async () => {
    await expect(draftFromBytes(epub({ "1.xhtml": "" }))).rejects.toThrow(/no text/);
    const locked = epub({ "1.xhtml": "" }, { "META-INF/encryption.xml": "<encryption/>" });
    await expect(draftFromBytes(locked)).rejects.toThrow(/locked/);
  });
});
