import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { makeZip } from "#lib/testing/zip.ts";

const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
const TYPES = `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELS = `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const STYLES = `<w:styles ${W}><w:style w:styleId="Titre"><w:name w:val="Title"/></w:style><w:style w:styleId="Eigen"><w:basedOn w:val="Titre"/></w:style></w:styles>`;
const CORE = `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Draft for the desk</dc:title><dc:creator>Tom Hale</dc:creator><dcterms:created>2024-05-01T09:00:00Z</dcterms:created></cp:coreProperties>`;
const SENTENCE = "Ministers met in the harbour on Thursday and agreed to meet again in the spring.";

function docx(body: string, more: Record<string, string> = {}): Buffer {
  return makeZip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELS,
    "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": STYLES,
    ...more,
  });
}

const p = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const paragraphsOf = async (bytes: Uint8Array) =>
  (await draftFromBytes(bytes)).paragraphs.map(({ rule, value }) => `${rule}: ${value}`);

describe("a Word document", () => {
  it("is read like pasted text, with the headline that its style names", async () => {
    const draft = await draftFromBytes(
      docx(
        p("Harbour talks open", "Eigen") + p("By Ada Brook") + p("27 February 2025") + p(SENTENCE),
        { "docProps/core.xml": CORE },
      ),
    );
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2025-02-27" },
      paragraphs: [{ value: SENTENCE }],
      unused: [],
    });
    expect(draft.text).toContain("Tom Hale");
  });

  it("takes its properties only for what the text does not say", async () => {
    const draft = await draftFromBytes(docx(p(SENTENCE), { "docProps/core.xml": CORE }));
    expect(draft).toMatchObject({
      headline: { value: "Draft for the desk", rule: "document-property", confidence: 0.3 },
      bylines: [{ name: { value: "Tom Hale", confidence: 0.3 } }],
      publishedOn: { value: "2024-05-01", rule: "document-property", confidence: 0.3 },
      paragraphs: [{ value: SENTENCE }],
    });
  });

  it("leaves out what is deleted, hidden, a field's code or there twice", async () => {
    const body =
      `<w:p><w:r><w:t xml:space="preserve">Envoys </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>` +
      `<w:ins><w:r><w:t>met</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>` +
      `<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t> at noon in the old</w:t><w:tab/><w:t>town hall.</w:t></w:r></w:p>` +
      `<w:p><w:r><w:t>Beside it.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p("In a box.")}</w:txbxContent></mc:Choice>` +
      `<mc:Fallback><w:txbxContent>${p("In a box.")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await paragraphsOf(docx(body))).toEqual([
      "paragraph: Envoys met at noon in the old town hall.",
      "paragraph: Beside it.",
      "paragraph: In a box.",
    ]);
  });

  it("keeps lists, rows of tables as lines, and notes after the text", async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const body =
      p(SENTENCE) +
      `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>A first point that was agreed.</w:t></w:r></w:p>` +
      `<w:tbl><w:tr>${cell(p("Envoy"))}${cell(p("Hours"))}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${cell(p(SENTENCE) + p("More of it stood there."))}${cell(p("Aside."))}</w:tr></w:tbl>`;
    const notes = `<w:footnotes ${W}><w:footnote w:type="separator">${p("no")}</w:footnote><w:footnote>${p("Seen by both sides.")}</w:footnote></w:footnotes>`;
    expect(await paragraphsOf(docx(body, { "word/footnotes.xml": notes }))).toEqual([
      `paragraph: ${SENTENCE}`,
      "list-item: A first point that was agreed.",
      "sub-heading: Envoy | Hours",
      `paragraph: ${SENTENCE}`,
      "paragraph: More of it stood there.",
      "paragraph: Aside.",
      "paragraph: Seen by both sides.",
    ]);
  });

  it("keeps comments as furniture", async () => {
    const comments = `<w:comments ${W}><w:comment>${p("Is this right?")}</w:comment></w:comments>`;
    const draft = await draftFromBytes(docx(p(SENTENCE), { "word/comments.xml": comments }));
    expect(draft.furniture).toMatchObject([{ rule: "comment", value: "Is this right?" }]);
    expect(draft.paragraphs).toHaveLength(1);
  });

  it("says so when it stops in the middle", async () => {
    const cut = makeZip({
      "[Content_Types].xml": TYPES,
      "word/document.xml": `<w:document ${W}><w:body>${p(SENTENCE)}<w:p><w:r><w:t>Then the en`,
    });
    expect(await draftFromBytes(cut)).toMatchObject({
      paragraphs: [{ value: SENTENCE }, { value: "Then the en" }],
      warnings: expect.arrayContaining([expect.objectContaining({ code: "damaged" })]),
    });
  });

  it.each([
    ["unpacks without end", docx(" ".repeat(70 * 1024 * 1024)), /64 MB/],
    ["is nested without end", docx("<w:sdt>".repeat(200_000)), /nested/],
    ["is cut", docx(p(SENTENCE)).subarray(0, 700), /damaged/],
    ["is empty", docx("", { "docProps/core.xml": CORE }), /no text/],
  ])("that %s is refused with the reason", async (_, bytes, reason) => {
    await expect(draftFromBytes(bytes)).rejects.toThrow(reason);
  });

  it("whose parts lie about their size is unpacked as far as they go", async () => {
    const parts = { "[Content_Types].xml": TYPES, "word/document.xml": " ".repeat(70_000_000) };
    await expect(draftFromBytes(makeZip(parts, { statedBytes: 10 }))).rejects.toThrow(/64 MB/);
  });

  it("does not expand entities", async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document ${W}><w:body>${p(`${SENTENCE} &b;`)}</w:body></w:document>`;
    const bytes = makeZip({ "[Content_Types].xml": TYPES, "word/document.xml": bomb });
    expect((await draftFromBytes(bytes)).text).not.toContain("haha");
  });
});
