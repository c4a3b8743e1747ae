import { expect, it } from "vitest";
import { listPlaces } from "#lib/articles/draft-fields.ts";
import { explainFields } from "#lib/articles/explain-fields.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";

const explain = async (text: string) =>
  explainFields(text, listPlaces(await draftFromBytes(new TextEncoder().encode(text))));

it("says where each field stands, by which rule, how surely", async () => {
  const { explanations, order } = await explain(
    "By Ada Brook\n27 February 2025\n\nThe government of Northmark has offered to host talks on grain.",
  );
  expect(explanations["bylines.0.name"]).toMatchObject({ line: 1, rule: "a name in a by-line" });
  expect(explanations.publishedOn).toMatchObject({ line: 2, isByPerson: false });
  expect(explanations.headline).toMatchObject({
    line: null,
    rule: "proposed from the first sentence",
    sureness: "a guess",
  });
  expect(order.slice(0, 2)).toEqual(["bylines.0.name", "publishedOn"]);
});

it("shows the beginning of a very long original and says that it goes on", async () => {
  const { lines, isCut } = await explain("A sentence that goes on and on.\n\n".repeat(10_000));
  expect(isCut).toBe(true);
  expect(lines.length).toBeLessThan(10_000);
});
