import type { FormField } from "#components/admin/form/form-field-types.ts";
import type { EventChoices } from "#lib/events/data-choices.ts";
import { EVENT_KINDS } from "#lib/events/schema.ts";
import { MAX_LIFT, type EventFields } from "#lib/events/schema-editing.ts";

const LIFT_WORDS: Readonly<Record<string, string>> = {
  "-2": "two steps down",
  "-1": "one step down",
  "0": "as computed",
  "1": "one step up",
  "2": "two steps up",
};

/** The fields of an event. */
export function eventFormFields(choices: EventChoices, event?: EventFields): FormField[] {
  return [
    ...whatFields(event),
    ...whereFields(choices, event),
    ...whoFields(choices, event),
    ...linkFields(choices, event),
  ];
}

function whatFields(event?: EventFields): FormField[] {
  const steps = Array.from({ length: 2 * MAX_LIFT + 1 }, (_, i) => String(MAX_LIFT - i));
  return [
    { kind: "text", name: "title", label: "Title", value: event?.title, required: true },
    {
      kind: "text",
      name: "date",
      label: "Date",
      hint: "Extended Date/Time Format: 2025-02-27, 2025-02, 2025, 2025-02-14/2025-02-16; with ~ about, with ? uncertain.",
      value: event?.date,
      required: true,
    },
    {
      kind: "choice",
      name: "kind",
      label: "Kind",
      value: event?.kind ?? "other",
      options: EVENT_KINDS.map((kind) => ({ value: kind, label: kind })),
    },
    {
      kind: "choice",
      name: "lift",
      label: "Lift or lower",
      hint: "Moves the computed importance by 20 points a step; readers see that an editor did.",
      value: String(event?.lift ?? 0),
      options: steps.map((step) => ({ value: step, label: LIFT_WORDS[step] ?? step })),
    },
    {
      kind: "lines",
      name: "facts",
      label: "Facts",
      hint: "One a line: what is known of it, or was agreed, each with a source below.",
      value: event?.facts.join("\n"),
      lineCount: 6,
    },
  ];
}

function whereFields({ countries }: EventChoices, event?: EventFields): FormField[] {
  return [
    { kind: "text", name: "placeName", label: "Place", value: event?.placeName ?? "" },
    {
      kind: "suggested",
      name: "placeCountry",
      label: "Country",
      value: event?.placeCountry ?? "",
      options: countries.map((country) => ({ value: country, label: country })),
    },
    {
      kind: "text",
      name: "latitude",
      label: "Latitude",
      hint: "In degrees, north positive: 50.45. Leave both empty where there is no one point.",
      value: event?.latitude?.toString() ?? "",
    },
    {
      kind: "text",
      name: "longitude",
      label: "Longitude",
      hint: "In degrees, east positive: 30.52, or -0.13.",
      value: event?.longitude?.toString() ?? "",
    },
  ];
}

function whoFields({ actors }: EventChoices, event?: EventFields): FormField[] {
  return [
    {
      kind: "rows",
      name: "participants",
      label: "Who took part",
      hint: "By the last part of their address, or by name. Offices held that day are shown by themselves.",
      columns: [
        { name: "actorId", label: "Who", kind: "text", options: actors },
        { name: "role", label: "As what, that day", kind: "text" },
      ],
      rows: (event?.participants ?? []).map(({ actorId, role }) => [actorId, role ?? ""]),
    },
    {
      kind: "rows",
      name: "sources",
      label: "Sources",
      hint: "Outside the archive. State media: yes, where it is one side’s account.",
      columns: [
        { name: "publisher", label: "Publisher", kind: "text" },
        { name: "sourceTitle", label: "Headline", kind: "text" },
        { name: "url", label: "Address", kind: "text" },
        { name: "stateMedia", label: "State media", kind: "text" },
      ],
      rows: (event?.sources ?? []).map(({ publisher, title, url, stateMedia }) => [
        ...[publisher, title, url ?? ""],
        stateMedia ? "yes" : "",
      ]),
    },
  ];
}

function linkFields({ topics }: EventChoices, event?: EventFields): FormField[] {
  return [
    {
      kind: "lines",
      name: "related",
      label: "Related events",
      hint: "One a line: the address of its page, or the last part of it. What came before led to it, what came after followed.",
      value: event?.related.join("\n"),
      lineCount: 3,
    },
    {
      kind: "checks",
      name: "topics",
      label: "Topics",
      values: event?.topics ?? [],
      options: topics,
    },
  ];
}
