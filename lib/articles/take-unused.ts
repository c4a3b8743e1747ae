/** Gives stretches of the original that no rule could place to fields, as an archivist asks. */
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import { cleanText } from "#lib/text/clean.ts";
import type { Span } from "#lib/text/span.ts";

export const TAKE_TARGETS = [
  "headline",
  "summary",
  "byline",
  "credit",
  "dateline",
  "outlet",
  "sourceUrl",
  "paragraph",
  "furniture",
] as const;
export type TakeTarget = (typeof TAKE_TARGETS)[number];
export type Take = Span & { target: TakeTarget };

type Taken = { fields: ArticleFields; taken: FieldPlace[] };

/** The fields with the stretches added, and the place of each. Stretches outside the text are left. */
export function takeUnused(
  text: string,
  fields: ArticleFields,
  places: FieldPlace[],
  takes: Take[],
): Taken {
  let result: Taken = { fields, taken: [] };
  for (const take of takes) {
    const value = cleanText(text.slice(take.start, take.end));
    if (value) result = takeOne(result, places, take, value);
  }
  return result;
}

function takeOne(
  { fields, taken }: Taken,
  places: FieldPlace[],
  { start, end, target }: Take,
  value: string,
): Taken {
  const placed = (field: string): FieldPlace[] => [
    ...taken,
    { field, startsAt: start, endsAt: end, rule: "taken", confidence: 1 },
  ];
  switch (target) {
    case "byline":
      return {
        fields: {
          ...fields,
          bylines: [...fields.bylines, { name: value, role: null, note: null }],
        },
        taken: placed(`bylines.${fields.bylines.length}.name`),
      };
    case "credit":
      return {
        fields: {
          ...fields,
          mediaCredits: [...fields.mediaCredits, { credit: value, caption: null }],
        },
        taken: placed(`mediaCredits.${fields.mediaCredits.length}.credit`),
      };
    case "paragraph":
      return takeParagraph({ fields, taken }, places, { start, end }, value);
    case "furniture":
      return { fields, taken: placed(`furniture.${nextFurniture([...places, ...taken])}`) };
    case "headline":
      return {
        fields: { ...fields, headline: value, headlineProposed: false },
        taken: placed("headline"),
      };
    default:
      return { fields: { ...fields, [target]: value }, taken: placed(target) };
  }
}

/** Among the paragraphs it goes where it stands in the original; those taken before move along. */
function takeParagraph({ fields, taken }: Taken, places: FieldPlace[], span: Span, value: string) {
  const before = places.filter(
    ({ field, startsAt }) =>
      field.startsWith("paragraphs.") && startsAt !== null && startsAt < span.start,
  );
  const alsoTaken = taken.filter(
    ({ field, startsAt }) => field.startsWith("paragraphs.") && Number(startsAt) < span.start,
  );
  const index = Math.min(before.length + alsoTaken.length, fields.paragraphs.length);
  const moved = taken.map((place) => {
    const at = /^paragraphs\.(\d+)$/.exec(place.field)?.[1];
    return at && Number(at) >= index ? { ...place, field: `paragraphs.${Number(at) + 1}` } : place;
  });
  return {
    fields: { ...fields, paragraphs: fields.paragraphs.toSpliced(index, 0, value) },
    taken: [
      ...moved,
      {
        field: `paragraphs.${index}`,
        startsAt: span.start,
        endsAt: span.end,
        rule: "taken",
        confidence: 1,
      },
    ],
  };
}

function nextFurniture(places: FieldPlace[]): number {
  const numbers = places.flatMap(({ field }) => {
    const number = /^furniture\.(\d+)$/.exec(field)?.[1];
    return number ? [Number(number)] : [];
  });
  return Math.max(-1, ...numbers) + 1;
}
