import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem, type UnpackHint } from "#lib/ingest/unpack.ts";

const BODY = "Ministers met in the harbour on Thursday.\n\nThey will meet again in spring.";
const ROW = {
  title: "Harbour talks open",
  body: BODY,
  publishedOn: "2025-02-27",
  author: "By Ada Brook and Ivo Lund",
  outlet: "Northmark Courier",
  url: "https://courier.example/talks",
};

async function itemsOf(source: string | Uint8Array | Readable, hint: UnpackHint = {}) {
  const bytes = typeof source === "string" ? Buffer.from(source) : source;
  const items: UnpackedItem[] = [];
  for await (const item of unpack(bytes, hint)) items.push(item);
  return items;
}
const draftsOf = async (items: UnpackedItem[]) =>
  Promise.all(items.map(({ bytes, hint }) => draftFromBytes(bytes, hint)));
const hashOf = (item?: UnpackedItem) =>
  createHash("sha256")
    .update(item?.bytes ?? "")
    .digest("hex");

describe("a source of one article", () => {
  it.each([
    ["text", "Talks open\n\nMinisters met, they said, on Thursday."],
    ["text that begins as JSON might", "[Updated] Talks open\n\nMinisters met."],
    ["text in braces", "{sic} was printed twice.\n\nNobody knew why."],
    ["HTML", "<!doctype html><html><body><p>Ministers met.</p></body></html>"],
    ["a JSON article", JSON.stringify(ROW, null, 2)],
    ["a line that only looks like columns", "Title, text and date\nare what one needs."],
  ])("is itself, unchanged: %s", async (_, text) => {
    const bytes = Buffer.from(text);
    const items = await itemsOf(bytes, { fileName: "talks", mediaType: "text/plain" });
    expect(items).toEqual([
      { bytes, path: "talks", hint: { fileName: "talks", mediaType: "text/plain" } },
    ]);
  });

  it("is refused with a reason where it is too long", async () => {
    const items = await itemsOf(Readable.from([Buffer.alloc(6 * 1024 ** 2, "a ")]));
    expect(items).toMatchObject([{ error: { code: "payload_too_large" }, path: "original" }]);
  });
});

describe("JSON Lines", () => {
  const lines = [ROW, { ...ROW, title: "Talks end" }].map((row) => JSON.stringify(row));

  it("are an article a line, with all its fields", async () => {
    const items = await itemsOf(`${lines.join("\n")}\n`, { fileName: "all.jsonl" });
    expect(items.map(({ path }) => path)).toEqual(["all.jsonl#1", "all.jsonl#2"]);
    const [draft] = await draftsOf(items);
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open", rule: "title" },
      publishedOn: { value: "2025-02-27" },
      outlet: { value: "Northmark Courier" },
      sourceUrl: { value: "https://courier.example/talks" },
      bylines: [{ name: { value: "Ada Brook" } }, { name: { value: "Ivo Lund" } }],
      unused: [],
    });
    expect(draft?.paragraphs).toHaveLength(2);
  });

  it("give the same bytes for the same article, whatever its place, order of keys and blanks", async () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(ROW).reverse())).replaceAll(
      '":',
      '" : ',
    );
    const [first] = await itemsOf(lines.join("\n"));
    const again = await itemsOf([lines[1], turned].join("\n"));
    expect(hashOf(again[1])).toBe(hashOf(first));
    expect(hashOf(again[0])).not.toBe(hashOf(first));
  });

  it("say which line is broken, and go on", async () => {
    const items = await itemsOf([lines[0], '{"title": "cut', "", "12", lines[1]].join("\n"));
    expect(items.map(({ path, error }) => [path, error?.code])).toEqual([
      ["original#1", undefined],
      ["original#2", "invalid_input"],
      ["original#3", "invalid_input"],
      ["original#4", undefined],
    ]);
  });

  it("are read as they come, in small pieces, in another encoding", async () => {
    const bytes = iconv.encode(`${lines.join("\r\n")}\r\n{"title":"Переговори"}`, "utf-16le");
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    );
    const items = await itemsOf(Readable.from(pieces), { charset: "utf-16le" });
    expect(items).toHaveLength(3);
    expect(Buffer.from(items[2]?.bytes ?? []).toString()).toBe('{"title":"Переговори"}');
  });

  it("pass over a line too long to be an article", async () => {
    const long = `{"title":"${"a".repeat(6 * 1024 ** 2)}"}`;
    const items = await itemsOf(Readable.from([`${lines[0]}\n`, `${long}\n`, lines[1] ?? ""]));
    expect(items.map(({ error }) => error?.code)).toEqual([
      undefined,
      "payload_too_large",
      undefined,
    ]);
  });
});

describe("JSON that holds many", () => {
  it.each([
    ["a list", [ROW, ROW]],
    ["an answer of a service", { status: "ok", articles: [ROW, ROW], total: 2 }],
    [
      "a list further down",
      { response: { docs: [{ headline: { main: "A" }, lead_paragraph: BODY }, ROW] } },
    ],
    ["what a search server answers", { hits: { hits: [{ _source: ROW }, { _source: ROW }] } }],
  ])("is an article each: %s", async (_, value) => {
    const items = await itemsOf(JSON.stringify(value));
    expect(items.map(({ path }) => path)).toEqual(["original#1", "original#2"]);
    for (const draft of await draftsOf(items)) expect(draft.paragraphs.length).toBeGreaterThan(0);
  });

  it("is read member by member when it is long", async () => {
    const list = Array.from({ length: 400 }, (_, i) => ({
      ...ROW,
      title: `Talks, “day” [${i}] \\"`,
    }));
    const text = JSON.stringify(list, null, 1);
    expect(text.length).toBeGreaterThan(70_000);
    const items = await itemsOf(text);
    expect(items).toHaveLength(400);
    expect(hashOf(items[7])).toBe(hashOf((await itemsOf(JSON.stringify([list[7], 1])))[0]));
    const cut = await itemsOf(text.slice(0, -100));
    expect(cut.at(-1)?.error?.code).toBe("invalid_input");
    expect(cut).toHaveLength(400);
  });

  it("is a JSON Feed, whose items say what the feed says for all", async () => {
    const [draft] = await draftsOf(
      await itemsOf(
        JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          title: "Northmark Courier",
          description: "News",
          language: "en",
          items: [
            {
              id: "1",
              url: "https://courier.example/1",
              title: "Talks open",
              content_html: "<p>Ministers met.</p><script>alert(1)</script><p>They left.</p>",
              date_published: "2025-02-27T10:15:00Z",
              authors: [{ name: "Ada Brook" }],
            },
          ],
        }),
      ),
    );
    expect(draft).toMatchObject({
      headline: { value: "Talks open" },
      outlet: { value: "Northmark Courier" },
      publishedAt: { value: "2025-02-27T10:15:00Z" },
      language: { value: "en" },
      bylines: [{ name: { value: "Ada Brook" } }],
    });
    expect(draft?.paragraphs.map(({ value }) => value)).toEqual(["Ministers met.", "They left."]);
  });

  it("is refused with a reason where it is broken or nested without end", async () => {
    expect(await itemsOf('[{"title": "cut')).toMatchObject([{ error: { code: "invalid_input" } }]);
    const deep = `{"title":"A","body":${"[".repeat(5000)}${"]".repeat(5000)}}`;
    expect(await itemsOf(`${deep}\n${deep}`)).toMatchObject([
      { error: { code: "invalid_input" } },
      { error: { code: "invalid_input" } },
    ]);
  });
});

describe("tables", () => {
  const table = (delimiter: string) =>
    [
      ["Headline", "Article text", "Date published", "Desk"].join(delimiter),
      ["Talks open", '"Ministers met, ""at last"".\nThey left."', "27/02/2025", "World"].join(
        delimiter,
      ),
      ["Talks end", "It is over", "2025-03-01", ""].join(delimiter),
    ].join("\r\n");

  it.each([",", "\t", ";", "|"])("parted by %j are a row an article", async (delimiter) => {
    const items = await itemsOf(table(delimiter), { fileName: "news.csv" });
    expect(items.map(({ path }) => path)).toEqual(["news.csv#1", "news.csv#2"]);
    const [draft] = await draftsOf(items);
    expect(draft).toMatchObject({
      headline: { value: "Talks open" },
      publishedOn: { value: "2025-02-27" },
      paragraphs: [{ value: 'Ministers met, "at last".' }, { value: "They left." }],
    });
    expect(draft?.furniture).toMatchObject([{ value: "World", rule: "declared-topic" }]);
  });

  it("may begin with a byte-order mark and with Excel's line about what parts the cells", async () => {
    const items = await itemsOf(`\uFEFFsep=;\n${table(";")}`);
    expect(items.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(JSON.parse(Buffer.from(items[1]?.bytes ?? []).toString())).toEqual({
      Headline: "Talks end",
      "Article text": "It is over",
      "Date published": "2025-03-01",
    });
  });

  it("in windows-1252 are read", async () => {
    const bytes = iconv.encode("title,text\nA café,“Open” – they said.\n", "windows-1252");
    const [item] = await itemsOf(bytes);
    expect(JSON.parse(Buffer.from(item?.bytes ?? []).toString()).text).toBe("“Open” – they said.");
  });

  it("say which row is broken, keep cells beyond the header and columns of one name", async () => {
    const items = await itemsOf('title,text,text\nA,one,two,three\nB,"never closed');
    expect(JSON.parse(Buffer.from(items[0]?.bytes ?? []).toString())).toEqual({
      title: "A",
      text: "one",
      "text (2)": "two",
      "column 4": "three",
    });
    expect(items[1]).toMatchObject({ path: "original#2", error: { code: "invalid_input" } });
  });

  it("are read by an archivist's choice of columns", async () => {
    const [item] = await itemsOf("title,text,kicker,note\nWorld,Ministers met.,Talks open,x\n", {
      columns: { kicker: "headline", title: "topic", note: null },
    });
    const [draft] = await draftsOf(item ? [item] : []);
    expect(draft?.headline?.value).toBe("Talks open");
    expect(draft?.furniture).toMatchObject([{ value: "World", rule: "declared-topic" }]);
    expect(JSON.parse(Buffer.from(item?.bytes ?? []).toString()).other).toEqual({ note: "x" });
  });

  it("of other columns ask which is which, and are read by the answer", async () => {
    const table = "kop;tekst;datum\nTalks;Ministers met.;2025-02-27\n";
    const [item] = await itemsOf(table, { fileName: "a.csv" });
    expect(item?.error).toMatchObject({
      code: "invalid_input",
      details: { columns: ["kop", "tekst", "datum"] },
    });
    const columns = { kop: "headline", tekst: "body", datum: "published" } as const;
    const [draft] = await draftsOf(await itemsOf(table, { columns }));
    expect(draft).toMatchObject({
      headline: { value: "Talks" },
      publishedOn: { value: "2025-02-27" },
      paragraphs: [{ value: "Ministers met." }],
    });
  });

  it("with one row are an original too, and with more are not", async () => {
    const one = Buffer.from("title,text\nTalks,Ministers met.\n");
    expect((await draftFromBytes(one)).headline?.value).toBe("Talks");
    await expect(draftFromBytes(Buffer.from(table(",")))).rejects.toThrow(/more than one article/);
  });
});
