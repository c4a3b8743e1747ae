import { describe, expect, it } from "vitest";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import { articleFieldsSchema } from "#lib/articles/schema.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";

const LONDON = { timeZone: "Europe/London", rights: "full_text" } as const;
const draftOf = (text: string) => draftFromBytes(new TextEncoder().encode(text));

const TEXT = `Northmark offers to host grain talks
By Ada Brook, Diplomatic correspondent
27 February 2025

Photo: Getty Images

The government of Northmark has offered to host a new round of talks on grain exports in May.

Officials from both sides said that they would study the offer before the end of the month.`;

describe("a fresh draft's fields", () => {
  it("are those that were read, and pass their own schema", async () => {
    const fields = toArticleFields(await draftOf(TEXT), null, LONDON);
    expect(fields).toMatchObject({
      headline: "Northmark offers to host grain talks",
      publishedOn: "2025-02-27",
      bylines: [{ name: "Ada Brook", role: "Diplomatic correspondent", note: null }],
      mediaCredits: [{ credit: "Getty Images", caption: null }],
      topics: [],
    });
    expect(fields.paragraphs).toHaveLength(2);
    expect(articleFieldsSchema.parse(fields)).toEqual(fields);
  });

  it("have their places in the original", async () => {
    const textAt = Object.fromEntries(
      listPlaces(await draftOf(TEXT)).map(({ field, startsAt, endsAt }) => [
        field,
        startsAt === null || endsAt === null ? null : TEXT.slice(startsAt, endsAt),
      ]),
    );
    expect(textAt).toMatchObject({
      headline: "Northmark offers to host grain talks",
      publishedOn: "27 February 2025",
      "bylines.0.name": "Ada Brook",
      "bylines.0.role": "Diplomatic correspondent",
      language: null,
    });
  });

  it("tell the time on the outlet's clocks, unless that is another day", async () => {
    const draft = await draftOf(TEXT);
    const found = { span: null, rule: "test", confidence: 1 };
    const at = (value: string) =>
      toArticleFields({ ...draft, publishedAt: { ...found, value } }, null, {
        ...LONDON,
        timeZone: "Europe/Kyiv",
      }).publishedTime;
    expect(at("2025-02-27T10:15Z")).toBe("12:15");
    expect(at("2025-02-27T10:15")).toBe("10:15");
    expect(at("2025-02-27T23:15Z")).toBeNull();
  });

  it("give a caption the credit that follows it", async () => {
    const found = (value: string, start: number) => ({
      value,
      span: { start, end: start + 1 },
      rule: "test",
      confidence: 1,
    });
    const { mediaCredits } = toArticleFields(
      {
        ...(await draftOf(TEXT)),
        captions: [found("first", 10), found("second", 30)],
        mediaCredits: [found("A", 5), found("B", 35), found("C", 40)],
      },
      null,
      LONDON,
    );
    expect(mediaCredits).toEqual([
      { credit: "A", caption: null },
      { credit: "", caption: "first" },
      { credit: "B", caption: "second" },
      { credit: "C", caption: null },
    ]);
  });
});
