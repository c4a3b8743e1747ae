import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import type { ActorFields } from "#lib/actors/schema.ts";

const KINDS: readonly Option[] = [
  { value: "person", label: "person" },
  { value: "organisation", label: "organisation" },
  { value: "country", label: "country" },
];

/** The fields of a person, organisation or country. */
export function actorFormFields(countries: readonly string[], actor?: ActorFields): FormField[] {
  return [...nameFields(countries, actor), ...knowledgeFields(actor)];
}

function nameFields(countries: readonly string[], actor?: ActorFields): FormField[] {
  return [
    { kind: "choice", name: "kind", label: "Kind", value: actor?.kind, options: KINDS },
    { kind: "text", name: "name", label: "Name", value: actor?.name, required: true },
    {
      kind: "lines",
      name: "aliases",
      label: "Other names",
      hint: "One a line, as articles write them. Offices do not belong here: they change hands.",
      value: actor?.aliases.join("\n"),
      lineCount: 4,
    },
    {
      kind: "suggested",
      name: "country",
      label: "Country",
      hint: "Of which country or body it speaks; decides the lane on the timeline.",
      value: actor?.country ?? "",
      options: countries.map((country) => ({ value: country, label: country })),
    },
  ];
}

function knowledgeFields(actor?: ActorFields): FormField[] {
  return [
    {
      kind: "rows",
      name: "offices",
      label: "Offices",
      hint: "With the first and the last day where they are known.",
      columns: [
        { name: "title", label: "Office", kind: "text" },
        { name: "heldFrom", label: "From", kind: "date" },
        { name: "heldTo", label: "To", kind: "date" },
      ],
      rows: (actor?.offices ?? []).map(({ title, heldFrom, heldTo }) => [
        title,
        heldFrom ?? "",
        heldTo ?? "",
      ]),
    },
    {
      kind: "lines",
      name: "description",
      label: "Description",
      value: actor?.description ?? "",
      lineCount: 3,
    },
    {
      kind: "text",
      name: "wikidataId",
      label: "Wikidata",
      hint: "The id of the same on Wikidata: Q145.",
      value: actor?.wikidataId ?? "",
    },
  ];
}
