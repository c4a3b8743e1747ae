import { describe, expect, it } from "vitest";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\stylesheet{\s1 heading 1;}}`;
const SENTENCE = "Ministers met in the harbour on Thursday and agreed to meet again in the spring.";
const rtf = (body: string) => Buffer.from(`${HEAD}${body}}`, "latin1");
const paragraphsOf = async (body: string) =>
  (await draftFromBytes(rtf(body))).paragraphs.map(({ rule, value }) => `${rule}: ${value}`);

describe("a document in the Rich Text Format", () => {
  it("is read like pasted text, with its headline and what the file says of itself", async () => {
    const draft = await draftFromBytes(
      rtf(
        String.raw`{\info{\title Draft for the desk}{\author Tom Hale}{\creatim\yr2024\mo5\dy1}}{\header Northmark desk\par}` +
          String.raw`\pard\s1 Harbour talks open\par\pard By Ada Brook\par ` +
          `${SENTENCE}` +
          String.raw`{\footnote Seen by both sides.}\par`,
      ),
    );
    expect(draft).toMatchObject({
      headline: { value: "Harbour talks open" },
      bylines: [{ name: { value: "Ada Brook" } }],
      publishedOn: { value: "2024-05-01", confidence: 0.3 },
      paragraphs: [{ value: SENTENCE }, { value: "Seen by both sides." }],
      unused: [],
    });
    expect(draft.furniture).toContainEqual(
      expect.objectContaining({ rule: "running-head", value: "Northmark desk" }),
    );
  });

  it("keeps letters of every alphabet", async () => {
    expect(
      await paragraphsOf(
        String.raw`\'93Caf\'e9\'94 \f1\'ca\'e8\'bf\'e2 \f0\uc1\u1050?\u1080?\u1111?\u1074? {\uc0\u8364} \{100\} \emdash  done.\par`,
      ),
    ).toEqual(["paragraph: “Café” Київ Київ € {100} — done."]);
  });

  it("leaves out pictures, field codes, hidden text and what it does not know", async () => {
    expect(
      await paragraphsOf(
        String.raw`Envoys {\pict\pngblip 89504e47}{\*\unknown secret}{\v hidden}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt met}} at noon in the hall.\par`,
      ),
    ).toEqual(["paragraph: Envoys met at noon in the hall."]);
  });

  it("keeps lists and makes lines of the rows of tables", async () => {
    expect(
      await paragraphsOf(
        String.raw`${SENTENCE}\par\pard{\listtext\'b7\tab}\ls1 A first point.\par\pard\intbl Envoy\cell Hours\cell\row\pard Thereafter they left for home.\par`,
      ),
    ).toEqual([
      `paragraph: ${SENTENCE}`,
      "list-item: A first point.",
      "sub-heading: Envoy | Hours",
      "paragraph: Thereafter they left for home.",
    ]);
  });

  it("says so when it stops in the middle, and is refused when it is empty", async () => {
    const cut = await draftFromBytes(Buffer.from(`${HEAD}${SENTENCE}\\par Then`));
    expect(cut.warnings).toContainEqual(expect.objectContaining({ code: "damaged" }));
    expect(cut.paragraphs.at(-1)?.value).toBe("Then");
    await expect(draftFromBytes(rtf(""))).rejects.toThrow(/no text/);
  });

  it("is read however deep its groups are, and with a length of raw data that lies", async () => {
    const deep = rtf(`${"{".repeat(300_000)}${SENTENCE}${"}".repeat(300_000)}`);
    expect((await draftFromBytes(deep)).paragraphs).toHaveLength(1);
    expect(await paragraphsOf(String.raw`${SENTENCE}\par\bin2147483647 x`)).toHaveLength(1);
  });
});
