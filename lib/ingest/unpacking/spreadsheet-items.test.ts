import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { unpack, type UnpackedItem, type UnpackHint } from "#lib/ingest/unpack.ts";
import { makeZip } from "#lib/testing/zip.ts";

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const STRINGS = `<sst><si><t>Title</t></si><si><t>Text</t></si><si><t>Date</t></si>
<si><r><t>Talks </t></r><r><t>open &amp; shut</t></r><rPh><t>no</t></rPh></si></sst>`;
const SHEET = `<worksheet><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>Ministers met.</t></is></c><c r="D2" s="1"><v>45715.427083333</v></c></row>
<row r="3"><c r="B3" t="str"><f>1+1</f><v>They left.</v></c><c r="D3"><v>45716</v></c></row>
</sheetData></worksheet>`;
const workbook = (sheets: Record<string, string>, settings = "") =>
  makeZip({
    "[Content_Types].xml": TYPES,
    "xl/workbook.xml": `<workbook><workbookPr${settings}/></workbook>`,
    "xl/sharedStrings.xml": STRINGS,
    ...sheets,
  });

async function itemsOf(bytes: Buffer, hint: UnpackHint = {}) {
  const items: UnpackedItem[] = [];
  for await (const item of unpack(bytes, { fileName: "news.xlsx", ...hint })) items.push(item);
  return items;
}
const recordOf = (item?: UnpackedItem) => JSON.parse(Buffer.from(item?.bytes ?? []).toString());

describe("a workbook", () => {
  it("is a row an article, dates as days", async () => {
    const items = await itemsOf(
      workbook({ "xl/worksheets/sheet2.xml": SHEET, "xl/worksheets/sheet1.xml": "<worksheet/>" }),
    );
    expect(items.map(({ path }) => path)).toEqual(["news.xlsx/sheet2#1", "news.xlsx/sheet2#2"]);
    expect(recordOf(items[0])).toEqual({
      Title: "Talks open & shut",
      Text: "Ministers met.",
      Date: "2025-02-27T10:15",
    });
    expect(recordOf(items[1])).toEqual({ Text: "They left.", Date: "2025-02-28" });
    const draft = await draftFromBytes(items[0]?.bytes ?? new Uint8Array(), items[0]?.hint);
    expect(draft).toMatchObject({ publishedOn: { value: "2025-02-27" } });
  });

  it("shows as dates what its styles show as dates, whatever the column is called", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
<numFmt numFmtId="165" formatCode="&quot;days&quot;\\ 0"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
    const sheet = SHEET.replace(
      "</sheetData>",
      '<row r="4"><c r="B4"><v>45716</v></c><c r="C4" s="1"><v>45716</v></c><c r="E4" s="2"><v>45716</v></c></row></sheetData>',
    );
    const items = await itemsOf(
      workbook({ "xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": styles }),
    );
    expect(recordOf(items[2])).toEqual({
      Text: "45716",
      "column 3": "2025-02-28",
      "column 5": "45716",
    });
  });

  it("of an old Macintosh counts its days from 1904", async () => {
    const [item] = await itemsOf(
      workbook(
        { "xl/worksheets/sheet1.xml": SHEET.replaceAll("45715.427083333", "44253") },
        ' date1904="1"',
      ),
    );
    expect(recordOf(item).Date).toBe("2025-02-27");
  });

  it("without columns of an article, or damaged, says so", async () => {
    const other = SHEET.replaceAll('t="s"><v>1<', 't="s"><v>0<');
    expect(await itemsOf(workbook({ "xl/worksheets/sheet1.xml": other }))).toMatchObject([
      { error: { code: "invalid_input" } },
    ]);
    const cut = workbook({ "xl/worksheets/sheet1.xml": SHEET }).subarray(0, -30);
    expect(await itemsOf(cut)).toMatchObject([{ error: { code: "invalid_input" } }]);
  });

  it("made to unpack without end is stopped", async () => {
    const bomb = `<worksheet>${" ".repeat(150 * 1024 ** 2)}</worksheet>`;
    expect(await itemsOf(workbook({ "xl/worksheets/sheet1.xml": bomb }))).toMatchObject([
      { error: { code: "payload_too_large" } },
    ]);
  });
});
