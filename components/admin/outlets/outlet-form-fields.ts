import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import type { TopicRef } from "#lib/topics/types.ts";
import type { OutletFields } from "#lib/outlets/schema.ts";

/** How much of an article readers may see, in words. */
export const RIGHTS_LABELS: Record<OutletFields["defaultRights"], string> = {
  full_text: "full text",
  extract: "an extract",
  metadata_only: "no text, only what it is",
};

const RIGHTS_OPTIONS: readonly Option[] = Object.entries(RIGHTS_LABELS).map(([value, label]) => ({
  value,
  label,
}));

const ZONE_OPTIONS: readonly Option[] = Intl.supportedValuesOf("timeZone").map((zone) => ({
  value: zone,
  label: zone,
}));

/** The fields of an outlet; `topics` are those to choose from. */
export function outletFormFields(topics: readonly TopicRef[], outlet?: OutletFields): FormField[] {
  return [
    { kind: "text", name: "name", label: "Name", value: outlet?.name, required: true },
    { kind: "text", name: "country", label: "Country", value: outlet?.country ?? "" },
    { kind: "url", name: "homepageUrl", label: "Home page", value: outlet?.homepageUrl ?? "" },
    {
      kind: "suggested",
      name: "timeZone",
      label: "Time zone",
      hint: "In which its publication days are days.",
      value: outlet?.timeZone ?? "Europe/London",
      options: ZONE_OPTIONS,
      required: true,
    },
    {
      kind: "choice",
      name: "defaultRights",
      label: "What readers see of its articles",
      hint: "For new articles; each article can differ.",
      value: outlet?.defaultRights ?? "metadata_only",
      options: RIGHTS_OPTIONS,
    },
    {
      kind: "choice",
      name: "publishesItself",
      label: "What becomes of its articles when they come in",
      hint: "In doubt is what lacks a day or a headline, or where the reading is unsure.",
      value: outlet?.publishesItself ? "yes" : "no",
      options: [
        { value: "no", label: "each waits for an archivist" },
        { value: "yes", label: "published at once, unless something is in doubt" },
      ],
    },
    {
      kind: "checks",
      name: "defaultTopicIds",
      label: "Topics of all its articles",
      hint: "Given to each that comes in, besides those found in its text.",
      values: outlet?.defaultTopicIds ?? [],
      options: topics.map(({ id, label }) => ({ value: id, label })),
    },
  ];
}
