import { describe, expect, it } from "vitest";
import { readDraftForm, splitBody } from "#lib/articles/draft-form.ts";
import { articleFieldsSchema } from "#lib/articles/schema.ts";

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
}

describe("a sent draft form", () => {
  it("gives fields that pass the schema", () => {
    const { fields, intent, baseVersion } = readDraftForm(
      formOf({
        intent: "publish",
        baseVersion: "3",
        headline: " Talks begin ",
        headlineProposed: "on",
        publishedOn: "2025-02-27",
        publishedTime: "10:15",
        language: "en",
        rights: "extract",
        body: "One\nline.\r\n\r\nTwo.",
        "topics.grain": "confirmed",
        "people.reed": "rejected",
      }),
    );
    expect({ intent, baseVersion }).toEqual({ intent: "publish", baseVersion: 3 });
    expect(articleFieldsSchema.parse(fields)).toMatchObject({
      headline: "Talks begin",
      headlineProposed: true,
      summary: null,
      paragraphs: ["One line.", "Two."],
      topics: [{ id: "grain", status: "confirmed" }],
      people: [{ id: "reed", status: "rejected" }],
    });
  });

  it("takes rows in the order of their numbers and leaves empty ones out", () => {
    const { fields } = readDraftForm(
      formOf({
        "bylines.0.order": "2",
        "bylines.0.name": "Ada Brook",
        "bylines.0.role": "Editor",
        "bylines.1.order": "1",
        "bylines.1.name": "Tom Reed",
        "bylines.2.order": "3",
        "bylines.2.name": "",
        "bylines.2.role": " ",
        "sources.0.publisher": "Office",
        "sources.0.title": "Note",
        "sources.0.stateMedia": "on",
      }),
    );
    expect(fields.bylines).toEqual([
      { name: "Tom Reed", role: null, note: null },
      { name: "Ada Brook", role: "Editor", note: null },
    ]);
    expect(fields.sources).toMatchObject([{ publisher: "Office", url: null, stateMedia: true }]);
  });

  it("keeps a row that lacks its name, so that the schema can say so", () => {
    const { fields } = readDraftForm(formOf({ "bylines.0.role": "Editor", rights: "extract" }));
    const { error } = articleFieldsSchema.safeParse(fields);
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["bylines.0.name"]);
  });

  it("reads what to take from the original, and what to keep of another's", () => {
    const { takes, theirs } = readDraftForm(
      formOf({
        "take.10-20": "byline",
        "take.30-40": "",
        "take.x": "byline",
        "merge.headline": "theirs",
        "merge.summary": "mine",
      }),
    );
    expect(takes).toEqual([{ start: 10, end: 20, target: "byline" }]);
    expect(theirs).toEqual(["headline"]);
  });
});

it("splits a body at blank lines", () => {
  expect(splitBody("a\n \n\nb\r\nc\r\n\r\n d \n")).toEqual(["a", "b c", "d"]);
  expect(splitBody(" \n")).toEqual([]);
});
