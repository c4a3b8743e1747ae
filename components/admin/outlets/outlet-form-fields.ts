import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import {
  publishingField,
  rightsField,
  topicsField,
} from "#components/admin/outlets/arrival-fields.ts";
import type { TopicRef } from "#lib/topics/types.ts";
import type { OutletFields } from "#lib/outlets/schema.ts";

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
    rightsField("defaultRights", {
      value: outlet?.defaultRights ?? "metadata_only",
      hint: "For new articles; each article can differ.",
    }),
    publishingField(outlet?.publishesItself ?? false),
    topicsField("defaultTopicIds", {
      values: outlet?.defaultTopicIds,
      topics,
      hint: "Given to each that comes in, besides those found in its text.",
    }),
  ];
}
