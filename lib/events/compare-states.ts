/** What two editors of one event wrote, field by field. */
import { isDeepStrictEqual } from "node:util";
import type { EventFields } from "#lib/events/schema-editing.ts";

export const EVENT_FIELD_LABELS = {
  title: "Title",
  kind: "Kind",
  date: "Date",
  placeName: "Place",
  placeCountry: "Country",
  latitude: "Latitude",
  longitude: "Longitude",
  participants: "Participants",
  facts: "Facts",
  topics: "Topics",
  related: "Related events",
  sources: "Sources",
  lift: "Lift",
} as const satisfies Record<keyof EventFields, string>;

export type EventField = keyof EventFields;
export const EVENT_FIELDS = Object.keys(EVENT_FIELD_LABELS) as EventField[];

/** The fields that differ between two states. */
export function differingFields(one: EventFields, other: EventFields): EventField[] {
  return EVENT_FIELDS.filter((field) => !isDeepStrictEqual(one[field], other[field]));
}

export type FieldChoice = {
  field: EventField;
  label: string;
  theirs: string;
  mine: string;
  changedBy: "them" | "me" | "both";
};

/** What an editor who began with `base` and wrote `mine` has to choose between, `theirs` being saved. */
export function listFieldChoices(
  base: EventFields,
  theirs: EventFields,
  mine: EventFields,
): FieldChoice[] {
  const byThem = differingFields(base, theirs);
  const byMe = differingFields(base, mine);
  return differingFields(theirs, mine).map((field) => ({
    field,
    label: EVENT_FIELD_LABELS[field],
    theirs: inWords(theirs[field]),
    mine: inWords(mine[field]),
    changedBy: !byThem.includes(field) ? "me" : byMe.includes(field) ? "both" : "them",
  }));
}

/**
 * One state of two that began with `base`: `mine`, with `theirs` where only they changed a field.
 * Null where both changed one, and not to the same.
 */
export function mergeStates(
  base: EventFields,
  theirs: EventFields,
  mine: EventFields,
): EventFields | null {
  const choices = listFieldChoices(base, theirs, mine);
  if (choices.some(({ changedBy }) => changedBy === "both")) return null;
  return takeFields(
    mine,
    theirs,
    choices.flatMap(({ field, changedBy }) => (changedBy === "them" ? [field] : [])),
  );
}

/** `into` with some fields as `from` has them. */
export function takeFields(
  into: EventFields,
  from: EventFields,
  fields: readonly EventField[],
): EventFields {
  return { ...into, ...Object.fromEntries(fields.map((field) => [field, from[field]])) };
}

function inWords(value: EventFields[EventField]): string {
  if (!Array.isArray(value)) return value === null ? "" : String(value);
  return value
    .map((item) =>
      typeof item === "string"
        ? item
        : Object.values(item)
            .filter((part) => typeof part === "string" && part !== "")
            .join(", "),
    )
    .join("\n");
}
