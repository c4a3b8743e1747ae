import { expect, it } from "vitest";
import { listUnusedText } from "#lib/api/unused-text.ts";
import { listPlaces } from "#lib/articles/draft-fields.ts";
import { draftFromBytes } from "#lib/ingest/pipeline.ts";

const place = (startsAt: number | null, endsAt: number | null) => ({ startsAt, endsAt });

it("lists what lies between the places, line by line, blanks left out", () => {
  const text = "one  two\n three \n\nfour";
  expect(listUnusedText(text, [place(5, 8), place(null, null)])).toEqual([
    { start: 0, end: 3, text: "one" },
    { start: 10, end: 15, text: "three" },
    { start: 18, end: 22, text: "four" },
  ]);
});

it("is not led astray by places that overlap or come out of order", () => {
  expect(listUnusedText("abcdef", [place(3, 4), place(0, 2), place(1, 2)])).toEqual([
    { start: 2, end: 3, text: "c" },
    { start: 4, end: 6, text: "ef" },
  ]);
});

it("agrees with the account that reading itself gives", async () => {
  const text =
    "Accord reached\nBy Ada Brook\n27 February 2025\n\n%% 7 %%\n\nTalks ended in Northmark.\n";
  const draft = await draftFromBytes(Buffer.from(text));
  const spans = listUnusedText(draft.text, listPlaces(draft)).map(({ start, end }) => ({
    start,
    end,
  }));
  expect(spans).toEqual(draft.unused);
});
