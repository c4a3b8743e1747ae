import { expect, it } from "vitest";
import { EMPTY_FIELDS } from "#lib/articles/schema.ts";
import { warningsLeft } from "#lib/articles/warnings-left.ts";
import type { DraftWarning } from "#lib/ingest/types.ts";

const warnings: DraftWarning[] = (
  ["no-date", "ambiguous-date", "proposed-headline", "no-body", "not-english"] as const
).map((code) => ({ code, message: "", span: null }));

const codesLeft = (fields: Partial<typeof EMPTY_FIELDS>, dateRule: string) =>
  warningsLeft(warnings, {
    fields: { ...EMPTY_FIELDS, ...fields },
    places: [{ field: "publishedOn", startsAt: 0, endsAt: 1, rule: dateRule, confidence: 0.5 }],
  }).map(({ code }) => code);

it("keeps a warning until the draft answers it", () => {
  expect(codesLeft({ headlineProposed: true }, "date-numeric")).toEqual(
    warnings.map(({ code }) => code),
  );
  expect(codesLeft({ publishedOn: "2025-02-27", paragraphs: ["One."] }, "corrected")).toEqual([
    "not-english",
  ]);
});
