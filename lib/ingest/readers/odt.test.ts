import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { makeZip } from "#lib/testing/zip.ts";

const NAMES = ["office", "text", "table", "style", "meta"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");
const SENTENCE = "Ministers met in the harbour on Thursday and agreed to meet again in the spring.";

function odt(body: string, more: Record<string, string> = {}): Buffer {
  return makeZip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content ${NAMES}><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}

describe("an OpenDocument text", () => {
  it("is read like pasted text, with headings, lists, notes and comments told apart", async () => {
    const draft = await draftFromBytes(
      odt(
        `<text:p text:style-name="P1">Harbour talks open</text:p><text:p>By Ada Brook</text:p>` +
          `<text:p>Ministers<text:s text:c="3"/>met in the\n   harbour<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Seen by both sides.</text:p></text:note-body></text:note>` +
          ` on <office:annotation><dc:creator>Tom</dc:creator><text:p>Which day?</text:p></office:annotation>Thursday and agreed to meet again in the spring.</text:p>` +
          `<text:list><text:list-item><text:p>A first point.</text:p></text:list-item></text:list>` +
          `<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>`,
        {
          "meta.xml": `<office:document-meta ${NAMES}><meta:creation-date>2024-05-01T09:00:00</meta:creation-date></office:document-meta>`,
        },
      ),
    );
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2024-05-01", confidence: 0.3 },
      paragraphs: [
        { rule: "paragraph", value: SENTENCE },
        { rule: "list-item", value: "A first point." },
        { rule: "paragraph", value: "Seen by both sides." },
      ],
      unused: [],
    });
    expect(draft.furniture).toContainEqual(
      expect.objectContaining({ rule: "comment", value: "Which day?" }),
    );
  });

  it("that is protected or empty is refused with the reason", async () => {
    const manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    const locked = odt("", { "META-INF/manifest.xml": manifest });
    await expect(draftFromBytes(locked)).rejects.toThrow(/password/);
    await expect(draftFromBytes(odt(""))).rejects.toThrow(/no text/);
  });
});
