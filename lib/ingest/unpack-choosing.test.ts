import { describe, expect, it } from "vitest";
import type { ColumnChoices } from "#lib/ingest/records/column-choices.ts";
import { unpack, type SeenTable } from "#lib/ingest/unpack.ts";
import { makeZip } from "#lib/testing/zip.ts";

type Answer = ColumnChoices | null | undefined;

async function read(
  bytes: Buffer | string,
  fileName: string,
  answer: (table: SeenTable) => Answer,
) {
  const seen: SeenTable[] = [];
  const items: string[] = [];
  const chooseColumns = (table: SeenTable) => {
    seen.push(table);
    return answer(table);
  };
  for await (const item of unpack(Buffer.from(bytes), { fileName, chooseColumns }))
    items.push(
      item.error
        ? `${item.path}: ${item.error.message}`
        : `${item.path} ${Buffer.from(item.bytes)}`,
    );
  return { seen, items };
}

const FOREIGN = "Titel;Volltext\nTalks open;Ministers met.\nTalks end;They left.\n";
const CHOICE: ColumnChoices = { Titel: "headline", Volltext: "body" };

describe("somebody who knows columns", () => {
  it.each([
    ["a.csv", FOREIGN],
    [
      "a.jsonl",
      '{"Titel":"Talks open","Volltext":"Ministers met."}\n{"Titel":"Talks end","Volltext":"They left."}',
    ],
    [
      "a.json",
      '[{"Titel":"Talks open","Volltext":"Ministers met."},{"Titel":"Talks end","Volltext":"They left."}]',
    ],
  ])("is asked for %s, with its first rows, and believed", async (name, text) => {
    const { seen, items } = await read(text, name, () => CHOICE);
    expect(seen).toEqual([
      {
        path: name,
        columns: ["Titel", "Volltext"],
        sample: [
          { Titel: "Talks open", Volltext: "Ministers met." },
          { Titel: "Talks end", Volltext: "They left." },
        ],
        isClear: false,
        isGuess: false,
      },
    ]);
    expect(items).toEqual([
      `${name}#1 {"body":"Ministers met.","headline":"Talks open"}`,
      `${name}#2 {"body":"They left.","headline":"Talks end"}`,
    ]);
  });

  it("may leave a table out, or leave it to its names", async () => {
    expect((await read(FOREIGN, "a.csv", () => null)).items).toEqual([]);
    const { items } = await read(FOREIGN, "a.csv", () => undefined);
    expect(items).toEqual([expect.stringContaining("Its columns are “Titel”, “Volltext”.")]);
  });

  it.each([
    ["Title,Text\na,b", true],
    ["Title,Text,Seite\na,b,c", false],
    ["Date,Text\n2025-02-27,b", false],
    ['{"title":"a","text":"b","pages":3}', true],
    ['{"_source":{"title":"a","text":"b"}}', true],
    ['{"text":"b"}\n{"title":"a"}', true],
    ['{"text":"b"}\n{"text":"a"}', false],
    ['{"uri":"urn:a","versioncreated":"2025-02-27","body_text":"b"}', true],
  ])("is told whether the names are clear: %s is %s", async (text, isClear) => {
    const { seen } = await read(text, "a.csv", () => undefined);
    expect(seen).toMatchObject([{ isClear }]);
  });

  it("is asked for each table of an archive", async () => {
    const zip = makeZip({ "a.csv": FOREIGN, "b.csv": "Title,Text\na,b", "c.txt": "Prose." });
    const { seen, items } = await read(zip, "all.zip", ({ isClear }) => (isClear ? {} : CHOICE));
    expect(seen.map(({ path }) => path)).toEqual(["all.zip/a.csv", "all.zip/b.csv"]);
    expect(items).toHaveLength(4);
  });

  it("knows a table that is not called one, and prose is no table", async () => {
    const { seen, items } = await read(FOREIGN, "upload", ({ isGuess }) =>
      isGuess ? CHOICE : CHOICE,
    );
    expect(seen.map(({ isGuess }) => isGuess)).toEqual([true, false]);
    expect(items).toHaveLength(2);
    const prose = "London, Kyiv and Washington, 27 February\n\nMinisters met.";
    expect((await read(prose, "a.txt", () => undefined)).items).toEqual([`a.txt ${prose}`]);
  });

  it("sees what the objects of JSON Lines have together, and is believed for each", async () => {
    const { seen, items } = await read(
      '{"a":"Talks","b":1}\n[1]\n{"c":"Ministers met."}\n{broken',
      "a.jsonl",
      () => ({ a: "headline", c: "body" }),
    );
    expect(seen[0]?.columns).toEqual(["a", "b", "c"]);
    expect(items.map((item) => item.replace(/: .*/, ""))).toEqual([
      'a.jsonl#1 {"b":1,"headline":"Talks"}',
      "a.jsonl#2",
      'a.jsonl#3 {"body":"Ministers met."}',
      "a.jsonl#4",
    ]);
  });

  it.each([
    [
      `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\na,b`,
      "It has 10,000 columns",
    ],
    [`Titel,${"x".repeat(1_000_000)}\na,b`, "1,000,000 characters long"],
    ["Titel,\0Text\na,b", "a character that is none"],
  ])("is not asked where nobody can choose, and the file says why: %#", async (text, why) => {
    const { seen, items } = await read(text, "a.csv", () => CHOICE);
    expect(seen).toEqual([]);
    expect(items).toEqual([expect.stringContaining(why)]);
  });

  it("sees names that are missing or doubled by their place, and any script and formula as text", async () => {
    const { seen } = await read("Titel,,Titel,عنوان,=1+1\na,b,c,d,e", "a.csv", () => undefined);
    expect(seen[0]?.columns).toEqual(["Titel", "column 2", "Titel (2)", "عنوان", "=1+1"]);
  });
});
