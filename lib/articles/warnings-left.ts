import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { isByPerson } from "#lib/articles/place-words.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import type { DraftWarning } from "#lib/ingest/types.ts";

type DraftNow = {
  fields: Pick<ArticleFields, "publishedOn" | "headlineProposed" | "paragraphs">;
  places: readonly FieldPlace[];
};

/** The warnings about an original that its draft, as it now stands, has not yet answered. */
export function warningsLeft(
  warnings: readonly DraftWarning[],
  { fields, places }: DraftNow,
): DraftWarning[] {
  const isDateSettled = places.some((place) => place.field === "publishedOn" && isByPerson(place));
  return warnings.filter(({ code }) => {
    switch (code) {
      case "no-date":
        return fields.publishedOn === null;
      case "relative-date":
      case "ambiguous-date":
      case "date-after-capture":
        return !isDateSettled;
      case "proposed-headline":
        return fields.headlineProposed;
      case "no-body":
        return fields.paragraphs.length === 0;
      default:
        return true;
    }
  });
}
