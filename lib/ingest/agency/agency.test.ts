import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem } from "#lib/ingest/unpack.ts";

async function itemsOf(text: string): Promise<UnpackedItem[]> {
  const items: UnpackedItem[] = [];
  for await (const item of unpack(Buffer.from(text), { fileName: "wire" })) items.push(item);
  return items;
}
/** The draft of a file that is one article, which unpacking leaves as it is. */
async function draftOf(text: string) {
  const items = await itemsOf(text);
  expect(items).toHaveLength(1);
  expect(Buffer.from(items[0]?.bytes ?? []).toString()).toBe(text);
  return draftFromBytes(Buffer.from(text));
}

const NINJS_1 = {
  uri: "urn:wire:1",
  type: "text",
  versioncreated: "2025-02-27T11:00:00Z",
  firstcreated: "2025-02-27T10:15:00Z",
  language: "en",
  headline: "Talks open",
  byline: "By Ada Brook",
  description_text: "Ministers met.",
  body_xhtml: "<p>Ministers met in the harbour.</p><p>They left.</p>",
  located: "Kyiv",
  copyrightholder: "Northmark News Agency",
  usageterms: "For subscribers",
  subject: [{ code: "1", name: "diplomacy" }],
  associations: {
    main: { type: "picture", description_text: "A harbour", byline: "Ivo Lund" },
  },
};
const NINJS_2 = {
  uri: "https://wire.example/2",
  firstcreated: "2025-02-27T10:15:00Z",
  headlines: [
    { role: "short", value: "Talks" },
    { role: "main", value: "Talks open" },
  ],
  bodies: [{ role: "main", contenttype: "text/html", value: "<p>Ministers met.</p>" }],
  descriptions: [{ role: "summary", value: "They met." }],
  people: [{ name: "Ada Brook", rel: "author" }],
  infosources: [{ name: "Northmark News Agency" }],
  associations: [{ name: "a", type: "picture", headline: "Harbour", description_text: "x" }],
};
const NITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-3.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en">
<head><title>Talks</title><docdata><doc-id id-string="n1"/><date.issue norm="20250227T101500Z"/>
<doc.copyright holder="Northmark"/><key-list><keyword key="diplomacy"/></key-list></docdata>
<pubdata type="print" name="Northmark Courier" ex-ref="https://courier.example/n1"/></head>
<body><body.head><hedline><hl1>Talks &amp; tea</hl1><hl2>They met</hl2></hedline>
<byline>By <person>Ada Brook</person><byttl>Diplomatic editor</byttl></byline>
<dateline><location>Kyiv</location></dateline><abstract><p>In short.</p></abstract></body.head>
<body.content><p>Ministers met.</p><hl2>What next</hl2><block><p>They left.</p></block>
<media media-type="image"><media-reference source="p.jpg"/><media-caption><p>A harbour.</p></media-caption>
<media-producer>EPA</media-producer></media></body.content></body></nitf>`;
const newsItem = (
  guid: string,
  declarations = "",
) => `<newsItem${declarations} guid="${guid}" version="1" xml:lang="en">
<rightsInfo><copyrightHolder literal="Northmark"/><usageTerms>For subscribers</usageTerms></rightsInfo>
<itemMeta><provider literal="Northmark News Agency"/><versionCreated>2025-02-27T11:00:00Z</versionCreated>
<firstCreated>2025-02-27T10:15:00Z</firstCreated></itemMeta>
<contentMeta><located qcode="c:1"><name>Kyiv</name></located><creator literal="ab" jobtitle="editor"><name>Ada Brook</name></creator>
<language tag="en-GB"/><subject qcode="s:1"><name>diplomacy</name></subject><headline>Talks &amp; tea</headline>
<description role="drol:summary">In short.</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>Ministers met.</p><p>They left.</p></body></html></inlineXML></contentSet></newsItem>`;
const NAR = ` xmlns="http://iptc.org/std/nar/2006-10-01/"`;

describe("ninjs", () => {
  it("1 gives all that there are fields for", async () => {
    const draft = await draftOf(JSON.stringify(NINJS_1, null, 1));
    expect(draft).toMatchObject({
      headline: { value: "Talks open" },
      summary: { value: "Ministers met." },
      publishedAt: { value: "2025-02-27T10:15:00Z" },
      modifiedOn: { value: "2025-02-27" },
      outlet: { value: "Northmark News Agency" },
      language: { value: "en" },
      bylines: [{ name: { value: "Ada Brook" } }],
      captions: [{ value: "A harbour" }],
      mediaCredits: [{ value: "Ivo Lund" }],
      paragraphs: [{ value: "Ministers met in the harbour." }, { value: "They left." }],
      unused: [],
    });
    expect(draft.furniture.map(({ rule, value }) => `${rule} ${value}`)).toEqual(
      expect.arrayContaining([
        "declared-topic diplomacy",
        "declared-place Kyiv",
        "declared-rights For subscribers",
        "declared-id urn:wire:1",
      ]),
    );
  });

  it("2 gives them from its lists, by role", async () => {
    expect(await draftOf(JSON.stringify(NINJS_2))).toMatchObject({
      headline: { value: "Talks open" },
      summary: { value: "They met." },
      outlet: { value: "Northmark News Agency" },
      sourceUrl: { value: "https://wire.example/2" },
      bylines: [{ name: { value: "Ada Brook" } }],
      paragraphs: [{ value: "Ministers met." }],
    });
  });

  it("in a list is an item each", async () => {
    expect(await itemsOf(JSON.stringify([NINJS_1, NINJS_2]))).toHaveLength(2);
  });
});

describe("NITF", () => {
  it("gives all that there are fields for", async () => {
    const draft = await draftOf(NITF);
    expect(draft).toMatchObject({
      headline: { value: "Talks & tea" },
      summary: { value: "In short." },
      publishedAt: { value: "2025-02-27T10:15:00Z" },
      outlet: { value: "Northmark Courier" },
      sourceUrl: { value: "https://courier.example/n1" },
      bylines: [{ name: { value: "Ada Brook" }, role: { value: "Diplomatic editor" } }],
      captions: [{ value: "A harbour." }],
      mediaCredits: [{ value: "EPA" }],
      unused: [],
    });
    expect(draft.paragraphs.map(({ rule, value }) => `${rule} ${value}`)).toEqual([
      "paragraph Ministers met.",
      "sub-heading What next",
      "paragraph They left.",
    ]);
  });
});

describe("NewsML-G2", () => {
  const fields = {
    headline: { value: "Talks & tea" },
    summary: { value: "In short." },
    publishedAt: { value: "2025-02-27T10:15:00Z" },
    outlet: { value: "Northmark News Agency" },
    language: { value: "en-GB" },
    bylines: [{ name: { value: "Ada Brook" }, role: { value: "editor" } }],
    paragraphs: [{ value: "Ministers met." }, { value: "They left." }],
  };

  it("gives all that there are fields for", async () => {
    expect(await draftOf(newsItem("g1", NAR))).toMatchObject(fields);
  });

  it("with NITF inside gives what that says", async () => {
    const text = newsItem("g1", NAR)
      .replace(
        /<inlineXML[^]*<\/inlineXML>/,
        `<inlineXML>${NITF.replace(/^[^]*?<nitf/, "<nitf")}</inlineXML>`,
      )
      .replace(/<headline>[^]*<\/headline>/, "");
    expect(await draftOf(text)).toMatchObject({
      headline: { value: "Talks & tea" },
      mediaCredits: [{ value: "EPA" }],
    });
  });

  it("in a message is an item each, with the namespaces of the message", async () => {
    const filler = `<!--${"x".repeat(70_000)}-->`;
    const message = `<newsMessage${NAR}><header/>${filler}<itemSet>${newsItem("g1")}${newsItem("g2")}</itemSet></newsMessage>`;
    const items = await itemsOf(message);
    expect(items.map(({ path }) => path)).toEqual(["wire#1", "wire#2"]);
    const { bytes = new Uint8Array(), hint } = items[1] ?? {};
    expect(Buffer.from(bytes).toString()).toContain(`<newsItem${NAR} guid="g2"`);
    expect(await draftFromBytes(bytes, hint)).toMatchObject(fields);
  });

  it("without a text says so", async () => {
    const picture = `<newsItem${NAR} guid="p"><contentSet><remoteContent href="p.jpg"/></contentSet></newsItem>`;
    await expect(draftFromBytes(Buffer.from(picture))).rejects.toThrow(/no headline and no text/);
    expect(await itemsOf(`<newsMessage${NAR}><itemSet/></newsMessage>`)).toMatchObject([
      { error: { code: "invalid_input" } },
    ]);
  });
});
